import type { LawText } from '../i18n/message.ts'
import type { HolidayRule } from '../law/law.ts'
import type { Day } from '../model/day.ts'
import { addDays, compareDays, dayFrom, weekdayOf, yearOf } from './days.ts'

/** A legal holiday on the day on which it is observed. */
export type Holiday = { name: LawText; day: Day; federal: boolean }

/**
 * The D.C. legal holidays observed in a year, in order (rule T-7). A New Year's Day that falls on a Saturday
 * is observed on the last day of the year before.
 */
export function holidaysOf(rules: HolidayRule[], year: number): Holiday[] {
  return [year, year + 1]
    .flatMap((each) => rules.flatMap((rule) => holidayIn(rule, each)))
    .filter((holiday) => yearOf(holiday.day) === year)
    .sort((a, b) => compareDays(a.day, b.day))
}

type HolidayLookup = (day: Day) => Holiday | undefined

const lookups = new WeakMap<HolidayRule[], HolidayLookup>()

/** `createHolidayLookup`, cached for the same rules: a screen counts thousands of days with it. */
export function holidayLookupOf(rules: HolidayRule[]): HolidayLookup {
  const known = lookups.get(rules) ?? createHolidayLookup(rules)
  lookups.set(rules, known)
  return known
}

/**
 * Looks up observed holidays; each year is computed once. Where two fall on the same day, the federal one
 * wins.
 */
export function createHolidayLookup(rules: HolidayRule[]): HolidayLookup {
  const years = new Map<number, Map<Day, Holiday>>()
  return (day) => {
    const year = yearOf(day)
    const known = years.get(year) ?? byDay(holidaysOf(rules, year))
    years.set(year, known)
    return known.get(day)
  }
}

function byDay(holidays: Holiday[]): Map<Day, Holiday> {
  const days = new Map<Day, Holiday>()
  for (const holiday of holidays) if (!days.get(holiday.day)?.federal) days.set(holiday.day, holiday)
  return days
}

function holidayIn(rule: HolidayRule, year: number): Holiday[] {
  if (year < rule.from || (year - rule.from) % rule.everyYears !== 0) return []
  return [{ name: rule.name, day: observedDay(rule, actualDay(rule, year)), federal: rule.federal }]
}

function actualDay({ on }: HolidayRule, year: number): Day {
  if ('day' in on) return dayFrom(year, on.month, on.day)
  if (on.nth === -1) {
    const next = on.month === 12 ? dayFrom(year + 1, 1, 1) : dayFrom(year, on.month + 1, 1)
    const last = addDays(next, -1)
    return addDays(last, -((weekdayOf(last) - on.weekday + 7) % 7))
  }
  const first = dayFrom(year, on.month, 1)
  return addDays(first, ((on.weekday - weekdayOf(first) + 7) % 7) + (on.nth - 1) * 7)
}

function observedDay({ observed }: HolidayRule, day: Day): Day {
  const weekday = weekdayOf(day)
  if (weekday === 0) return addDays(day, 1)
  return weekday === 6 && observed === 'nearest' ? addDays(day, -1) : day
}
