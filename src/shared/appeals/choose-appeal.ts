import { computeDeadlines } from '../deadlines/compute-deadlines.ts'
import type { Deadline } from '../deadlines/deadline.ts'
import { decisionOf } from '../deadlines/decision.ts'
import { type Message, say } from '../i18n/message.ts'
import { partsOf } from '../law/advice.ts'
import {
  type ClockStart,
  findLetter,
  findNotice,
  getRule,
  type Law,
  type Notice,
  type Program,
} from '../law/law.ts'
import type { CollectionContact } from '../model/appeal.ts'
import type { Day } from '../model/day.ts'
import { factsOf, type Letter } from '../model/letter.ts'
import type { AppealChoice } from './appeal-choice.ts'
import { appealQuestions } from './appeal-questions.ts'
import { eachOnce } from './each-once.ts'
import { windowWords } from './window-words.ts'

type ChosenLetter = Pick<Letter, 'confirmed' | 'reading' | 'events' | 'answers' | 'special'>

/**
 * The route that fits this letter today. An open CDP hearing comes first, because it keeps the right to go to
 * court and because an issue heard under CAP can't be raised there later (CAP-A7); then the equivalent
 * hearing; then the payment-plan appeal or CAP. Where a missing date decides, the answer is `unknown` with
 * the question to ask, never a guess.
 */
export function chooseAppeal(law: Law, letter: ChosenLetter, today: Day): AppealChoice {
  const deadlines = computeDeadlines(law, letter, today)
  return { ...routeOf(law, letter, deadlines), questions: appealQuestions(deadlines) }
}

function routeOf(law: Law, letter: ChosenLetter, deadlines: Deadline[]): Route {
  const notice = findNotice(law, factsOf(letter).noticeCode)
  if (!notice) return unknownLetter(law, letter)
  if (notice.onlyRefusalIsAppealable && decisionOf(letter) === 'granted')
    return other([say('place.grants')], [])
  const of = (program: Program) => deadlines.filter((each) => each.program === program)
  return (
    hearing(law, of('CDP')[0], of('EH')[0], of('CAP')[0]) ??
    planAppeal(law, of('IA-appeal')) ??
    collectionAppeal(law, letter, deadlines) ??
    otherRoute(law, notice, deadlines)
  )
}

/** Of a letter known by name, no route is told: what is printed on it decides. */
function unknownLetter(law: Law, letter: ChosenLetter): Route {
  const named = findLetter(law, factsOf(letter).noticeCode)
  if (!named) return unknown([say('route.noNumber')], [say('route.whichLetter')])
  return unknown([say('place.named', { name: named.printedAs[0] ?? named.code })], [say('notice.namedLook')])
}

/** `Omit` over each member of the union. */
type Route = AppealChoice extends infer C ? (C extends AppealChoice ? Omit<C, 'questions'> : never) : never

/** undefined: as far as we know, no hearing is open for this letter. */
function hearing(
  law: Law,
  cdp: Deadline | undefined,
  eh: Deadline | undefined,
  cap: Deadline | undefined,
): Route | undefined {
  const also = cap ? [say('route.alsoCap', { what: cap.title })] : []
  if (!cdp) return undefined
  if (cdp.state === 'met') return other([windowWords(cdp), statement(law, 'CDP-9')], also)
  if (isOpen(cdp)) {
    const because = [
      windowWords(cdp),
      ...conditions([cdp]),
      cdp.note,
      statement(law, 'CDP-9'),
      statement(law, 'CAP-A7'),
    ]
    return { route: 'CDP', form: '12153', because, givesUp: [], also }
  }
  // A hearing that only some of these letters carry does not block the other routes; `also` names it.
  if (cdp.state === 'unknown') return cdp.onlyIf ? undefined : askForStart(cdp)
  if (!eh || eh.state === 'late') return undefined
  if (eh.state === 'met') return other([windowWords(cdp), windowWords(eh)], also)
  if (eh.state === 'unknown') return askForStart(eh)
  return {
    route: 'EH',
    form: '12153',
    because: [windowWords(cdp), windowWords(eh), statement(law, eh.rule)],
    givesUp: [eh.note],
    also: [statement(law, 'CDP-11'), ...also],
  }
}

