import { computeDeadlines } from '../deadlines/compute-deadlines.ts'
import { decisionOf } from '../deadlines/decision.ts'
import { findNotice, getRule, type Law, type Notice, type Program } from '../law/law.ts'
import type { CollectionContact } from '../model/appeal.ts'
import type { Day } from '../model/day.ts'
import type { AppealChoice, Deadline } from '../model/deadline.ts'
import { factsOf, type Letter } from '../model/letter.ts'
import { assertNever } from '../model/result.ts'
import { longDay } from './format-facts.ts'

type ChosenLetter = Pick<Letter, 'confirmed' | 'reading' | 'events' | 'answers'>

/**
 * The road that fits this letter today. An open CDP hearing comes first, since it keeps the way to court and since an
 * issue heard under CAP is lost for it (CAP-A7); then the equivalent hearing; then the payment-plan appeal or CAP.
 * Where a missing date decides, the answer is `unknown` with what to ask, never a guess.
 */
export function chooseAppeal(law: Law, letter: ChosenLetter, today: Day): AppealChoice {
  const notice = findNotice(law, factsOf(letter).noticeCode)
  if (!notice) return unknown(['The number of the letter is not known.'], ['Which letter is it?'])
  const deadlines = computeDeadlines(law, letter, today)
  if (notice.onlyRefusalIsAppealable && decisionOf(letter) === 'granted')
    return other(['You said that the letter grants what you asked for.'], [])
  const of = (program: Program) => deadlines.filter((each) => each.program === program)
  return (
    hearing(law, of('CDP')[0], of('EH')[0], of('CAP')[0]) ??
    planAppeal(law, of('IA-appeal')) ??
    collectionAppeal(law, letter, deadlines) ??
    otherRoad(law, notice, deadlines)
  )
}

/** undefined: no hearing is open for this letter, or none is known to be. */
function hearing(
  law: Law,
  cdp: Deadline | undefined,
  eh: Deadline | undefined,
  cap: Deadline | undefined,
): AppealChoice | undefined {
  const also = cap ? [`${cap.title}, by Form 9423, is open as well.`] : []
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
    return { road: 'CDP', form: '12153', because, givesUp: [], also }
  }
  // A hearing that only some of these letters carry does not hold up the others; `also` names it.
  if (cdp.state === 'unknown') return cdp.onlyIf ? undefined : askForStart(cdp)
  if (!eh || eh.state === 'late') return undefined
  if (eh.state === 'met') return other([windowWords(cdp), windowWords(eh)], also)
  if (eh.state === 'unknown') return askForStart(eh)
  return {
    road: 'EH',
    form: '12153',
    because: [windowWords(cdp), windowWords(eh), statement(law, eh.rule)],
    givesUp: [eh.note],
    also: [statement(law, 'CDP-11'), ...also],
  }
}

