import { Day } from '../model/day.ts'

const msOfDay = 24 * 60 * 60 * 1000
const utcFromDay = (day: Day): number => Date.parse(`${day}T00:00:00Z`)
const dayFromUtc = (ms: number): Day => Day.parse(new Date(ms).toISOString().slice(0, 10))

/** `days` may be negative. Days are calendar days: UTC has no clock changes, so each is 24 hours long. */
export const addDays = (day: Day, days: number): Day => dayFromUtc(utcFromDay(day) + days * msOfDay)

/** The anniversary; for February 29 it is February 28 in a year without the 29th, never a later day. */
export function addYears(day: Day, years: number): Day {
  const monthAndDate = day.slice(4)
  const anniversary = Day.safeParse(`${String(yearOf(day) + years).padStart(4, '0')}${monthAndDate}`)
  return anniversary.success ? anniversary.data : addYears(addDays(day, -1), years)
}

/** Positive when `to` is later. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((utcFromDay(to) - utcFromDay(from)) / msOfDay)

/** 0 Sunday .. 6 Saturday */
export const weekdayOf = (day: Day): number => new Date(utcFromDay(day)).getUTCDay()

export const isWeekend = (day: Day): boolean => [0, 6].includes(weekdayOf(day))

/** ISO days sort as text. */
export const compareDays = (a: Day, b: Day): number => (a < b ? -1 : a > b ? 1 : 0)
export const earlierOf = (a: Day, b: Day): Day => (a < b ? a : b)
export const laterOf = (a: Day, b: Day): Day => (a < b ? b : a)

export const yearOf = (day: Day): number => Number(day.slice(0, 4))
export const dayFrom = (year: number, month: number, date: number): Day =>
  Day.parse(
    `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`,
  )
