import type { Deadline } from '../model/deadline.ts'

/** The person's own, not over, with a day. */
export const isAhead = ({ actor, lastDay, state }: Deadline): boolean =>
  actor === 'taxpayer' && lastDay !== null && (state === 'open' || state === 'lastDay')

/** The same for what the letter is about; a right that few people have does not keep a letter in what is to do. */
export const isTask = (deadline: Deadline): boolean => isAhead(deadline) && !deadline.aside

/** `sendBy` orders, since a safe day is the day to live by; what has no day comes last. */
export const bySendBy = (a: Deadline, b: Deadline): number => sendDay(a).localeCompare(sendDay(b))

const sendDay = ({ sendBy, lastDay }: Deadline): string => sendBy ?? lastDay ?? '9999-12-31'
