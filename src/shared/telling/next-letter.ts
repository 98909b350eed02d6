import type { Message } from '../i18n/message.ts'
import type { Ahead, Told } from './ahead.ts'
import type { Telling } from './telling.ts'

/** What one letter says today, as a row of next days tells it. */
export type NextLetter = Pick<
  Telling,
  'state' | 'title' | 'name' | 'daysLeft' | 'mailBy' | 'lastDay' | 'firmness' | 'unchecked'
> & { step: Message }

/** What else there is besides the letter of a row. */
export type AlsoCounts = { more: number; waiting: number; unread: number; unchecked: number; reading: number }

export function nextLetterOf({ telling }: Pick<Told, 'telling'>): NextLetter {
  const { state, title, name, unchecked, daysLeft, mailBy, lastDay, firmness, nextStep } = telling
  // A practical day that has passed ends nothing; the step says what to do now.
  const days = daysLeft !== null && daysLeft < 0 ? noDays : { daysLeft, mailBy, lastDay, firmness }
  return { state, title, name, unchecked, ...days, step: nextStep.text }
}
const noDays = { daysLeft: null, mailBy: null, lastDay: null, firmness: null }

/** What to look at first: what is due, else an answer of the IRS that is overdue, else a file that did not open. */
export const firstOf = ({ due, waiting, unread }: Ahead): Told | null =>
  due[0] ?? waiting.find(({ telling }) => telling.state === 'irsOverdue') ?? unread[0] ?? null

/** How many there are besides the first that is due. */
export const alsoOf = ({ due, waiting, unread, unchecked, reading }: Ahead): AlsoCounts => ({
  more: Math.max(0, due.length - 1),
  waiting: waiting.length,
  unread: unread.length,
  unchecked,
  reading,
})
