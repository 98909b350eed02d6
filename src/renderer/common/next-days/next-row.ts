import type { ClockDoubt } from '../../../shared/model/clock-doubt.ts'
import { type Ahead, byUrgency, type Told } from '../../../shared/telling/ahead.ts'
import {
  type AlsoCounts,
  alsoOf,
  firstOf,
  type NextLetter,
  nextLetterOf,
} from '../../../shared/telling/next-letter.ts'
import { errorWords } from '../../i18n/words.ts'

/** Where a press leads: to an address, or to what has to be done first. */
export type Way = string | (() => void)

/** One row: a person, a letter, or a whole library. */
export type NextRow = {
  key: string
  /** null: the table is about one person. */
  who: { text: string; way: Way } | null
  /** What else tells which letter it is: whom it is about, where a row is a library, or a file's name. */
  about?: string | null
  /** null: nothing is due. */
  next: NextLetter | null
  /** To the letter; null: there is none. */
  way: Way | null
  /** null: the row is one letter. */
  also: AlsoCounts | null
  /** Why nothing is told, or what speaks against it. */
  problem?: string | null
  /** What speaks against today's date. */
  doubt: ClockDoubt | null
}

/** The row of one letter. */
export const rowOfLetter = (told: Told, doubt: ClockDoubt | null): NextRow => ({
  key: told.letter.id,
  who: null,
  next: nextLetterOf(told),
  way: `#/letter/${told.letter.id}`,
  also: null,
  ...unreadOf(told),
  doubt,
})

/** A file that did not open is known by its name, and says why. */
function unreadOf({ letter, telling }: Told): Pick<NextRow, 'about' | 'problem'> {
  const isUnread = telling.state === 'locked' || telling.state === 'unreadable'
  if (!isUnread || letter.status.kind !== 'failed') return {}
  return { about: letter.fileName, problem: errorWords(letter.status.code) }
}

/** The row of a person: the most urgent letter, and how many others there are. */
export function rowOfPerson(
  key: string,
  who: NextRow['who'],
  ahead: Ahead,
  doubt: ClockDoubt | null,
): NextRow {
  const first = firstOf(ahead)
  return {
    key,
    who,
    next: first && nextLetterOf(first),
    way: first && `#/letter/${first.letter.id}`,
    also: alsoOf(ahead),
    ...(first ? unreadOf(first) : {}),
    doubt,
  }
}

/** The most urgent first; rows with nothing due come last, in the order in which they came. */
export const byNextDay = ({ next: a }: NextRow, { next: b }: NextRow): number =>
  a && b ? byUrgency(a, b) : Number(a === null) - Number(b === null)
