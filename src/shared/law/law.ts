import { z } from 'zod'
import { LawText } from '../i18n/message.ts'
import { Day } from '../model/day.ts'
import { otherCodes } from './code-from.ts'
import { NamedLetter, Notice } from './notice.ts'
import { NumberSeries, SpanishSeries } from './number-series.ts'
import { Confidence, Count, Rule } from './rule.ts'

export { NamedLetter, Notice } from './notice.ts'
export { NumberSeries } from './number-series.ts'
export { ClockStart, Count, Program, Right, Rule } from './rule.ts'

/** An organization that helps, with its source. */
const Help = z.object({
  name: LawText,
  what: LawText,
  how: LawText,
  sources: z.array(z.string()).min(1),
})

/** The time limit of a station, for orientation; a letter's rights count by their rules. */
const StationClock = z.object({
  /** A rule that counts it; null where only the station's own wording is known. */
  rule: z.string().nullable(),
  count: Count.nullable(),
  starts: LawText,
  act: LawText,
  /**
   * Fixed by law, by regulation, by IRS practice, printed on the letter, or different from letter to letter.
   */
  kind: z.enum(['statutory', 'regulatory', 'administrative', 'printed', 'mixed']),
  note: LawText.nullable(),
})

export const Station = z.object({
  id: z.string(),
  phase: z.string(),
  title: LawText,
  summary: LawText,
  /** TAS publishes no list of the ways between stations; nearly all are our inference from its texts. */
  next: z.array(
    z.object({ to: z.string(), when: LawText, basis: z.enum(['tas', 'inferred']).default('inferred') }),
  ),
  clock: StationClock.nullable().default(null),
  /** Citations. */
  law: z.array(LawText).default([]),
  /** How the station is known; see `Law.mapBasis`. */
  basis: z.enum(['tas_station_page', 'tas_map_term', 'inferred_map_stop', 'added']),
  confidence: Confidence,
  sources: z.array(z.string()),
})
export type Station = z.infer<typeof Station>

/** The day of a holiday: fixed, or the nth weekday of a month (0 Sunday .. 6 Saturday; nth -1: the last). */
const HolidayDay = z.union([
  z.strictObject({ month: z.int().min(1).max(12), day: z.int().min(1).max(31) }),
  z.strictObject({
    month: z.int().min(1).max(12),
    weekday: z.int().min(0).max(6),
    nth: z.union([z.int().min(1).max(4), z.literal(-1)]),
  }),
])

/** A legal holiday of the District of Columbia as a rule for any year (D.C. Code 28-2701; 5 U.S.C. 6103). */
export const HolidayRule = z.object({
  name: LawText,
  on: HolidayDay,
  /** Weekends: `nearest` is Friday for Saturday and Monday for Sunday; `sundayOnly` leaves a Saturday where it is. */
  observed: z.enum(['nearest', 'sundayOnly']),
  /** Listed in 5 U.S.C. 6103(a): not a business day. The others only move a last day. */
  federal: z.boolean(),
  /** The first year of this holiday, and the number of years between two of them. */
  from: z.int(),
  everyYears: z.int().positive(),
  citation: z.string().min(1),
  sources: z.array(z.string()).min(1),
})
export type HolidayRule = z.infer<typeof HolidayRule>

/** A way that people often travel, station by station. */
export const Journey = z.object({ id: z.string(), title: LawText, path: z.array(z.string()).min(2) })
export type Journey = z.infer<typeof Journey>

export const Law = z.object({
  /** Increases with every change of the facts. */
  version: z.string(),
  /**
   * The date on which the facts were last checked, and the number of months after which they count as old.
   */
  checked: Day,
  goodForMonths: z.int().positive(),
  sources: z.record(z.string(), LawText),
  families: z.array(z.object({ id: z.string(), title: LawText })),
  series: z.array(NumberSeries),
  spanishSeries: z.array(SpanishSeries).default([]),
  help: z.array(Help),
  notices: z.array(Notice),
  /** Letters of which only number and kind are known; no right and no day is told of them. */
  named: z.array(NamedLetter).default([]),
  rules: z.array(Rule),
  phases: z.array(z.object({ id: z.string(), title: LawText })),
  stations: z.array(Station),
  journeys: z.array(Journey),
  holidays: z.array(HolidayRule),
  /** Checklist texts per collection action, plus `common` and `cdp`. */
  checklists: z.record(z.string(), z.array(LawText)),
})
export type Law = z.infer<typeof Law>

/**
 * A notice as a letter's number names it. `spanishOf`: the number is the Spanish number of this English
 * notice.
 */
export type FoundNotice = Notice & { spanishOf?: { name: string; isSure: boolean } }

/** `code` is a catalog code or the Spanish number of one; undefined when the catalog has neither. */
export function findNotice(law: Pick<Law, 'notices'>, code: string | null): FoundNotice | undefined {
  if (code === null) return undefined
  const own = law.notices.find((notice) => notice.code === code)
  if (own) return own
  const named = law.notices.find(({ spanishNumbers }) => spanishNumbers.includes(code))
  const english = named ?? law.notices.find(({ spanishByRule }) => spanishByRule.includes(code))
  if (english) return inSpanishAs(english, code, named !== undefined)
  return law.notices.find((notice) => otherCodes(notice).has(code))
}

/**
 * What is known of a number by name at least: a notice of the catalog, or a letter known by name only.
 * Rights and days come from `findNotice` alone.
 */
export function findLetter(
  law: Pick<Law, 'notices' | 'named'>,
  code: string | null,
): FoundNotice | NamedLetter | undefined {
  if (code === null) return undefined
  const named = law.named.find((letter) => letter.code === code)
  return named ?? findNotice(law, code) ?? law.named.find((letter) => otherCodes(letter).has(code))
}

/** `Letter 1058` for L1058; the code itself where it is in no list. */
export const printedName = (law: Pick<Law, 'notices' | 'named'>, code: string): string =>
  findLetter(law, code)?.printedAs[0] ?? code

const spanishKnown = new WeakMap<Notice, Map<string, FoundNotice>>()

/**
 * The English notice under its Spanish number. Nobody read a page of that number itself, so it is never `high`; where
 * only the series suggests it, nothing about it counts as verified.
 */
function inSpanishAs(notice: Notice, code: string, isSure: boolean): FoundNotice {
  const known = spanishKnown.get(notice) ?? new Map<string, FoundNotice>()
  spanishKnown.set(notice, known)
  const found = known.get(code) ?? {
    ...notice,
    printedAs: [code, ...notice.printedAs],
    spanishOf: { name: notice.printedAs[0] ?? notice.code, isSure },
    ownText: null,
    rights: isSure ? notice.rights : notice.rights.map((right) => ({ ...right, unverified: true })),
    confidence: notice.confidence === 'low' ? 'low' : 'medium',
  }
  known.set(code, found)
  return found
}

export function getRule(law: Pick<Law, 'rules'>, id: string): Rule {
  const rule = law.rules.find((each) => each.id === id)
  if (!rule) throw new Error(`law: no rule ${id}`)
  return rule
}

export function getStation(law: Pick<Law, 'stations'>, id: string): Station {
  const station = law.stations.find((each) => each.id === id)
  if (!station) throw new Error(`law: no station ${id}`)
  return station
}
