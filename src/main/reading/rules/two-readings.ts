import type { PageDoubt } from '../../../shared/model/doubt.ts'
import { type FactName, factNames } from '../../../shared/model/facts.ts'
import type { Box, Evidence, Line, PageText, Reading } from '../../../shared/model/letter.ts'
import { around, hasMiddleIn } from './boxes.ts'
import { holds, onlyValueIn, type PrintedAs, printedAs } from './value-in-text.ts'

/** A line of which the second engine must read a part, and whether that bears out the facts that were taken from it. */
export type StripPlace = { line: Line; box: Box; agrees: (seen: string) => boolean }

type Stated = Pick<Reading, 'facts' | 'evidence'>

/** The places on a page whose digits were taken for facts, one for each line. */
export function placesOfFacts(letters: readonly Stated[], page: PageText): StripPlace[] {
  const taken = new Map<Line, { box: Box; agrees: StripPlace['agrees'] }[]>()
  for (const digits of letters.flatMap(statedDigits)) {
    const { kind, evidence, value } = digits
    if (evidence.page !== page.page) continue
    for (const line of linesWith(page, digits) ?? []) {
      const own = { box: partOf(line, evidence.raw), agrees: agreesWith(line, kind, value) }
      taken.set(line, [...(taken.get(line) ?? []), own])
    }
  }
  return [...taken].map(([line, facts]) => ({
    line,
    box: around(facts.map(({ box }) => box)),
    agrees: (seen) => facts.every((fact) => fact.agrees(seen)),
  }))
}

/** What runs over two lines is borne out by both together alone. */
const agreesWith =
  ({ text }: Line, kind: PrintedAs, value: string) =>
  (seen: string): boolean =>
    holds(seen, kind, value) || !holds(text, kind, value)

type StatedDigits = { name: FactName; kind: PrintedAs; value: string; evidence: Evidence }

const statedDigits = ({ facts, evidence }: Stated): StatedDigits[] =>
  factNames.flatMap((name) => {
    const value = facts[name]
    const found = evidence[name]
    const kind = printedAs(name)
    return kind && typeof value === 'string' && found ? [{ name, kind, value, evidence: found }] : []
  })

/** What the second engine says of each fact: the surer evidence where it agrees, else the doubt. */
type SecondSight = { evidence: Reading['evidence']; doubts: NonNullable<Reading['doubts']> }

/** From this confidence on, a value counts as read clearly; two engines that agree are surer than one. */
const agreed = 0.95

function bearOut(evidence: Reading['evidence'], name: FactName): void {
  const own = evidence[name]
  if (own) evidence[name] = { ...own, confidence: Math.max(agreed, own.confidence) }
}

/** The kind of a taxpayer's number is known by the label in front of its digits and by their groups. */
const factsAt = (name: FactName): FactName[] => (name === 'tinLast4' ? ['tinLast4', 'tinType'] : [name])

export function secondSightOf(stated: Stated, pages: readonly PageText[]): SecondSight {
  const sight: SecondSight = { evidence: { ...stated.evidence }, doubts: {} }
  for (const digits of statedDigits(stated)) {
    const page = pages.find((each) => each.page === digits.evidence.page)
    const verdict = page && verdictOn(digits, page)
    if (verdict === 'agrees') for (const name of factsAt(digits.name)) bearOut(sight.evidence, name)
    else if (verdict) sight.doubts[digits.name] = verdict
  }
  return sight
}

/** null: nobody looked, as with a text layer, or a page that was read before there was a second engine. */
function verdictOn(digits: StatedDigits, page: PageText): 'agrees' | PageDoubt | null {
  const { kind, value } = digits
  if (page.source === 'text-layer') return null
  const lines = linesWith(page, digits)
  if (!lines || page.lines.every((line) => line.again === undefined)) return null
  const again = lines.map((line) => line.again ?? '')
  if ([...again, again.join(' ')].some((text) => holds(text, kind, value))) return 'agrees'
  if (!again.some((text) => /\d/.test(text))) return { reason: 'one-reading', other: null }
  return { reason: 'two-readings', other: onlyValueIn(again.join(' '), kind, value) }
}

/** The lines from which a value was taken; null where they do not show it, as for an amount that was added up. */
function linesWith(page: PageText, { kind, value, evidence }: StatedDigits): Line[] | null {
  const shows = (lines: readonly Line[]) => holds(lines.map((line) => line.text).join(' '), kind, value)
  // What stands there is at times another text than the number that the catalog makes of it.
  if (kind === 'notice') return page.lines.filter((line) => line.box === evidence.box)
  const inside = page.lines.filter((line) => line.box === evidence.box || hasMiddleIn(line.box, evidence.box))
  const alone = inside.filter((line) => shows([line]))
  if (alone.length > 0) return alone
  for (const [at, line] of inside.entries()) {
    const pair = inside.slice(at, at + 2)
    if (line !== pair.at(-1) && shows(pair)) return pair
  }
  if (shows(inside)) return inside
  for (const next of page.lines)
    if (!inside.includes(next) && isNear(evidence.box, next.box) && shows([...inside, next]))
      return [...inside, next]
  return null
}

/** In the row below, or next in the same row. */
const isNear = (box: Box, next: Box): boolean => {
  const [down, right] = [next[1] - box[1], next[0] - (box[0] + box[2])]
  const isBelow = down > 0 && down < 2.5 * Math.max(box[3], next[3]) && right < 0
  return isBelow || (Math.abs(down) < 0.6 * box[3] && right > -0.005 && right < 0.06)
}

/** Lines of more characters are cut, since the time goes by their length. */
const short = 14
/** Characters are not equally wide: so many more on either side. */
const spare = 4

/** Where in a line the value stands, or the part of it that ends or begins the line, by the share of its characters. */
function partOf({ text, box }: Line, raw: string): Box {
  const place = text.length > short ? placeIn(text, raw) : null
  if (!place) return box
  const [x, y, w, h] = box
  const from = Math.max(0, place.from - spare) / text.length
  const to = Math.min(text.length, place.to + spare) / text.length
  return [x + from * w, y, (to - from) * w, h]
}

function placeIn(text: string, raw: string): { from: number; to: number } | null {
  const at = text.indexOf(raw)
  if (at >= 0) return { from: at, to: at + raw.length }
  for (let length = raw.length - 1; length > 2; length--) {
    if (text.endsWith(raw.slice(0, length))) return { from: text.length - length, to: text.length }
    if (text.startsWith(raw.slice(-length))) return { from: 0, to: length }
  }
  return null
}
