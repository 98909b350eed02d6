import { isPractical } from '../deadlines/deadline.ts'
import { nearDay } from '../deadlines/near-day.ts'
import { sendWords } from '../deadlines/send-words.ts'
import { type Message, type Sentence, say, together } from '../i18n/message.ts'
import { assertNever } from '../model/result.ts'
import { countOf } from './count.ts'
import { firmWords, wasEstimated } from './firm.ts'
import type { Now } from './holds.ts'
import type { RightNow } from './right-now.ts'
import type { Said, Telling, TellingState } from './telling.ts'

type Input = { focus: RightNow | null; state: TellingState; now: Now; unchecked: boolean }

/**
 * `Mail it by tomorrow, Monday ... The last day is Friday ...: 5 days left.` Of a letter that is late, first which
 * deadline has passed, so that the days left of another right calm nobody.
 */
export function whenOf(input: Input): Said | null {
  const { focus, now, unchecked } = input
  const late = lateOf(now.rights)
  const own = focus?.until ? limitOf(focus, now) : null
  if (focus && own) {
    const passed = passedBefore(input)
    const first = passed ? [passed.text, stillWords(focus)] : []
    return { text: together([...first, own.send, ...own.last]), right: focus.id, state: focus.state }
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

/** What is said around a next step that holds the way to send it; null for another step. */
export function aroundStep(input: Input, nextStep: Said): Telling['aroundStep'] {
  const { focus, now } = input
  const own = focus?.until ? limitOf(focus, now) : null
  if (!focus || !own || own.last.length === 0 || !holds(nextStep, own.send)) return null
  const lastDay = { text: together(own.last), right: focus.id, state: focus.state }
  return { late: passedBefore(input), lastDay }
}

const holds = ({ text }: Said, send: Sentence): boolean =>
  'key' in text && JSON.stringify(text.values.send) === JSON.stringify(send)

/** The deadline that has passed, where another right is left. */
function passedBefore({ state, now, unchecked }: Input): Said | null {
  const late = state === 'lateNextOpen' ? lateOf(now.rights) : null
  if (!late) return null
  const text = together([lateWords(late, unchecked), ...(unchecked ? [] : notFinalWords(late))])
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

type Limit = { send: Sentence; last: Message[] }

/** When to send it; and the last day, how many days are left until then, and what that day is worth. */
function limitOf({ deadline, until }: RightNow, { today }: Now): Limit | null {
  const send = sendWords(deadline)
  const count = deadline.daysLeft
  if (!until || !send || count === null) return null
  const firm = firmWords(deadline)
  if (count === 0) return { send, last: [firm] }
  const left = countOf(deadline, count)
  if (isPractical(deadline))
    return { send, last: [say('telling.when.practical', { left, day: until }), firm] }
  const key = deadline.ends === 'request' ? 'telling.when.asked' : 'telling.when.left'
  return { send, last: [say(key, { left, day: nearDay(until, today) }), firm] }
}
