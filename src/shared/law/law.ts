import { z } from 'zod'
import { CollectionAction } from '../model/appeal.ts'
import { CaseEventKind } from '../model/case-event.ts'
import { Day } from '../model/day.ts'

/** How far a fact may be believed. */
export const Confidence = z.enum(['high', 'medium', 'low'])

/** What starts a clock: a date printed on the letter, or something that happened. */
export const ClockStart = z.union([z.enum(['noticeDate', 'respondByDate', 'terminationDate']), CaseEventKind])
export type ClockStart = z.infer<typeof ClockStart>

/** Days, business days and years never mix. `afterBusinessDays`: first count that many business days. */
export const Count = z.union([
  z.object({ days: z.int().positive(), afterBusinessDays: z.int().positive().optional() }).strict(),
  z.object({ businessDays: z.int().positive() }).strict(),
  z.object({ years: z.int().positive(), afterBusinessDays: z.int().positive().optional() }).strict(),
])
export type Count = z.infer<typeof Count>

export const Rule = z.object({
  id: z.string(),
  /** The act in a few words and its form, for a rule that stands for itself on the screen (conference track). */
  title: z.string().nullable(),
  form: z.string().nullable(),
  /** The rule in our own words. */
  statement: z.string(),
  start: ClockStart.nullable(),
  count: Count.nullable(),
  /** A last day on a Saturday, Sunday or legal holiday moves on (IRC 7503). */
  rolls: z.boolean(),
  actor: z.enum(['taxpayer', 'irs']),
  ifMissed: z.string().nullable(),
  /** The text is unclear by so many days: `sendBy` is set that much earlier. */
  sendEarlierDays: z.int().positive().optional(),
  citation: z.string().min(1),
  confidence: Confidence,
  /** Keys of `Law.sources`. */
  sources: z.array(z.string()).min(1),
})
export type Rule = z.infer<typeof Rule>

export const Program = z.enum(['CDP', 'EH', 'CAP', 'IA-appeal', 'tax-court', 'other'])
export type Program = z.infer<typeof Program>

export const Right = z.object({
  program: Program,
  /** Short name for the screen: `Collection Due Process hearing`. */
  title: z.string(),
  form: z.string().nullable(),
  /** The rule of the window; its `count` is null where none is published. null: no rule counts from this letter. */
  rule: z.string().nullable(),
  /** Rules of the conference track; they run once the conference was asked for or held. */
  conferenceRules: z.array(z.string()),
  /** The letter may print the last day of this right, and the printed day wins. */
  printedDateWins: z.boolean(),
  /** Letters dated before this day do not print it yet; a day printed on them is one to pay or to answer. */
  printedSince: Day.optional(),
  onlyIf: z.string().nullable(),
  note: z.string(),
  courtReview: z.boolean(),
  authority: z.string(),
  /** Recalled, not read in a source: shown as such. */
  unverified: z.boolean(),
})
export type Right = z.infer<typeof Right>

export const Notice = z.object({
  code: z.string(),
  /** How the number is printed, e.g. `Letter 1058`. The first is the name on our screens. */
  printedAs: z.array(z.string()).min(1),
  title: z.string(),
  audience: z.enum(['individual', 'business', 'both', 'third-party']),
  stage: z.string(),
  /** Where the letter stands on the roadmap. */
  station: z.string(),
  /** The station comes from TAS (`tas`), from another source (`other`) or is our inference (`inferred`). */
  stationBasis: z.enum(['tas', 'other', 'inferred']),
  meaning: z.string(),
  whatNow: z.string().nullable(),
  isCdpNotice: z.boolean(),
  /** The action that Form 9423 would be about; null where CAP does not fit. */
  action: CollectionAction.nullable(),
  /** What "amount due" on this letter means: CP523 asks for the missed payments, not for the whole balance. */
  amountDueIs: z.enum(['balance', 'missedPayments']).default('balance'),
  /** Grants and refusals share this number: only a refusal can be appealed. */
  onlyRefusalIsAppealable: z.boolean(),
  rights: z.array(Right),
  wherePrinted: z.enum(['box', 'footer', 'ltr-line', 'form']),
  doubts: z.string().nullable(),
  confidence: Confidence,
  sources: z.array(z.string()).min(1),
})
export type Notice = z.infer<typeof Notice>

export const Station = z.object({
  id: z.string(),
  phase: z.string(),
  title: z.string(),
  summary: z.string(),
  next: z.array(z.object({ to: z.string(), when: z.string() })),
  /** How the station is known; see `Law.mapBasis`. */
  basis: z.enum(['tas_station_page', 'tas_map_term', 'inferred_map_stop', 'added']),
  /** Place on the drawn map, in map units; null where the station is not drawn yet. */
  at: z.tuple([z.number(), z.number()]).nullable(),
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
  name: z.string(),
  on: HolidayDay,
  /** Weekends: `nearest` is Friday for Saturday and Monday for Sunday; `sundayOnly` leaves a Saturday where it is. */
  observed: z.enum(['nearest', 'sundayOnly']),
  /** Listed in 5 U.S.C. 6103(a): no business day. The others move a last day only. */
  federal: z.boolean(),
  /** The first year of this holiday, and the years between two of them. */
  from: z.int(),
  everyYears: z.int().positive(),
  citation: z.string().min(1),
  sources: z.array(z.string()).min(1),
})
export type HolidayRule = z.infer<typeof HolidayRule>

/** A stretch of stations for the drawn map, in order; neighbours lie straight or at 45 degrees. */
export const MapLine = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(['main', 'lien', 'plan', 'appeal', 'other']),
  stations: z.array(z.string()).min(2),
})
export type MapLine = z.infer<typeof MapLine>

export const Law = z.object({
  /** The day on which the facts were last checked. */
  checked: Day,
  sources: z.record(z.string(), z.string()),
  notices: z.array(Notice),
  rules: z.array(Rule),
  phases: z.array(z.object({ id: z.string(), title: z.string() })),
  stations: z.array(Station),
  lines: z.array(MapLine),
  holidays: z.array(HolidayRule),
  /** Checklist texts per collection action, plus `common` and `cdp`. */
  checklists: z.record(z.string(), z.array(z.string())),
})
export type Law = z.infer<typeof Law>

/** `code` is a catalogue code; undefined when the catalogue does not hold it. */
export const findNotice = (law: Pick<Law, 'notices'>, code: string | null): Notice | undefined =>
  law.notices.find((notice) => notice.code === code)

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
