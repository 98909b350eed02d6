import type { Deadline, Firmness } from '../../../shared/deadlines/deadline.ts'
import type { TellingState } from '../../../shared/telling/telling.ts'

/** What a last day is worth, after the day. */
export const firmnessWords: Record<Firmness, string> = {
  hard: 'firm',
  soft: 'soft: the letter asks for it, no right ends as far as we know',
  estimated: 'estimated',
}

/** How a letter stands, in words. */
export const tellingStates: Record<TellingState, string> = {
  reading: 'being read',
  locked: 'a locked file',
  unreadable: 'could not be read',
  notIrs: 'does not look like a letter from the IRS',
  unknownNumber: 'no right or day of this number is known',
  open: 'open',
  near: 'open, and the day is near',
  lastDay: 'today is the last day',
  lateNextOpen: 'a day has passed, and something is still open',
  allOver: 'the days have passed; see what you can still do',
  answerOverdue: 'the day it asked for has passed; as far as we know, no right ended with it',
  sent: 'sent; waiting for an answer',
  irsOverdue: 'sent; the IRS is late with its answer',
  replaced: 'a newer letter took its place',
  done: 'done',
}

/** How one deadline stands, in words. */
export const deadlineStates: Record<Deadline['state'], string> = {
  open: 'open',
  lastDay: 'open, today is the last day',
  late: 'late',
  passed: 'passed; the IRS was to act',
  unknown: 'a date is missing',
  notStarted: 'not yet',
  noClock: 'no number of days is published',
  met: 'done on time',
}
