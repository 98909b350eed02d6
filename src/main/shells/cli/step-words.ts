import { doubtWords } from '../../../shared/deadlines/clock-doubt.ts'
import { addDays, isWeekend, weekdayOf } from '../../../shared/deadlines/days.ts'
import type { CountedDays, CountStep, Deadline } from '../../../shared/deadlines/deadline.ts'
import { english, inEnglish } from '../../../shared/i18n/english.ts'
import type { ClockDoubt } from '../../../shared/model/clock-doubt.ts'
import type { Day } from '../../../shared/model/day.ts'

/** The steps of a count with what each does, as the command line tells them. */
export const toldSteps = ({ steps }: CountedDays) =>
  steps.map(({ day, counted, ...rest }) => ({
    ...{ day, counted, why: stepWords({ day, counted, ...rest }) },
    ...inEnglish(rest),
  }))

/** What `--json` adds while the computer's date is in doubt; nothing otherwise. */
export const doubtJson = (doubt: ClockDoubt | null) =>
  doubt ? { clockDoubt: { ...doubt, text: english(doubtWords(doubt)) } } : {}

/** A deadline as `--json` prints it. */
export const deadlineJson = ({ counted, ...rest }: Deadline) => {
  const english = inEnglish(rest)
  const { rule, program, title, form, actor, start, printed, ...others } = english
  const told = counted && { ...counted, steps: toldSteps(counted) }
  return { rule, program, title, form, actor, start, printed, counted: told, ...others }
}

function stepWords(step: CountStep): string {
  const { kind, day } = step
  const counted = step.counted ?? 0
  switch (kind) {
    case 'start':
      return 'the count starts the day after'
    case 'startBack':
      return 'the count goes back from this day'
    case 'businessDay':
      return `business day ${counted}`
    case 'days':
      return `day ${counted}`
    case 'years':
      return `${counted} ${counted === 1 ? 'year' : 'years'} later`
    case 'back':
      return counted === 1 ? 'the day before' : `${counted} calendar days before`
    case 'off':
      return `${closedDay(step, day)}, not a business day`
    case 'on':
      return `moved on, since the day before is ${closedDay(step, addDays(day, -1))}`
  }
}

/** `Thanksgiving Day`, `Saturday` */
function closedDay({ holiday }: CountStep, day: Day): string {
  if (holiday) return english(holiday)
  if (!isWeekend(day)) throw new Error(`${day} is no closed day`)
  return weekdayOf(day) === 6 ? 'Saturday' : 'Sunday'
}