/** A refused, changed or ended payment plan. */
function planAppeal(law: Law, rights: Deadline[]): AppealChoice | undefined {
  const counted = rights.filter((each) => each.state !== 'noClock')
  const open = counted.filter((each) => isOpen(each) || each.state === 'notStarted')
  const [first] = open
  if (first) {
    return {
      road: 'IA-appeal',
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

function collectionAppeal(law: Law, letter: ChosenLetter, deadlines: Deadline[]): AppealChoice | undefined {
  const cap = deadlines.find((each) => each.program === 'CAP')
  if (!cap) return undefined
  if (cap.state === 'met') return other([windowWords(cap), statement(law, 'CAP-A1')], [])
  const hearings = deadlines.filter((each) => each.program === 'CDP' || each.program === 'EH')
  const over = hearings.filter((each) => each.state === 'late').map(windowWords)
  const first = statement(law, letter.answers.contact ? firstStep[letter.answers.contact] : cap.rule)
  return {
    road: 'CAP',
    form: '9423',
    because: [...over, ...conditions([cap]), first, cap.note],
    givesUp: ['CAP-G2', 'CAP-A3', 'CAP-A7'].map((id) => statement(law, id)),
    also: hearings.filter(mayBeOpen).map((each) => `${each.title}, by Form 12153: ${each.note}`),
  }
}

/** How the appeal begins, by who took the action (rule CAP-G4). */
const firstStep: Record<CollectionContact, string> = {
  revenueOfficer: 'CAP-F1',
  phoneOrNotice: 'CAP-P1',
  advisory: 'CAP-N2',
}

/** No collection appeal: the letter's own rights first, then the roads that its notice names. */
function otherRoad(law: Law, notice: Notice, deadlines: Deadline[]): AppealChoice {
  const because =
    deadlines.length > 0
      ? ['No collection appeal belongs to this letter.', ...deadlines.map(windowWords)]
      : ['This letter opens no appeal.']
  const rest = deadlines.some(mayStillAct) ? [] : [notice.ifLate]
  return other(because, [...rest, ...(notice.action ? [] : [statement(law, 'HELP-911')])])
}

const other = (because: string[], also: string[]): AppealChoice => ({
  road: 'other',
  form: null,
  because,
  givesUp: [],
  also,
})

const unknown = (because: string[], ask: string[]): AppealChoice => ({
  road: 'unknown',
  form: null,
  because,
  ask,
})

const askForStart = (deadline: Deadline): AppealChoice =>
  unknown([`${deadline.title}: the day from which it counts is not known.`], [question(deadline)])

function question({ start: { kind } }: Deadline): string {
  switch (kind) {
    case 'noticeDate':
      return 'What date is printed on the letter?'
    case 'nftlFiled':
      return 'What last day for a hearing does the letter print? Else: on which day was the lien notice filed?'
    case 'terminationDate':
    case 'agreementTerminated':
      return 'On which day does the letter end the payment plan?'
    case 'respondByDate':
      return 'Which last day is printed on the letter?'
    case 'levyServed':
      return 'On which day was the levy served?'
    case 'seizureNoticeGiven':
      return 'On which day was the notice of seizure given or left?'
    case 'conferenceRequested':
    case 'conferenceHeld':
    case 'appealAnnounced':
    case 'managerReferral':
    case 'appealMailed':
    case 'appealReceived':
    case 'hearingRequestMailed':
    case 'hearingRequestReceived':
    case 'petitionMailed':
    case 'answerMailed':
    case 'claimMailed':
    case 'suitFiled':
    case 'levyReleased':
    case 'jeopardyReviewRequested':
    case 'jeopardyReviewAnswered':
    case 'saleSet':
    case 'propertySold':
    case 'debtPaid':
    case 'requestGranted':
    case 'requestRefused':
      return 'What has been done so far, and on which days?'
    default:
      return assertNever(kind, 'a clock start without a question')
  }
}

const statement = (law: Law, rule: string): string => getRule(law, rule).statement
const isOpen = ({ state }: Deadline): boolean => state === 'open' || state === 'lastDay'
const mayStillAct = ({ state, actor }: Deadline): boolean =>
  actor === 'taxpayer' && state !== 'late' && state !== 'met'
const mayBeOpen = ({ state }: Deadline): boolean => state === 'unknown' || state === 'noClock'
const conditions = (deadlines: Deadline[]): string[] =>
  deadlines.flatMap(({ onlyIf }) => (onlyIf ? [`Only if ${onlyIf}.`] : []))

const dayWords = (day: Day | null): string => (day ? longDay(day) : 'an unknown day')

/** `Collection Due Process hearing: open until December 21, 2026.` */
function windowWords({ title, state, lastDay, metOn, start }: Deadline): string {
  switch (state) {
    case 'open':
      return `${title}: open until ${dayWords(lastDay)}.`
    case 'lastDay':
      return `${title}: today, ${dayWords(lastDay)}, is the last day.`
    case 'late':
      return `${title}: the last day, ${dayWords(lastDay)}, is over.`
    case 'passed':
      return `${title}: was due from the IRS by ${dayWords(lastDay)}.`
    case 'notStarted':
      return start.day
        ? `${title}: from ${dayWords(start.day)} until ${dayWords(lastDay)}.`
        : `${title}: not yet.`
    case 'unknown':
      return `${title}: a date is missing.`
    case 'met':
      return `${title}: asked for in time, on ${dayWords(metOn)}.`
    case 'noClock':
      return `${title}: no last day is published.`
    default:
      return assertNever(state, 'a state without words')
  }
}
