import type { Deadline } from '../deadlines/deadline.ts'
import { deadlinesOf } from '../deadlines/deadlines-of.ts'
import { type Message, say } from '../i18n/message.ts'
import { partsOf } from '../law/advice.ts'
import { type ClockStart, findLetter, getRule, type Law, type Notice } from '../law/law.ts'
import type { CollectionContact } from '../model/appeal.ts'
import type { Day } from '../model/day.ts'
import { factsOf, type Letter } from '../model/letter.ts'
import { assertNever } from '../model/result.ts'
import { contactOf } from '../telling/contact.ts'
import { type Route, routeOf } from '../telling/route.ts'
import { wordsOfEach } from '../telling/words-of-each.ts'
import type { AppealChoice } from './appeal-choice.ts'
import { eachOnce } from './each-once.ts'

type ChosenLetter = Pick<Letter, 'confirmed' | 'reading' | 'events' | 'answers' | 'special'>

/** What is told of one right of the letter. */
type Words = (deadline: Deadline) => Message
type Told = { law: Law; letter: ChosenLetter; deadlines: readonly Deadline[]; words: Words }

/** The route that fits this letter today, with the reasons as the telling words them, and what it gives up. */
export function chooseAppeal(law: Law, letter: ChosenLetter, today: Day): AppealChoice {
  const deadlines = deadlinesOf(law, letter, today)
  const words = wordsOfEach(law, deadlines, {
    noticeDate: factsOf(letter).noticeDate,
    today,
    events: letter.events,
  })
  return choiceOf(routeOf(law, letter, deadlines), { law, letter, deadlines, words })
}

function choiceOf(route: Route, told: Told): AppealChoice {
  switch (route.route) {
    case 'unknown':
      return route.missing ? askForStart(route.missing) : unknownLetter(told)
    case 'CDP':
      return hearing(route, told)
    case 'EH':
      return equivalentHearing(route, told)
    case 'IA-appeal':
      return planAppeal(route, told)
    case 'CAP':
      return collectionAppeal(route, told)
    case 'other':
      return otherRoute(route, told)
    default:
      return assertNever(route, 'a route without words')
  }
}

type Of<R extends Route['route']> = Extract<Route, { route: R }>

/** Of a letter known by name, no route is told: what is printed on it decides. */
function unknownLetter({ law, letter }: Told): AppealChoice {
  const named = findLetter(law, factsOf(letter).noticeCode)
  if (!named) return unknown([say('route.noNumber')], [say('route.whichLetter')])
  return unknown([say('place.named', { name: named.printedAs[0] ?? named.code })], [say('notice.namedLook')])
}

function hearing({ cdp, cap }: Of<'CDP'>, { law, words }: Told): AppealChoice {
  const because = [
    words(cdp),
    ...conditions([cdp]),
    cdp.note,
    statement(law, 'CDP-9'),
    statement(law, 'CAP-A7'),
  ]
  return { route: 'CDP', form: '12153', because, givesUp: [], also: alsoCap(cap) }
}

const equivalentHearing = ({ cdp, eh, cap }: Of<'EH'>, { law, words }: Told): AppealChoice => ({
  route: 'EH',
  form: '12153',
  because: [words(cdp), words(eh), statement(law, eh.rule)],
  givesUp: [eh.note],
  also: [statement(law, 'CDP-11'), ...alsoCap(cap)],
})

const alsoCap = (cap: Deadline | undefined): Message[] =>
  cap ? [say('route.alsoCap', { what: cap.title })] : []

const planAppeal = ({ open, isOneOfTwo }: Of<'IA-appeal'>, { law, words }: Told): AppealChoice => ({
  route: 'IA-appeal',
  form: '9423',
  because: [...open.map(words), ...conditions(open), statement(law, 'CAP-I7')],
  givesUp: [statement(law, 'CAP-G2'), ...(isOneOfTwo ? [statement(law, 'CAP-I5')] : [])],
  also: [statement(law, 'CAP-I2')],
})

function collectionAppeal({ cap, hearings }: Of<'CAP'>, { law, letter, words }: Told): AppealChoice {
  const over = hearings.filter((each) => each.state === 'late').map(words)
  const contact = contactOf(letter)
  const first = statement(law, contact ? firstStep[contact] : ruleOf(cap))
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

function otherRoute(route: Of<'other'>, { law, deadlines, words }: Told): AppealChoice {
  switch (route.why) {
    case 'granted':
      return other([say('place.grants')], [])
    case 'hearingUsed':
      return route.rights.length > 1
        ? other(route.rights.map(words), alsoCap(route.cap))
        : other([...route.rights.map(words), statement(law, 'CDP-9')], alsoCap(route.cap))
    case 'planDecided': {
      const isMet = route.rights.some(({ state }) => state === 'met')
      return other(route.rights.map(words), [statement(law, isMet ? 'CAP-I7' : 'CAP-I10')])
    }
    case 'appealUsed':
      return other([words(route.right), statement(law, 'CAP-A1')], [])
    case 'appealLate':
      return other(
        route.rights.map(words),
        route.rights.flatMap(({ ifMissed }) => (ifMissed ? [ifMissed] : [])),
      )
    case 'none':
      return noAppeal(law, route.notice, deadlines, words)
    default:
      return assertNever(route, 'another route without words')
  }
}

/** No collection appeal: the letter's own rights first, then the routes that its notice names. */
function noAppeal(law: Law, notice: Notice, deadlines: readonly Deadline[], words: Words): AppealChoice {
  const because =
    deadlines.length > 0
      ? [say('route.noCollectionAppeal'), ...deadlines.map(words)]
      : [say('route.opensNone')]
  const rest = deadlines.some(mayStillAct)
    ? []
    : partsOf(notice.ifLate).filter((part) => part.while !== 'open' && part.while !== 'notOver')
  return other(because, [...rest, ...(notice.action ? [] : [statement(law, 'HELP-911')])])
}

const other = (because: Message[], also: Message[]): AppealChoice => ({
  route: 'other',
  form: null,
  because,
  givesUp: [],
  also,
})

const unknown = (because: Message[], ask: Message[]): AppealChoice => ({
  route: 'unknown',
  form: null,
  because,
  ask,
})

const askForStart = (deadline: Deadline): AppealChoice =>
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
const mayStillAct = ({ state, actor }: Deadline): boolean =>
  actor === 'taxpayer' && state !== 'late' && state !== 'met'
const mayBeOpen = ({ state }: Deadline): boolean => state === 'unknown' || state === 'noClock'
const conditions = (deadlines: Deadline[]): Message[] =>
  deadlines.flatMap(({ onlyIf }) => (onlyIf ? [say('route.onlyIf', { what: onlyIf })] : []))