/** A payment plan that was refused, changed, or ended. */
function planAppeal(law: Law, rights: Deadline[]): Route | undefined {
  const counted = rights.filter((each) => each.state !== 'noClock')
  const open = counted.filter((each) => isOpen(each) || each.state === 'notStarted')
  const [first] = open
  if (first) {
    return {
      route: 'IA-appeal',
      form: '9423',
      because: [...open.map(windowWords), ...conditions(open), statement(law, 'CAP-I7')],
      givesUp: [statement(law, 'CAP-G2'), ...(rights.length > 1 ? [statement(law, 'CAP-I5')] : [])],
      also: [statement(law, 'CAP-I2')],
    }
  }
  const missing = counted.find((each) => each.state === 'unknown')
  if (missing) return askForStart(missing)
  if (counted.length === 0) return undefined
  const isMet = counted.some(({ state }) => state === 'met')
  return other(counted.map(windowWords), [statement(law, isMet ? 'CAP-I7' : 'CAP-I10')])
}

function collectionAppeal(law: Law, letter: ChosenLetter, deadlines: Deadline[]): Route | undefined {
  const cap = deadlines.find((each) => each.program === 'CAP')
  if (!cap) return undefined
  const onForm = deadlines.filter(
    ({ program, form, actor }) => program === 'CAP' && form !== null && actor === 'taxpayer',
  )
  const done = onForm.find(({ state }) => state === 'met')
  // Saying on the phone that you will appeal is not enough: after a conference, the form has a deadline of
  // its own.
  if (done && !onForm.some(isOpen)) return other([windowWords(done), statement(law, 'CAP-A1')], [])
  const hearings = deadlines.filter((each) => each.program === 'CDP' || each.program === 'EH')
  const over = hearings.filter((each) => each.state === 'late').map(windowWords)
  const first = statement(law, letter.answers.contact ? firstStep[letter.answers.contact] : ruleOf(cap))
  return {
    route: 'CAP',
    form: '9423',
    because: eachOnce([...over, ...conditions([cap]), first, cap.note]),
    givesUp: ['CAP-G2', 'CAP-A3', 'CAP-A7'].map((id) => statement(law, id)),
    also: hearings
      .filter(mayBeOpen)
      .map(({ title, note }) => say('route.alsoHearing', { what: title, note })),
  }
}

/** Where no rule counts this appeal, what all of them have in common. */
const ruleOf = ({ rule }: Deadline): string => (rule === 'none' || rule === 'printed' ? 'CAP-G4' : rule)

/** How the appeal begins, by who took the action (rule CAP-G4). */
const firstStep: Record<CollectionContact, string> = {
  revenueOfficer: 'CAP-F1',
  phoneOrNotice: 'CAP-P1',
  advisory: 'CAP-N2',
}

/** No collection appeal: the letter's own rights first, then the routes that its notice names. */
function otherRoute(law: Law, notice: Notice, deadlines: Deadline[]): Route {
  const because =
    deadlines.length > 0
      ? [say('route.noCollectionAppeal'), ...deadlines.map(windowWords)]
      : [say('route.opensNone')]
  const rest = deadlines.some(mayStillAct)
    ? []
    : partsOf(notice.ifLate).filter((part) => part.while !== 'open' && part.while !== 'notOver')
  return other(because, [...rest, ...(notice.action ? [] : [statement(law, 'HELP-911')])])
}

const other = (because: Message[], also: Message[]): Route => ({
  route: 'other',
  form: null,
  because,
  givesUp: [],
  also,
})

const unknown = (because: Message[], ask: Message[]): Route => ({
  route: 'unknown',
  form: null,
  because,
  ask,
})

const askForStart = (deadline: Deadline): Route =>
  unknown(
    [say('route.startNotKnown', { what: deadline.title })],
    [say(`route.ask.${questions[deadline.start.kind] ?? 'other'}`)],
  )

/**
 * Asks only about dates in the past: what is up to the person has not started yet, so there is nothing to
 * ask.
 */
const questions: Partial<Record<ClockStart, 'noticeDate' | 'nftlFiled' | 'terminationDate'>> = {
  noticeDate: 'noticeDate',
  nftlFiled: 'nftlFiled',
  terminationDate: 'terminationDate',
}

const statement = (law: Law, rule: string): Message => getRule(law, rule).statement
const isOpen = ({ state }: Deadline): boolean => state === 'open' || state === 'lastDay'
const mayStillAct = ({ state, actor }: Deadline): boolean =>
  actor === 'taxpayer' && state !== 'late' && state !== 'met'
const mayBeOpen = ({ state }: Deadline): boolean => state === 'unknown' || state === 'noClock'
const conditions = (deadlines: Deadline[]): Message[] =>
  deadlines.flatMap(({ onlyIf }) => (onlyIf ? [say('route.onlyIf', { what: onlyIf })] : []))
