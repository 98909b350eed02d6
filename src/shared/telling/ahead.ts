import { compareDays } from '../deadlines/days.ts'
import type { Letter, LetterId } from '../model/letter.ts'
import type { Telling, TellingState } from './telling.ts'

/** A letter that is not in the trash, and what it says today. */
export type Told = { letter: Letter; telling: Telling }

/** What is ahead in some letters: of a person, or of a whole library. */
export type Ahead = {
  /** There is something to do about these, the most urgent first. */
  due: Told[]
  /** Something was sent about these, or a newer letter of the IRS should have come; those whose answer is overdue first. */
  waiting: Told[]
  /** These did not open, or need a password. */
  unread: Told[]
  /** Being read. */
  reading: number
  /** Nobody has compared these with the paper yet; those that did not open are not among them. */
  unchecked: number
}

/** Sorts letters by what is to be done about them. */
export function aheadOf(letters: readonly Letter[], tellings: ReadonlyMap<LetterId, Telling>): Ahead {
  const told = letters.flatMap((letter) => {
    const telling = tellings.get(letter.id)
    return telling ? [{ letter, telling }] : []
  })
  const of = (place: Place) => told.filter(({ telling }) => placeOf(telling.state) === place)
  const due = of('due')
  return {
    due: due.sort(byLetter),
    waiting: of('waiting').sort(byLetter),
    unread: of('unread'),
    reading: of('reading').length,
    unchecked: [...due, ...of('waiting')].filter(({ telling }) => telling.unchecked).length,
  }
}

type Place = 'due' | 'waiting' | 'unread' | 'reading' | 'done'

function placeOf(state: TellingState): Place {
  switch (state) {
    case 'reading':
      return 'reading'
    case 'locked':
    case 'unreadable':
      return 'unread'
    case 'sent':
    case 'irsOverdue':
      return 'waiting'
    case 'replaced':
    case 'done':
      return 'done'
    case 'notIrs':
    case 'unknownNumber':
    case 'open':
    case 'near':
    case 'lastDay':
    case 'lateNextOpen':
    case 'allOver':
    case 'answerOverdue':
      return 'due'
  }
}

const byLetter = (a: Told, b: Told): number => byUrgency(a.telling, b.telling)

type Urgent = Pick<Telling, 'state' | 'mailBy' | 'lastDay' | 'daysLeft'>

/**
 * What has a day to act by comes first, the nearest day to mail first; then what is late and can still be done; then what has
 * no day. Two of the same day stay in the order in which they came.
 */
export function byUrgency(a: Urgent, b: Urgent): number {
  const [dayA, dayB] = [actBy(a), actBy(b)]
  if (dayA !== null && dayB !== null)
    return compareDays(dayA, dayB) || (a.lastDay && b.lastDay ? compareDays(a.lastDay, b.lastDay) : 0)
  if (dayA !== dayB) return dayA !== null ? -1 : 1
  return rank[a.state] - rank[b.state]
}

/** The day of what is due: to mail by, else the last one. A practical day that has passed is none. */
const actBy = ({ mailBy, lastDay, daysLeft }: Urgent): Telling['lastDay'] =>
  daysLeft !== null && daysLeft < 0 ? null : (mailBy ?? lastDay)

const rank: Record<TellingState, number> = {
  lastDay: 0,
  near: 0,
  lateNextOpen: 1,
  answerOverdue: 1,
  irsOverdue: 1,
  open: 2,
  unknownNumber: 3,
  allOver: 4,
  notIrs: 5,
  locked: 6,
  unreadable: 6,
  reading: 7,
  sent: 8,
  replaced: 9,
  done: 9,
}
