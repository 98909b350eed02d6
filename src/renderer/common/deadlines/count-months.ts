import { addDays, dayFrom, daysBetween, weekdayOf, yearOf } from '../../../shared/deadlines/days.ts'
import type { CountedDays } from '../../../shared/deadlines/deadline.ts'
import type { Day } from '../../../shared/model/day.ts'

/**
 * One day of the calendar. `counted`: its number in the count; 0 is the start day. `off`: skipped when counting
 * business days. `last` and `sendBy` may be the same day.
 */
export type CalendarDay = {
  day: Day
  counted: number | null
  off: boolean
  isStart: boolean
  isLast: boolean
  isSendBy: boolean
}
/** Weeks of seven from Sunday; null before the first and after the last day of the month. */
export type CalendarMonth = { first: Day; weeks: (CalendarDay | null)[][] }

/** Longer counts show only the first and the last month. */
const mostMonths = 4

/** The months from the start of a count to its last day, with each day numbered. */
export function countMonths({ steps, lastDay, sendBy }: CountedDays): CalendarMonth[] {
  const days = [...steps.map(({ day }) => day), lastDay, ...(sendBy ? [sendBy] : [])].sort()
  const [from, to] = [days[0], days.at(-1)]
  if (!from || !to) return []
  const months = monthsFrom(from, to)
  const drawn = months.length > mostMonths ? [...months.slice(0, 1), ...months.slice(-1)] : months
  const numberOf = numberedDays(steps)
  return drawn.map((first) => ({
    first,
    weeks: weeksOf(first).map((week) =>
      week.map(
        (day) =>
          day && {
            day,
            ...numberOf(day),
            isStart: day === steps[0]?.day,
            isLast: day === lastDay,
            isSendBy: day === sendBy,
          },
      ),
    ),
  }))
}

/**
 * Each business day has a step of its own. Calendar days have a step only for the last one; the days before it are
 * numbered from the previous step (`day 30` after five business days counts from the fifth).
 */
function numberedDays(steps: CountedDays['steps']) {
  const own = new Map(steps.map((step) => [step.day, step]))
  const end = steps.find(({ kind }) => kind === 'days')
  const before = end && steps[steps.indexOf(end) - 1]
  return (day: Day): Pick<CalendarDay, 'counted' | 'off'> => {
    const step = own.get(day)
    if (step) return { counted: step.kind === 'years' ? null : step.counted, off: step.kind === 'off' }
    const isOnTheWay = end && before && day > before.day && day < end.day
    return { counted: isOnTheWay ? daysBetween(before.day, day) : null, off: false }
  }
}

const monthOf = (day: Day): number => Number(day.slice(5, 7))
const firstOf = (day: Day): Day => dayFrom(yearOf(day), monthOf(day), 1)
const nextMonth = (first: Day): Day =>
  monthOf(first) === 12 ? dayFrom(yearOf(first) + 1, 1, 1) : dayFrom(yearOf(first), monthOf(first) + 1, 1)

function monthsFrom(from: Day, to: Day): Day[] {
  const months: Day[] = []
  for (let first = firstOf(from); first <= to; first = nextMonth(first)) months.push(first)
  return months
}

function weeksOf(first: Day): (Day | null)[][] {
  const length = daysBetween(first, nextMonth(first))
  const before = weekdayOf(first)
  const cells = Math.ceil((before + length) / 7) * 7
  const days = Array.from({ length: cells }, (_, index) => {
    const date = index - before
    return date >= 0 && date < length ? addDays(first, date) : null
  })
  return Array.from({ length: cells / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7))
}
