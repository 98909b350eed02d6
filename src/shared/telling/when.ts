import { isPractical } from '../deadlines/deadline.ts'
import { nearDay } from '../deadlines/near-day.ts'
import { sendWords } from '../deadlines/send-words.ts'
import { type Message, say, together } from '../i18n/message.ts'
import { assertNever } from '../model/result.ts'
import { countOf } from './count.ts'
import { firmWords, wasEstimated } from './firm.ts'
import type { Now } from './holds.ts'
import type { RightNow } from './right-now.ts'
import type { Said, TellingState } from './telling.ts'

type Input = { focus: RightNow | null; state: TellingState; now: Now; unchecked: boolean }

/**
 * `Mail it by tomorrow, Monday ... The last day is Friday ...: 5 days left.` Of a letter that is late, first which
 * deadline has passed, so that the days left of another right calm nobody.
 */
export function whenOf({ focus, state, now, unchecked }: Input): Said | null {
  const late = lateOf(now.rights)
  const own = focus?.until ? limitWords(focus, now) : null
  if (focus && own) {
    const isLate = state === 'lateNextOpen' && late !== null
    const parts = isLate ? [lateWords(late, unchecked), stillWords(focus), ...own] : own
    return { text: together(parts), right: focus.id, state: focus.state }
  }
  if (!late) return null
  const estimated = wasEstimated(late.deadline)
  const text = together([
    lateWords(late, unchecked),
    ...(unchecked ? [] : notFinalWords(late)),
    ...(estimated ? [estimated] : []),
  ])
  return { text, right: late.id, state: late.state }
}

type Late = RightNow & { until: NonNullable<RightNow['until']> }

/** The right that has passed; a hearing, a court, and the appeal of a payment plan before what they leave. */
function lateOf(rights: readonly RightNow[]): Late | null {
  const late = rights.filter(
    (right): right is Late =>
      right.state === 'over' &&
      right.until !== null &&
      !right.deadline.aside &&
      right.deadline.ends === 'right',
  )
  return late.find(({ deadline }) => hardRights.has(deadline.program)) ?? late[0] ?? null
}

const hardRights: ReadonlySet<RightNow['deadline']['program']> = new Set(['CDP', 'IA-appeal', 'tax-court'])

function lateWords({ deadline: { program, title: what }, until: day }: Late, unchecked: boolean): Message {
  if (program === 'CAP' || program === 'other')
    return say(unchecked ? 'telling.when.lateUnchecked' : 'telling.when.late', { what, day })
  const late = say(`telling.late.${program}`, { day })
  return unchecked ? say('telling.when.ifRead', { late }) : late
}

function notFinalWords({ deadline: { notFinal } }: Late): Message[] {
  switch (notFinal) {
    case 'ask':
      return [say('telling.when.notFinal')]
    case 'notice':
      return [say('telling.when.notFinalNotice')]
    case 'excuse':
      return [say('telling.when.notFinalExcuse')]
    case null:
      return []
    default:
      return assertNever(notFinal, 'a lateness without words')
  }
}

const stillWords = ({ deadline: { program, title: what } }: RightNow): Message =>
  program === 'other' ? say('telling.still.other', { what }) : say(`telling.still.${program}`)

/** When to send it, the last day, how many days are left until then, and what that day is worth. */
function limitWords({ deadline, until }: RightNow, { today }: Now): Message[] | null {
  const send = sendWords(deadline)
  const count = deadline.daysLeft
  if (!until || !send || count === null) return null
  const firm = firmWords(deadline)
  if (count === 0) return [send, firm]
  const left = countOf(deadline, count)
  if (isPractical(deadline)) return [say('telling.when.practical', { left, send, day: until }), firm]
  const key = deadline.ends === 'request' ? 'telling.when.asked' : 'telling.when.left'
  return [say(key, { left, send, day: nearDay(until, today) }), firm]
}
