import type { Message } from '../../../shared/i18n/message.ts'
import { type Ahead, byUrgency, type Told } from '../../../shared/telling/ahead.ts'
import type { Telling } from '../../../shared/telling/telling.ts'

/** What one letter says today, as a row of next days tells it. */
export type NextLetter = Pick<
  Telling,
  'state' | 'title' | 'name' | 'daysLeft' | 'mailBy' | 'lastDay' | 'unchecked'
> & { step: Message }

/** What else there is besides the letter of a row. */
export type AlsoCounts = { more: number; waiting: number; unread: number; unchecked: number; reading: number }

/** One row: a person, a letter, or a whole library. */
export type NextRow = {
  key: string
  /** null: the table is about one person. */
  who: { text: string; href: string } | null
  /** null: nothing is due. */
  next: NextLetter | null
  /** Where the letter is; null: in another library. */
  href: string | null
  /** null: the row is one letter. */
  also: AlsoCounts | null
}

function nextLetterOf({ telling }: Pick<Told, 'telling'>): NextLetter {
  const { state, title, name, unchecked, daysLeft, mailBy, lastDay, nextStep } = telling
  // A practical day that has passed ends nothing; the step says what to do now.
  const days = daysLeft !== null && daysLeft < 0 ? noDays : { daysLeft, mailBy, lastDay }
  return { state, title, name, unchecked, ...days, step: nextStep.text }
}
const noDays = { daysLeft: null, mailBy: null, lastDay: null }

/** The row of one letter. */
export const rowOfLetter = (told: Told): NextRow => ({
  key: told.letter.id,
  who: null,
  next: nextLetterOf(told),
  href: `#/letter/${told.letter.id}`,
  also: null,
})

/** The row of a person: the most urgent letter, and how many others there are. */
export function rowOfPerson(key: string, who: NextRow['who'], ahead: Ahead): NextRow {
  const first = firstOf(ahead)
  return {
    key,
    who,
    next: first && nextLetterOf(first),
    href: first && `#/letter/${first.letter.id}`,
    also: alsoOf(ahead),
  }
}

/** What to look at first: what is due, else an answer of the IRS that is overdue, else a file that did not open. */
const firstOf = ({ due, waiting, unread }: Ahead): Told | null =>
  due[0] ?? waiting.find(({ telling }) => telling.state === 'irsOverdue') ?? unread[0] ?? null

function alsoOf(ahead: Ahead): AlsoCounts {
  const { due, waiting, unread, unchecked, reading } = ahead
  return {
    more: Math.max(0, due.length - 1),
    waiting: waiting.length,
    unread: unread.length,
    unchecked,
    reading,
  }
}

/** The most urgent first; rows with nothing due come last, in the order in which they came. */
export const byNextDay = ({ next: a }: NextRow, { next: b }: NextRow): number =>
  a && b ? byUrgency(a, b) : Number(a === null) - Number(b === null)
