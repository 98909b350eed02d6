import type { Day } from '../model/day.ts'
import type { LetterFacts } from '../model/letter.ts'

const utcFromDay = (day: Day): Date => new Date(`${day}T00:00:00Z`)
const longFormat = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' })
const weekdayFormat = new Intl.DateTimeFormat('en-US', { dateStyle: 'full', timeZone: 'UTC' })
const monthFormat = new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** `March 3, 2026` */
export const longDay = (day: Day): string => longFormat.format(utcFromDay(day))

/** `Tuesday, March 3, 2026` */
export const weekdayDay = (day: Day): string => weekdayFormat.format(utcFromDay(day))

/**
 * Years stay years; `2023-06` becomes `June 2023 (202306)`, the way the IRS writes a period that ends in that
 * month.
 */
export function formatPeriods(periods: string[]): string {
  const months = periods.filter((period) => period.includes('-')).map(formatMonth)
  const years = periods.filter((period) => !period.includes('-'))
  const ending = months.length > 1 ? 'periods ending' : 'period ending'
  return [years.join(', '), months.length ? `${ending} ${months.join(', ')}` : ''].filter(Boolean).join('; ')
}

const formatMonth = (period: string): string =>
  `${monthFormat.format(new Date(`${period}-01T00:00:00Z`))} (${period.replace('-', '')})`

/** `9533.53` -> `$9,533.53`; works on the digits, so no cent is lost to rounding. */
export function formatMoney(amount: string): string {
  const [dollars = '', cents = '00'] = amount.split('.')
  return `$${dollars.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`
}

/** `Form 1040`; a civil penalty has no form. */
export const formatForm = (form: string): string => (/^\d/.test(form) ? `Form ${form}` : form)

/** `XXX-XX-1234`, or null if the letter's last four digits are not known. */
export function maskedTin({ tinLast4, tinType }: Pick<LetterFacts, 'tinLast4' | 'tinType'>): string | null {
  if (!tinLast4) return null
  return tinType === 'EIN' ? `XX-XXX${tinLast4}` : `XXX-XX-${tinLast4}`
}

/** Name and last four for the head of every mailed page: `Karen Q. Hinds, XXX-XX-1234`; missing parts are left out. */
export const whoLine = (name: string, facts: LetterFacts): string =>
  [name.trim(), maskedTin(facts)].filter(Boolean).join(', ')
