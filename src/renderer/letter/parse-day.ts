import { Day } from '../../shared/model/day.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const iso = /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/
const numbers = /^(?<month>\d{1,2})[/.-](?<day>\d{1,2})[/.-](?<year>\d{4})$/
const inWords = /^(?:[a-z]+day,? +)?(?<month>[a-z]{3,9})\.? +(?<day>\d{1,2}),? +(?<year>\d{4})$/i

/**
 * A date as people copy it from a letter: `January 30, 2026`, `1/30/2026` (month first, as in the United States),
 * `2026-01-30`. null for anything else, for a day that does not exist, and for a year of two digits: nothing is guessed.
 */
export function parseDay(text: string): Day | null {
  const trimmed = text.trim()
  const parts = (iso.exec(trimmed) ?? numbers.exec(trimmed) ?? inWords.exec(trimmed))?.groups
  if (!parts) return null
  const { year = '', month = '', day = '' } = parts
  const number = /^\d/.test(month) ? Number(month) : monthFromName(month)
  const padded = (value: string | number) => String(value).padStart(2, '0')
  const parsed = Day.safeParse(`${year}-${padded(number)}-${padded(day)}`)
  return parsed.success ? parsed.data : null
}

/** `January`, `Jan`, `Sept` -> 1 to 12; 0 for no month, which no calendar holds. */
function monthFromName(name: string): number {
  const lower = name.toLowerCase()
  const at = months.indexOf(lower.slice(0, 3))
  const full =
    at < 0 ? '' : new Date(Date.UTC(2001, at, 1)).toLocaleString('en-US', { month: 'long', timeZone: 'UTC' })
  return full.toLowerCase().startsWith(lower.replace(/^sept$/, 'sep')) ? at + 1 : 0
}
