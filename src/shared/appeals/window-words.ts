import type { Day } from '../model/day.ts'
import type { Deadline } from '../model/deadline.ts'
import { assertNever } from '../model/result.ts'
import { longDay } from './format-facts.ts'

/** `Collection Due Process hearing: open until December 21, 2026.` */
export function windowWords({ title, state, lastDay, metOn, start }: Deadline): string {
  switch (state) {
    case 'open':
      return `${title}: open until ${dayWords(lastDay)}.`
    case 'lastDay':
      return `${title}: today, ${dayWords(lastDay)}, is the last day.`
    case 'late':
      return `${title}: the last day, ${dayWords(lastDay)}, is over.`
    case 'passed':
      return `${title}: was due from the IRS by ${dayWords(lastDay)}.`
    case 'notStarted':
      return start.day
        ? `${title}: from ${dayWords(start.day)} until ${dayWords(lastDay)}.`
        : `${title}: not yet.`
    case 'unknown':
      return `${title}: a date is missing.`
    case 'met':
      return `${title}: done in time, on ${dayWords(metOn)}.`
    case 'noClock':
      return `${title}: no last day is published.`
    default:
      return assertNever(state, 'a state without words')
  }
}

const dayWords = (day: Day | null): string => (day ? longDay(day) : 'an unknown day')
