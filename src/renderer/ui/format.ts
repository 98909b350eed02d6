import type { Day } from '../../shared/model/day.ts'
import { t } from './words.ts'

const locale = 'en-US'
const formatter = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
const weekday = formatter({ weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' })
const long = formatter({ year: 'numeric', month: 'long', day: 'numeric' })
const short = formatter({ weekday: 'short', year: 'numeric', month: 'short', day: 'numeric' })
const monthYear = formatter({ year: 'numeric', month: 'long' })
const dollars = new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD' })
const together = new Intl.ListFormat(locale, { type: 'conjunction' })

/** `Friday, January 30, 2026` */
export const weekdayDay = (day: Day): string => weekday.format(new Date(day))
/** `January 30, 2026` */
export const longDay = (day: Day): string => long.format(new Date(day))
/** `Fri, Jan 30, 2026` */
export const shortDay = (day: Day): string => short.format(new Date(day))
/** `$9,533.53` */
export const money = (amount: string): string => dollars.format(Number(amount))
/** `2017` or `June 2023` */
export const period = (text: string): string =>
  text.includes('-') ? monthYear.format(new Date(`${text}-01`)) : text
/** `0.4 MB`, `12 MB`: decimal megabytes, as file managers show them. */
export const fileSize = (bytes: number): string =>
  `${new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 }).format(bytes / 1_000_000)} MB`
/** `2017, 2018, and 2019` */
export const list = (parts: string[]): string => together.format(parts)

/** Whole days, negative when past: `12 days left`, `last day is today`, `3 days ago`. */
export function daysLeftWords(days: number): string {
  if (days === 0) return t('days.today')
  return days > 0 ? t('days.left', { count: days }) : t('days.ago', { count: -days })
}
