import { Day } from '../../../shared/model/day.ts'

/** A date found in a text: its calendar day and where it stood. */
type FoundDate = { iso: Day; raw: string; at: number }

const months: readonly string[][] = [
  ['january', 'jan', 'enero', 'ene'],
  ['february', 'feb', 'febrero'],
  ['march', 'mar', 'marzo'],
  ['april', 'apr', 'abril', 'abr'],
  ['may', 'mayo'],
  ['june', 'jun', 'junio'],
  ['july', 'jul', 'julio'],
  ['august', 'aug', 'agosto', 'ago'],
  ['september', 'sept', 'sep', 'septiembre'],
  ['october', 'oct', 'octubre'],
  ['november', 'nov', 'noviembre'],
  ['december', 'dec', 'diciembre', 'dic'],
]
const monthByName = new Map(months.flatMap((names, index) => names.map((name) => [name, index + 1] as const)))
const monthName = '[A-Za-z]{3,10}'
/** Digits as OCR may see them. */
const digit = '[0-9OoIl|]'
const year = `(?:19|20|2[Oo]|[Il|]9)${digit}{2}`

/** Groups: m, d, y in the order that each names. */
const shapes: readonly { pattern: string; order: 'mdy' | 'dmy' | 'ymd' }[] = [
  { pattern: `(${monthName})[.,]?\\s?(${digit}{1,2})\\s?[,.]?\\s?(${year})`, order: 'mdy' },
  { pattern: `(${digit}{1,2})\\s?[/-]\\s?(${digit}{1,2})\\s?[/-]\\s?(${year})`, order: 'mdy' },
  { pattern: `(${year})-(${digit}{2})-(${digit}{2})`, order: 'ymd' },
  { pattern: `(${digit}{1,2})\\s+(?:de\\s+)?(${monthName})\\.?,?\\s+(?:de[l]?\\s+)?(${year})`, order: 'dmy' },
]
const anyShape = shapes.map(({ pattern, order }) => ({
  order,
  search: new RegExp(`(?<![A-Za-z0-9])${pattern}(?![A-Za-z0-9])`, 'g'),
}))

/** All dates in a text, from left to right; a day that no calendar has is left out. */
export function datesIn(text: string): FoundDate[] {
  const found: FoundDate[] = []
  for (const { search, order } of anyShape) {
    for (const match of text.matchAll(search)) {
      const iso = isoFrom(order, match[1] ?? '', match[2] ?? '', match[3] ?? '')
      if (iso) found.push({ iso, raw: match[0], at: match.index })
    }
  }
  return found.sort((a, b) => a.at - b.at)
}

/** The date that a text begins with. */
export function dateAtStart(text: string): FoundDate | null {
  const [first] = datesIn(text)
  return first?.at === 0 ? first : null
}

function isoFrom(order: 'mdy' | 'dmy' | 'ymd', first: string, second: string, third: string): Day | null {
  if (order === 'ymd') return isoDay(numberOf(first), numberOf(second), numberOf(third))
  if (order === 'dmy') return isoDay(numberOf(third), monthOf(second), numberOf(first))
  return isoDay(numberOf(third), monthOf(first), numberOf(second))
}

/** A month by its name, also with one misread letter, or by its number. */
function monthOf(text: string): number {
  const name = text.toLowerCase()
  const exact = monthByName.get(name)
  if (exact !== undefined) return exact
  if (!/[a-z]{4}/.test(name)) return numberOf(text)
  const corrected = name.replace(/rn/g, 'm').replace(/[|!]/g, 'l')
  for (const [full, month] of monthByName)
    if (full.length >= 5 && (full === corrected || slips(full, name) <= 1)) return month
  return Number.NaN
}

function slips(expected: string, actual: string): number {
  if (expected.length !== actual.length) return 9
  return [...expected].filter((letter, at) => letter !== actual[at]).length
}

const numberOf = (text: string) => Number(text.replace(/[Oo]/g, '0').replace(/[Il|]/g, '1'))

function isoDay(yearNumber: number, month: number, day: number): Day | null {
  if (!(yearNumber >= 1980 && yearNumber <= 2099 && month >= 1 && month <= 12)) return null
  if (!(day >= 1 && day <= daysIn(yearNumber, month))) return null
  return Day.parse(`${yearNumber}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
}

/** The last day of a month. */
function daysIn(yearNumber: number, month: number): number {
  const leap = (yearNumber % 4 === 0 && yearNumber % 100 !== 0) || yearNumber % 400 === 0
  if (month === 2) return leap ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
