import type { Deadline } from '../deadlines/deadline.ts'
import { decisionOf } from '../deadlines/decision.ts'
import { english } from '../i18n/english.ts'
import { say } from '../i18n/message.ts'
import { rightsNamed } from '../law/advice.ts'
import type { Notice } from '../law/law.ts'
import { oddDate } from './dates.ts'
import { type Now, saidNow } from './holds.ts'
import { stepForMissingDate, stepForRight, stepOfLetter } from './next-step.ts'
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
  const input = { notice, now, contact: letter.answers.contact }
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
  return plain(say('telling.next.overdue', { day: late.until }))
}

function irsLate(deadlines: readonly Deadline[]) {
  const late = deadlines.find(({ actor, state, lastDay }) => actor === 'irs' && state === 'passed' && lastDay)
  return late?.lastDay ? say('telling.next.irsOverdue', { day: late.lastDay }) : say('telling.next.sent')
}

/** The letter's own steps that hold; where something has passed, what the law files say is still possible. */
function moreSteps({ notice, now, focus, state }: Input, next: Said): Said[] {
  const isLate = state === 'lateNextOpen' || state === 'allOver' || state === 'answerOverdue'
  const rest = withoutSaid(saidNow(notice.steps, now), focus, next)
  return isLate ? [...withoutSaid(saidNow(notice.ifLate, now), focus, next), ...rest] : rest
}

/** Without those that say only what the next step has said with its day: of those about the right, what has most of its words, or else the most alike. */
function withoutSaid(steps: Said[], focus: RightNow | null, next: Said): Said[] {
  const names = focus ? [focus.id, focus.deadline.program] : []
  const isSaid = ({ text }: Said) =>
    'en' in text &&
    rightsNamed(text).some((name) => names.includes(name)) &&
    /Form \d|appeal|petition/i.test(text.en)
  const isPetition = ({ text }: Said) =>
    focus?.deadline.program === 'tax-court' && /\b(?:file|petition)\b.*\bCourt\b/i.test(english(text))
  const alike = steps.map((step) => {
    if (!isSaid(step)) return -1
    return isPetition(step) ? 1 : shareOf(english(step.text), english(next.text))
  })
  const most = Math.max(0, ...alike)
  return steps.filter((_, index) => (alike[index] ?? -1) < Math.min(most, mostlySaid))
}

/** As many of the words of a step in another one say that it is the same step. */
const mostlySaid = 0.4
/** Fewer words than this say nothing: `with the petition`. */
const fewest = 3

/** How many of the words of a text that carry its meaning are in the other one, from 0 to 1. */
function shareOf(text: string, other: string): number {
  const wordsOf = (each: string) => each.toLowerCase().match(/[\p{L}\d]{4,}/gu) ?? []
  const words = wordsOf(text)
  const known = new Set(wordsOf(other))
  const shared = words.filter((word) => known.has(word)).length
  return shared < fewest ? 0 : shared / words.length
}

/** Once each, and not again what the next step says in its own words. */
function eachOnce(steps: Said[]): Said[] {
  const texts = steps.map(({ text }) => english(text))
  const [first = ''] = texts
  return steps.filter((_, index) => {
    const text = texts[index] ?? ''
    return index === 0 || (texts.indexOf(text) === index && !first.includes(text))
  })
}
