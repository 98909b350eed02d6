import type { Deadline } from '../deadlines/deadline.ts'
import { decisionOf } from '../deadlines/decision.ts'
import { type Message, say, together } from '../i18n/message.ts'
import { textsIn } from '../i18n/text-ids.ts'
import { rightsNamed } from '../law/advice.ts'
import type { Notice } from '../law/law.ts'
import { contactOf } from './contact.ts'
import { oddDate } from './dates.ts'
import { wasEstimated } from './firm.ts'
import { type Now, type SaidStep, saidNow } from './holds.ts'
import { isAct, stepForMissingDate, stepForRight, stepOfLetter } from './next-step.ts'
import type { RightNow } from './right-now.ts'
import type { ToldLetter } from './state-of.ts'
import type { Said, Telling, TellingState } from './telling.ts'

type Input = {
  letter: ToldLetter
  notice: Notice
  now: Now
  state: TellingState
  /** The right that matters now; null where nothing is to be done about one. */
  focus: RightNow | null
  deadlines: readonly Deadline[]
}

/** The one next step and those after it. */
export function stepsOf(input: Input): Pick<Telling, 'nextStep' | 'steps'> {
  const nextStep = nextOf(input)
  const more = isWaiting(input.state) ? [] : moreSteps(input, nextStep)
  return { nextStep, steps: eachOnce([nextStep, ...more]) }
}

const isWaiting = (state: TellingState): boolean =>
  state === 'sent' || state === 'irsOverdue' || state === 'replaced' || state === 'done'

const plain = (text: Said['text']): Said => ({ text, right: null, state: null })

function nextOf({ letter, notice, now, state, focus, deadlines }: Input): Said {
  const odd = oddDate(letter, now.today)
  if (odd && !isWaiting(state)) return odd
  const next = ordinaryNext({ letter, notice, now, state, focus, deadlines })
  const isUnseen = now.rights.some((right) => right.state === 'over' && right.deadline.lacksPrinted)
  // A right is late by our count alone, and the letter prints the day that counts: to look for it comes first.
  return isUnseen && (state === 'lateNextOpen' || state === 'allOver')
    ? { ...next, text: together([say('telling.next.findPrinted'), next.text]) }
    : next
}

function ordinaryNext({ letter, notice, now, state, focus, deadlines }: Input): Said {
  switch (state) {
    case 'sent':
      return plain(say('telling.next.sent'))
    case 'irsOverdue':
      return plain(irsLate(deadlines))
    case 'replaced':
      return plain(say('telling.next.replaced'))
    case 'allOver':
      return plain(allOver(notice))
    default:
      return openStep({ letter, notice, now, focus }, state)
  }
}

/** A payment plan and a hardship pause are for those whom the IRS wants money from. */
const allOver = ({ stage }: Notice) =>
  say(stage.startsWith('collection') ? 'telling.next.allOver' : 'telling.next.allOverAsk')

function openStep(
  { letter, notice, now, focus }: Pick<Input, 'letter' | 'notice' | 'now' | 'focus'>,
  state: TellingState,
): Said {
  if (notice.onlyRefusalIsAppealable && decisionOf(letter) === null) return plain(say('telling.next.decide'))
  const input = { notice, now, contact: contactOf(letter) }
  const missing = stepForMissingDate(now)
  if (missing && !focus?.until) return missing
  if (state === 'answerOverdue') return overdueStep(input)
  // What is left has neither a form nor a day of its own: audit reconsideration, once Tax Court is closed.
  if (state === 'lateNextOpen' && focus?.until === null && isWithoutForm(focus))
    return { text: allOver(notice), right: focus.id, state: focus.state }
  return focus ? stepForRight(input, focus) : stepOfLetter(input)
}

/** Audit reconsideration; a hearing that an earlier letter may have opened. */
const isWithoutForm = ({ deadline: { program, rule } }: RightNow): boolean =>
  program === 'other' || (program === 'EH' && rule === 'none')

/** Being late with an answer ends no right: the letter's own words for it, else that it can be done now. */
function overdueStep({ notice, now }: { notice: Notice; now: Now }): Said {
  const late = now.rights.find(({ state, until }) => state === 'over' && until !== null)
  if (!late?.until) return stepOfLetter({ notice, now })
  const { by } = late.deadline
  const estimated = wasEstimated(late.deadline)
  const was = say('telling.next.was', { day: late.until })
  // What is done online or by the person alone is not answered: the letter's own words say what is still possible.
  const [own] = by === 'online' || by === 'do' ? saidNow(notice.ifLate, now) : []
  const then = own ? own.text : say(by === 'call' ? 'telling.next.callNow' : 'telling.next.answerNow')
  return plain(together([was, ...(estimated ? [estimated] : []), then]))
}

function irsLate(deadlines: readonly Deadline[]) {
  const late = deadlines.find(({ actor, state, lastDay }) => actor === 'irs' && state === 'passed' && lastDay)
  return late?.lastDay ? say('telling.next.irsOverdue', { day: late.lastDay }) : say('telling.next.sent')
}

/** The letter's own steps that hold; where something has passed, what the law files say is still possible. */
function moreSteps({ notice, now, state }: Input, next: Said): Said[] {
  const isLate = state === 'lateNextOpen' || state === 'allOver' || state === 'answerOverdue'
  const rest = withoutSaid(saidNow(notice.steps, now), now, next)
  return isLate ? [...withoutSaid(saidNow(notice.ifLate, now), now, next), ...rest] : rest
}

/** Without the acts of the right that the next step is about: it has said with the day what they say. */
function withoutSaid(steps: SaidStep[], { rights }: Now, next: Said): SaidStep[] {
  const told = rights.find(({ id }) => id === next.right)
  if (told?.state !== 'open' || told.deadline.by === 'do') return steps
  const names = [told.id, told.deadline.program]
  return steps.filter((step) => !isAct(step) || !rightsNamed(step.text).some((name) => names.includes(name)))
}

/** Once each, and not again what the next step holds. */
function eachOnce(steps: Said[]): Said[] {
  const said = new Set<string>()
  return steps.filter(({ text }) => {
    const isNew = !said.has(wordsOf(text))
    for (const each of textsIn(text)) said.add(each.en)
    said.add(wordsOf(text))
    return isNew
  })
}

const wordsOf = (text: Message): string => ('en' in text ? text.en : JSON.stringify(text))
