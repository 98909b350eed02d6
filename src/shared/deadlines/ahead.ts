import type { Deadline } from './deadline.ts'

/** The person's own deadlines that have a date and have not passed. */
export const isAhead = ({ actor, lastDay, state }: Deadline): boolean =>
  actor === 'taxpayer' && lastDay !== null && (state === 'open' || state === 'lastDay')

/**
 * The same for the letter's main subject; a right that applies to few people does not keep a letter on the
 * to-do list.
 */
export const isTask = (deadline: Deadline): boolean => isAhead(deadline) && !deadline.aside

/** Sorted by `sendBy`, the mail-by date, then by the last day; deadlines without a date come last. */
export const bySendBy = (a: Deadline, b: Deadline): number =>
  sendDay(a).localeCompare(sendDay(b)) || (a.lastDay ?? '').localeCompare(b.lastDay ?? '')

const sendDay = ({ sendBy, lastDay }: Deadline): string => sendBy ?? lastDay ?? '9999-12-31'
