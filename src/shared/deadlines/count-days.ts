import { type Count, getRule, type Law, type Rule } from '../law/law.ts'
import type { Day } from '../model/day.ts'
import { addDays, addYears, earlierOf, isWeekend } from './days.ts'
import type { CountedDays, CountStep } from './deadline.ts'
import { type Holiday, holidayLookupOf } from './holidays.ts'
import { nextPostDay, safeDay, sendsBy } from './send-by.ts'

type HolidayOn = (day: Day) => Holiday | undefined

/**
 * The last day of a rule, counted from the day after `start`, and the mail-by date.
 *
 * `lastDay`: calendar days include weekends and holidays, and a last day on a Saturday, Sunday, or D.C. legal
 * holiday moves forward where the rule says so (T-6). Business days are Monday to Friday without federal
 * holidays as observed (T-8). `sendBy`: the last day less its margin (SEND-...), and not later than the count
 * that skips weekends only, moves nothing forward, and moves back to a working day (T-9). null for a duty of the IRS.
 *
 * @throws for a rule that has no count
 */
export function countDays(
  law: Pick<Law, 'rules' | 'holidays'>,
  rule: Rule | string,
  start: Day,
): CountedDays {
  const counting = typeof rule === 'string' ? getRule(law, rule) : rule
  const { id, count, rolls, actor, sendEarlierDays, opensAfter } = counting
  if (!count) throw new Error(`rule ${id} counts no days`)
  const holidayOn = holidayLookupOf(law.holidays)
  const kind = 'daysBefore' in count ? 'startBack' : 'start'
  const steps: CountStep[] = [{ day: start, counted: 0, kind }]
  const counted = countFrom(count, start, (day) => federalHoliday(holidayOn, day), steps)
  const lastDay = rolls ? rollForward(counted, holidayOn, steps) : counted
  const safe = countFrom(count, start, () => undefined, [])
  const byWeekends = backToWorkingDay(addDays(safe, -(sendEarlierDays ?? 0)), holidayOn)
  const safest = earlierOf(byWeekends, safeDay(law, sendsBy(counting), lastDay))
  const first = opensAfter ? countBusinessDays(opensAfter.businessDays, start, holidayOn, []) : start
  const sendBy = kind === 'start' && safest < first ? nextPostDay(law, first, lastDay) : safest
  return { lastDay, sendBy: actor === 'irs' ? null : sendBy, steps }
}

/** Moves back over Saturdays, Sundays, and legal holidays. */
export const backToWorkingDay = (day: Day, holidayOn: HolidayOn): Day =>
  isWeekend(day) || holidayOn(day) ? backToWorkingDay(addDays(day, -1), holidayOn) : day

/** Moves on over Saturdays, Sundays, and legal holidays. */
export const forwardToWorkingDay = (day: Day, holidayOn: HolidayOn): Day => rollForward(day, holidayOn, [])

const federalHoliday = (holidayOn: HolidayOn, day: Day): Holiday | undefined => {
  const holiday = holidayOn(day)
  return holiday?.federal ? holiday : undefined
}

function countFrom(count: Count, start: Day, closed: HolidayOn, steps: CountStep[]): Day {
  if ('daysBefore' in count) return countBack(count.daysBefore, start, steps)
  if ('businessDays' in count) return countBusinessDays(count.businessDays, start, closed, steps)
  const from = countBusinessDays(count.afterBusinessDays ?? 0, start, closed, steps)
  const day = 'days' in count ? addDays(from, count.days) : addYears(from, count.years)
  steps.push(
    'days' in count
      ? { day, counted: count.days, kind: 'days' }
      : { day, counted: count.years, kind: 'years' },
  )
  return day
}

function countBack(days: number, start: Day, steps: CountStep[]): Day {
  const day = addDays(start, -days)
  steps.push({ day, counted: days, kind: 'back' })
  return day
}

function countBusinessDays(wanted: number, start: Day, closed: HolidayOn, steps: CountStep[]): Day {
  let day = start
  for (let counted = 0; counted < wanted; ) {
    day = addDays(day, 1)
    const holiday = isWeekend(day) ? null : (closed(day)?.name ?? null)
    if (holiday || isWeekend(day)) {
      steps.push({ day, counted: null, kind: 'off', holiday })
    } else {
      counted += 1
      steps.push({ day, counted, kind: 'businessDay' })
    }
  }
  return day
}

function rollForward(from: Day, holidayOn: HolidayOn, steps: CountStep[]): Day {
  let day = from
  while (isWeekend(day) || holidayOn(day)) {
    const holiday = isWeekend(day) ? null : (holidayOn(day)?.name ?? null)
    day = addDays(day, 1)
    steps.push({ day, counted: null, kind: 'on', holiday })
  }
  return day
}
