import { addDays, dayFrom, daysBetween, yearOf } from '../../../shared/deadlines/days.ts'
import type { Day } from '../../../shared/model/day.ts'

/** The shortest and the longest stretch that the time line shows at once, in days. */
const stretch = { shortest: 21, longest: 120 }

/** `at`: where a day lies, in percent of the line; beyond the end it stays at 100. */
export type Scale = { end: Day; at(day: Day): number; isBeyond(day: Day): boolean; months: Day[] }

/** From today to the last of the days, but not so far that near days fall together. */
export function timelineScale(today: Day, days: Day[]): Scale {
  const furthest = Math.max(...days.map((day) => daysBetween(today, day)), 0) + 3
  const length = Math.min(stretch.longest, Math.max(stretch.shortest, furthest))
  const end = addDays(today, length)
  const at = (day: Day) => Math.min(100, Math.max(0, (daysBetween(today, day) / length) * 100))
  return { end, at, isBeyond: (day) => day > end, months: firstsBetween(today, end) }
}

/** The first days of the months after `from`, up to `to`. */
function firstsBetween(from: Day, to: Day): Day[] {
  const [year, month] = [yearOf(from), Number(from.slice(5, 7))]
  return Array.from({ length: 6 }, (_, index) => month + index)
    .map((index) => dayFrom(year + Math.floor(index / 12), (index % 12) + 1, 1))
    .filter((first) => first <= to)
}
