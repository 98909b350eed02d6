import { Day } from '../../shared/model/day.ts'

/** Month names in full, January first, by the languages in which letters and people write them. */
const monthNames = ['en-US', 'es-US'].map((locale) =>
  Array.from({ length: 12 }, (_, month) =>
    new Date(Date.UTC(2001, month, 1))
      .toLocaleString(locale, { month: 'long', timeZone: 'UTC' })
      .toLowerCase(),
  ),
)
const iso = /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/
const numbers = /^(?<month>\d{1,2})[/.-](?<day>\d{1,2})[/.-](?<year>\d{4})$/
const inWords = /^(?:[a-z]+day,? +)?(?<month>[a-z]{3,9})\.? +(?<day>\d{1,2}),? +(?<year>\d{4})$/i
const inSpanish =
  /^(?:[a-záéíóú]+,? +)?(?<day>\d{1,2}) +de +(?<month>[a-z]{3,10})\.?,?(?: +del?)? +(?<year>\d{4})$/i

/**
 * A date as people copy it from a letter: `January 30, 2026`, `1/30/2026` (month first, as in the United States),
 * `2026-01-30`, `30 de enero de 2026`. null for anything else, for a day that does not exist, and for a year of two digits: nothing is guessed.
 */
export function parseDay(text: string): Day | null {
  const trimmed = text.trim()
  const parts = [iso, numbers, inWords, inSpanish].map((form) => form.exec(trimmed)).find(Boolean)?.groups
  if (!parts) return null
  const { year = '', month = '', day = '' } = parts
  const number = /^\d/.test(month) ? Number(month) : monthFromName(month)
  const padded = (value: string | number) => String(value).padStart(2, '0')
  const parsed = Day.safeParse(`${year}-${padded(number)}-${padded(day)}`)
  return parsed.success ? parsed.data : null
}

/** `January`, `Jan`, `Sept`, `enero`, `ene` -> 1 to 12; 0 for no month, which no calendar holds. */
function monthFromName(name: string): number {
  const lower = name.toLowerCase().replace(/^setiembre$/, 'septiembre')
  const beginsWith = (full: string) => full.startsWith(lower.replace(/^sept$/, 'sep'))
  return Math.max(...monthNames.map((names) => names.findIndex(beginsWith))) + 1
}
