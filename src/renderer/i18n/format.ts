import type { Day } from '../../shared/model/day.ts'
import { locale } from './language.ts'

type Formats = ReturnType<typeof createFormats>
const formatsByLocale = new Map<string, Formats>()

/** The formats of the screen's language, made once each: making one costs more than a screen full of dates. */
function formats(): Formats {
  const known = formatsByLocale.get(locale())
  const now = known ?? createFormats(locale())
  if (!known) formatsByLocale.set(locale(), now)
  return now
}

function createFormats(of: string) {
  const date = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(of, { timeZone: 'UTC', ...options })
  return {
    weekday: date({ weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' }),
    long: date({ year: 'numeric', month: 'long', day: 'numeric' }),
    short: date({ weekday: 'short', year: 'numeric', month: 'short', day: 'numeric' }),
    weekOfYear: date({ weekday: 'short', month: 'short', day: 'numeric' }),
    monthYear: date({ year: 'numeric', month: 'long' }),
    instant: new Intl.DateTimeFormat(of, { dateStyle: 'medium', timeStyle: 'short' }),
    weekdayName: date({ weekday: 'long' }),
    weekdayLetter: date({ weekday: 'narrow' }),
    monthName: date({ month: 'long' }),
    dollars: new Intl.NumberFormat(of, { style: 'currency', currency: 'USD' }),
    together: new Intl.ListFormat(of, { type: 'conjunction' }),
  }
}

/** `Friday, January 30, 2026` */
export const weekdayDay = (day: Day): string => formats().weekday.format(new Date(day))
/** `January 30, 2026` */
export const longDay = (day: Day): string => formats().long.format(new Date(day))
/** `Fri, Jan 30, 2026` */
export const shortDay = (day: Day): string => formats().short.format(new Date(day))
/** `Fri, Jan 30` of the year in which `today` is; of another year, with that year. */
export const nearDay = (day: Day, today: Day): string =>
  day.slice(0, 4) === today.slice(0, 4) ? formats().weekOfYear.format(new Date(day)) : shortDay(day)
/** `Jan 30, 2026, 4:05 PM` of an ISO instant, by this computer's clock. */
export const instant = (at: string): string => formats().instant.format(new Date(at))
/** `January 2026` */
export const monthYear = (day: Day): string => formats().monthYear.format(new Date(day))
/** `January` */
export const monthName = (day: Day): string => formats().monthName.format(new Date(day))
/** `F` */
export const weekdayLetter = (day: Day): string => formats().weekdayLetter.format(new Date(day))
/** `Friday` */
export const weekdayName = (day: Day): string => formats().weekdayName.format(new Date(day))
/** `$9,533.53` */
export const money = (amount: string): string => formats().dollars.format(Number(amount))
/** `2017` or `June 2023` */
export const period = (text: string): string =>
  text.includes('-') ? formats().monthYear.format(new Date(`${text}-01`)) : text
/** `0.4 MB`, `12 MB`: decimal megabytes, as file managers show them. */
export const fileSize = (bytes: number): string =>
  `${new Intl.NumberFormat(locale(), { maximumSignificantDigits: 2 }).format(bytes / 1_000_000)} MB`
/** `2017, 2018, and 2019` */
export const list = (parts: string[]): string => formats().together.format(parts)
