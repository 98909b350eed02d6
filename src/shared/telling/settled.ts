import { type Message, say } from '../i18n/message.ts'
import { findLetter, type Law } from '../law/law.ts'
import { seriesOf } from '../law/notice-number.ts'
import { namedMeaning, namedSteps } from '../law/notice-page.ts'
import { factsOf } from '../model/letter.ts'
import { doubtsOf } from './dates.ts'
import { daysOf } from './days-of.ts'
import { focusOf } from './focus.ts'
import { meaningNow, type Now } from './holds.ts'
import { leftOf } from './left.ts'
import type { ToldLetter } from './state-of.ts'
import type { Said, Telling, TellingState } from './telling.ts'
import { whenOf } from './when.ts'

const plain = (text: Message): Said => ({ text, right: null, state: null })

/**
 * A letter that its rights do not decide: one that is not read, is not from the IRS, is done, or has a number of which
 * no right is known. Of the last, the day printed on it counts all the same.
 */
export function tellSettled(
  law: Law,
  letter: ToldLetter,
  settled: TellingState | null,
  now: Now,
): Omit<Telling, 'sentences'> {
  const facts = factsOf(letter)
  const known = findLetter(law, facts.noticeCode)
  const named = known ?? findLetter(law, earlyNumber(letter))
  const state = settled ?? 'unknownNumber'
  const focus = state === 'unknownNumber' ? focusOf(now.rights, 'other') : null
  const [next, ...more] = [...afterPrintedDay(state, now), ...stepsFor(law, letter, state)]
  const nextStep = next ?? plain(say('telling.next.noDay'))
  return {
    state,
    road: 'answer',
    unchecked: letter.confirmed === null,
    title: titleOf(law, letter, state),
    name: named?.printedAs[0] ?? facts.noticeCode,
    officialTitle: named?.title ?? null,
    ...daysOf(law, focus),
    when:
      state === 'unknownNumber' ? whenOf({ focus, state, now, unchecked: letter.confirmed === null }) : null,
    aroundStep: null,
    nextStep,
    steps: [nextStep, ...more],
    howTo: [],
    meaning: known ? meaningOf(known, now) : meaningOfSeries(law, facts.noticeCode),
    ifNothing: null,
    left: leftOf(now.rights),
    doubts: doubtsOf(letter, now.today),
  }
}

/** A right may have ended with the day that an unknown letter prints: somebody who knows must see it today. */
const afterPrintedDay = (state: TellingState, { rights }: Now): Said[] =>
  state === 'unknownNumber' && rights.some((right) => right.state === 'over')
    ? [plain(say('telling.next.allOverAsk'))]
    : []

const meaningOfSeries = (law: Law, code: string | null): Said[] =>
  code === null ? [] : [plain(seriesOf(law, code).meaning)]

/** The number of a letter that is still being read. */
const earlyNumber = ({ status }: ToldLetter): string | null =>
  status?.kind === 'reading' ? (status.number ?? null) : null

function meaningOf(known: NonNullable<ReturnType<typeof findLetter>>, now: Now): Said[] {
  return 'kind' in known ? [plain(namedMeaning(known))] : meaningNow(known.meaning, now)
}

function titleOf(law: Law, letter: ToldLetter, state: TellingState): Message {
  const { noticeCode } = factsOf(letter)
  const known = findLetter(law, noticeCode ?? earlyNumber(letter))
  if (known) return known.plainTitle
  switch (state) {
    case 'reading':
    case 'locked':
    case 'unreadable':
    case 'notIrs':
      return say(`telling.title.${state}`)
    default:
      return noticeCode === null ? say('telling.title.unknownNumber') : seriesOf(law, noticeCode).title
  }
}

function stepsFor(law: Law, letter: ToldLetter, state: TellingState): Said[] {
  switch (state) {
    case 'reading':
    case 'locked':
    case 'unreadable':
    case 'done':
      return [plain(say(`telling.next.${state}`))]
    case 'notIrs': {
      const isFraud = (letter.reading?.scamIndicators ?? []).length > 0
      return [plain(say(isFraud ? 'telling.next.fraud' : 'telling.next.notIrs'))]
    }
    default:
      return stepsOfNumber(law, letter)
  }
}

/** Of a number by name or of no list: to look, to compare, and to ask. */
function stepsOfNumber(law: Law, letter: ToldLetter): Said[] {
  const { noticeCode } = factsOf(letter)
  if (noticeCode === null) return [plain(say('telling.next.findNumber'))]
  const known = findLetter(law, noticeCode)
  if (known && 'kind' in known) return namedSteps(known).map(plain)
  return seriesOf(law, noticeCode).steps.map(plain)
}
