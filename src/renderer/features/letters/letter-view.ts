import { bySendBy, isTask } from '../../../shared/deadlines/ahead.ts'
import type { Deadline } from '../../../shared/deadlines/deadline.ts'
import { deadlinesOf } from '../../../shared/deadlines/deadlines-of.ts'
import { decisionOf } from '../../../shared/deadlines/decision.ts'
import { findNotice, type Law } from '../../../shared/law/law.ts'
import { replacedLetters } from '../../../shared/letters/letters-together.ts'
import { type LoggedKind, sentKinds } from '../../../shared/model/case-event.ts'
import type { Day } from '../../../shared/model/day.ts'
import { factsOf, type Letter } from '../../../shared/model/letter.ts'
import { tellOne } from '../../../shared/telling/tell-all.ts'
import type { Telling } from '../../../shared/telling/telling.ts'
import type { LetterView } from '../../state/route.ts'

/**
 * Why a letter is where it is. In `doNow`: `reading` (we are), `check` (its facts), `date` (one is ahead), `late` (all
 * its days are over and nothing was sent), `overdue` (the same, but none of them ended a right), `noDate` (something to do, no day known). In `waiting`: `sent`. In `done`:
 * `closed` (the person said so), `paid`, `granted`, `replaced` by a later letter. In `unread`: `failed`.
 */
type ViewReason =
  | { view: 'doNow'; why: 'reading' | 'check' | 'date' | 'late' | 'overdue' | 'noDate' }
  | { view: 'waiting'; why: 'sent' }
  | { view: 'done'; why: 'closed' | 'paid' | 'granted' | 'replaced' }
  | { view: 'unread'; why: 'failed' }

/** `next`: the person's soonest day that is still ahead; for `waiting` the day by which the IRS should act, if known. */
export type ListedLetter = ViewReason & { letter: Letter; next: Deadline | null; telling: Telling }

/**
 * Sets every letter that is not removed into its view, each view in its own order: `doNow` by the nearest last day, then
 * what is late, then what has no day; the others as they came. What was done counts only by what the person wrote down.
 */
export function listLettersByView(
  law: Law,
  letters: Letter[],
  today: Day,
): Record<LetterView, ListedLetter[]> {
  const present = letters.filter(({ removed }) => !removed)
  const replaced = replacedLetters(
    law,
    present.filter(({ confirmed }) => confirmed !== null),
  )
  const listed = present.map((letter) => listedLetter(law, letter, today, replaced.has(letter.id)))
  const of = (view: LetterView) => listed.filter((each) => each.view === view)
  return {
    doNow: of('doNow').sort(nearestFirst),
    waiting: of('waiting').sort(nearestFirst),
    done: of('done'),
    unread: of('unread'),
  }
}

type Row = { law: Law; today: Day; isReplaced: boolean; listed: ListedLetter }
const rows = new WeakMap<Letter, Row>()

/** Returns the same object for the same input, so that a row does not re-render when another letter changes. */
function listedLetter(law: Law, letter: Letter, today: Day, isReplaced: boolean): ListedLetter {
  const known = rows.get(letter)
  if (known && known.law === law && known.today === today && known.isReplaced === isReplaced)
    return known.listed
  const listed = computeListed(law, letter, today, isReplaced)
  rows.set(letter, { law, today, isReplaced, listed })
  return listed
}

function computeListed(law: Law, letter: Letter, today: Day, isReplaced: boolean): ListedLetter {
  const deadlines = deadlinesOf(law, letter, today)
  const ahead = deadlines.filter(isTask).sort(bySendBy)
  const next = ahead[0] ?? null
  const expected = deadlines.filter(isExpected).sort(bySendBy)[0] ?? null
  const reason = reasonOf(law, letter, deadlines, isReplaced)
  const telling = tellOne(law, letter, today, isReplaced)
  return { letter, ...reason, next: reason.view === 'waiting' ? expected : next, telling }
}

const isExpected = ({ actor, state, lastDay }: Deadline): boolean =>
  actor === 'irs' && lastDay !== null && (state === 'open' || state === 'lastDay')

function reasonOf(law: Law, letter: Letter, deadlines: readonly Deadline[], isReplaced: boolean): ViewReason {
  const { status, confirmed } = letter
  const has = (kind: LoggedKind) => letter.events.some((event) => event.kind === kind)
  if (has('letterDone')) return { view: 'done', why: 'closed' }
  if (!confirmed) {
    if (status.kind === 'failed') return { view: 'unread', why: 'failed' }
    return { view: 'doNow', why: status.kind === 'read' ? 'check' : 'reading' }
  }
  if (has('debtPaid')) return { view: 'done', why: 'paid' }
  const notice = findNotice(law, factsOf(letter).noticeCode)
  if (notice?.onlyRefusalIsAppealable && decisionOf(letter) === 'granted')
    return { view: 'done', why: 'granted' }
  const own = deadlines.filter(({ actor, aside }) => actor === 'taxpayer' && !aside)
  if (own.some(isTask)) return { view: 'doNow', why: 'date' }
  if (isSent(letter)) return { view: 'waiting', why: 'sent' }
  if (isReplaced) return { view: 'done', why: 'replaced' }
  const late = own.filter(({ state }) => state === 'late')
  if (late.some(({ ends }) => ends !== 'request')) return { view: 'doNow', why: 'late' }
  return { view: 'doNow', why: late.length > 0 ? 'overdue' : 'noDate' }
}

const sent: readonly LoggedKind[] = sentKinds
const isSent = ({ events, mailings }: Letter): boolean =>
  mailings.length > 0 || events.some(({ kind }) => sent.includes(kind))

/** The nearest last day, then those that are late, then those without a day; each group in the order in which it came. */
const nearestFirst = (a: ListedLetter, b: ListedLetter): number => orderOf(a).localeCompare(orderOf(b))
const orderOf = ({ next, why }: ListedLetter): string =>
  next?.lastDay ? `0 ${next.lastDay} ${next.sendBy ?? ''}` : why === 'late' || why === 'overdue' ? '1' : '2'
