import type { Deadline } from '../deadlines/deadline.ts'
import { decisionOf } from '../deadlines/decision.ts'
import { findLetter, type Law } from '../law/law.ts'
import { type LoggedKind, sentKinds } from '../model/case-event.ts'
import { factsOf, type Letter } from '../model/letter.ts'
import { isPastHold } from './focus.ts'
import type { RightNow } from './right-now.ts'
import type { TellingState } from './telling.ts'

/** A letter as it is told; what a letter on the command line lacks may be absent. */
export type ToldLetter = Pick<Letter, 'confirmed' | 'reading' | 'events' | 'answers'> &
  Partial<Pick<Letter, 'status' | 'isIrs' | 'mailings' | 'special' | 'specialBefore'>>

type Known = { law: Law; letter: ToldLetter; rights: readonly RightNow[]; isReplaced: boolean }

/** What the letter itself settles before any right is looked at; null: its rights decide. */
export function settledState({ law, letter }: Pick<Known, 'law' | 'letter'>): TellingState | null {
  const { status, confirmed, isIrs } = letter
  const { noticeCode } = factsOf(letter)
  if (has(letter, 'letterDone')) return 'done'
  if (!confirmed) {
    if (status?.kind === 'failed') return lockedCodes.has(status.code) ? 'locked' : 'unreadable'
    if (status && status.kind !== 'read' && noticeCode === null) return 'reading'
    if (isIrs === false && noticeCode === null) return 'notIrs'
  }
  if (has(letter, 'debtPaid')) return 'done'
  const known = findLetter(law, noticeCode)
  if (!known) return 'unknownNumber'
  return 'onlyRefusalIsAppealable' in known &&
    known.onlyRefusalIsAppealable &&
    decisionOf(letter) === 'granted'
    ? 'done'
    : null
}

const lockedCodes = new Set(['scan.password', 'scan.wrong-password'])

/** How a letter of a known number stands, by its rights. */
export function stateByRights(
  known: Known,
  focus: RightNow | null,
  deadlines: readonly Deadline[],
): TellingState {
  const { letter, rights, isReplaced } = known
  const own = rights.filter(({ deadline }) => !deadline.aside)
  const isTask = focus !== null && focus.until !== null
  if (!isTask) {
    if (isSent(letter)) return isIrsLate(deadlines) ? 'irsOverdue' : 'sent'
    if (isReplaced) return 'replaced'
  }
  const over = own.filter(
    (right) => right.state === 'over' && right.deadline.ends === 'right' && !isShortCap(right, focus),
  )
  const isMoreLeft = focus !== null || own.some(({ state }) => state === 'unknown')
  if (focus && isPastHold(focus)) return 'lateNextOpen'
  if (over.length > 0 && !isLaterEnd(over, focus)) return isMoreLeft ? 'lateNextOpen' : 'allOver'
  if (!isTask) return own.some(isRequestOver) && !own.some(isUndatedRight) ? 'answerOverdue' : 'open'
  return nearness(focus)
}

function nearness({ deadline: { daysLeft } }: RightNow): TellingState {
  if (daysLeft === 0) return 'lastDay'
  return daysLeft !== null && daysLeft <= 7 ? 'near' : 'open'
}

/** The short clocks of a collection appeal make no letter late whose hearing or plan appeal is open. */
const isShortCap = ({ deadline }: RightNow, focus: RightNow | null): boolean =>
  deadline.program === 'CAP' &&
  focus !== null &&
  focus.until !== null &&
  focus.deadline.program !== 'CAP' &&
  focus.deadline.program !== 'other'

/** What has passed applies only on a condition, and the letter's main right has not: `while the bank holds the money`. */
const isLaterEnd = (over: RightNow[], focus: RightNow | null): boolean =>
  focus !== null &&
  over.every(({ deadline }) => deadline.onlyIf !== null && deadline.program !== 'EH') &&
  focus.deadline.onlyIf === null

const isRequestOver = ({ state, deadline }: RightNow): boolean =>
  state === 'over' && deadline.ends === 'request'
const isUndatedRight = ({ state, until, deadline }: RightNow): boolean =>
  state === 'open' && until === null && deadline.program === 'CAP'

const isIrsLate = (deadlines: readonly Deadline[]): boolean =>
  deadlines.some(({ actor, state }) => actor === 'irs' && state === 'passed')

const has = ({ events }: ToldLetter, kind: LoggedKind): boolean => events.some((each) => each.kind === kind)

const sent: readonly LoggedKind[] = sentKinds
/** Something went to the IRS or a court about this letter. */
const isSent = ({ events, mailings = [] }: ToldLetter): boolean =>
  mailings.length > 0 || events.some(({ kind }) => sent.includes(kind))
