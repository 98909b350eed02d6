import { type Deadline, isPractical } from '../deadlines/deadline.ts'
import { type Message, say, together } from '../i18n/message.ts'
import type { ClockStart } from '../law/law.ts'
import type { Day } from '../model/day.ts'
import { assertNever } from '../model/result.ts'
import { firmWords, isOnlyUnchecked, wasEstimated } from './firm.ts'
import type { RightNow } from './right-now.ts'

/** The one sentence about a right, everywhere: until when, that it has passed, or what it waits for. */
export function rightWords(right: RightNow): Message {
  const { state, until, deadline } = right
  const what = deadline.title
  switch (state) {
    case 'later':
      return until && deadline.program === 'EH'
        ? say('telling.left.later', { what, day: until })
        : windowWords(deadline)
    case 'over':
      return until ? overWords(deadline) : say('telling.left.over', { what })
    case 'open':
      if (deadline.lastDay === null) return noClockWords(deadline)
      if (isCapPast(right))
        return say(deadline.ends === 'hold' ? 'window.openPastHold' : 'window.openPast', {
          what,
          day: deadline.lastDay,
        })
      return openWords(deadline)
    case 'unknown':
    case 'done':
      return windowWords(deadline)
    default:
      return assertNever(state, 'a right without words')
  }
}

/** Until when it is open, and what that day is worth. */
function openWords(deadline: Deadline): Message {
  const until = windowWords(deadline)
  if (deadline.awaits && deadline.onlyIf)
    return together([until, say('firm.awaits', { what: deadline.onlyIf })])
  const isSaid = deadline.firmness === 'soft' && isPractical(deadline)
  return isSaid || isOnlyUnchecked(deadline) ? until : together([until, firmWords(deadline)])
}

/** That it has passed, why the day was only an estimate, and, of a right that no step speaks of, what stays open. */
function overWords(deadline: Deadline): Message {
  const { aside, ifMissed } = deadline
  const estimated = wasEstimated(deadline)
  return together([
    windowWords(deadline),
    ...(estimated ? [estimated] : []),
    ...(aside && ifMissed ? [say('window.follows', { what: ifMissed })] : []),
  ])
}

/** That no number of days is published, or that none is counted from this letter. */
const noClockWords = ({ title: what, rule }: Deadline): Message =>
  say(rule === 'none' ? 'window.noneHere' : 'window.noClock', { what })

/** What the IRS has to do, and by when. */
export const dutyWords = (deadline: Deadline): Message => windowWords(deadline)

/** The time that holds the IRS back has passed; the appeal itself has no last day. */
const isCapPast = ({ deadline }: RightNow): boolean => deadline.program === 'CAP' && deadline.state === 'late'

/**
 * `Collection Due Process hearing: open until December 21, 2026.` What the letter only asks for is never called open: no
 * right ends with its day.
 */
function windowWords(deadline: Deadline): Message {
  const { title: what, state, lastDay, metOn, start, ends } = deadline
  switch (state) {
    case 'open':
    case 'lastDay':
      if (isPractical(deadline)) return say('window.openPractical', { what, day: known(lastDay) })
      return say(ends === 'request' ? `window.${state}Request` : `window.${state}`, {
        what,
        day: known(lastDay),
      })
    case 'passed':
      return say(`window.${state}`, { what, day: known(lastDay) })
    case 'late':
      return say(ends === 'request' ? 'window.lateRequest' : `window.${lateKey(deadline)}`, {
        what,
        day: known(lastDay),
      })
    case 'notStarted':
      return start.day
        ? say('window.between', { what, from: start.day, until: known(lastDay) })
        : say('window.notYet', { what, start: startWords(start.kind) })
    case 'unknown':
      return say('window.dateMissing', { what, start: startWords(start.kind) })
    case 'met':
      return say('window.met', { what, day: known(metOn) })
    case 'noClock':
      return noClockWords(deadline)
    default:
      return assertNever(state, 'a state without words')
  }
}

/** How firmly it is said that a last day has passed. */
function lateKey({
  notFinal,
}: Pick<Deadline, 'notFinal'>): 'late' | 'lateAskFirst' | 'lateNotice' | 'lateExcuse' {
  switch (notFinal) {
    case 'ask':
      return 'lateAskFirst'
    case 'notice':
      return 'lateNotice'
    case 'excuse':
      return 'lateExcuse'
    case null:
      return 'late'
    default:
      return assertNever(notFinal, 'a lateness without words')
  }
}

/** What a count starts from, in words: `the day of the levy`. */
export const startWords = (kind: ClockStart): Message => say(`start.${kind}`)

/** The states that need it follow from the date itself; see `clock.ts`. */
function known(day: Day | null): Day {
  if (!day) throw new Error('a state of a deadline without its day')
  return day
}
