import { type LawText, say } from '../i18n/message.ts'
import { findNotice, getRule, type Law, type Notice, type Right, type Rule } from '../law/law.ts'
import { howToPetition } from '../law/rule-words.ts'
import type { Day } from '../model/day.ts'
import { factsOf, type Letter } from '../model/letter.ts'
import type { SendsBy } from '../model/sending.ts'
import { datesOf } from './clock.ts'
import { earliestEvent, startOf } from './clock-start.ts'
import type { Deadline } from './deadline.ts'
import { decisionOf } from './decision.ts'
import { filedFromPrinted } from './filed-from-printed.ts'
import { firmnessOf, isNarrowed } from './firmness.ts'
import { soonestOpenFirst } from './soonest-open-first.ts'
import { moversOf, rightsBySituation, specialOf } from './special.ts'

export type DatedLetter = Pick<Letter, 'confirmed' | 'reading' | 'events' | 'special'> &
  Partial<Pick<Letter, 'specialBefore'>>

/**
 * Every right of the letter with its time limit, and the conference track once a conference was requested or
 * held; the earliest open one first. A date printed on the letter outranks the count for its own right; both
 * are kept. A letter whose number is not in the catalog yields only its printed date.
 */
export function computeDeadlines(law: Law, letter: DatedLetter, today: Day): Deadline[] {
  const notice = findNotice(law, factsOf(letter).noticeCode)
  const context: Context = { law, letter, today, notice }
  const rights = rightsBySituation(law, rightsOf(notice, letter), letter)
  const deadlines = waitForCdp(
    withoutClosed(law, rights, [
      ...rights.map((right) => deadlineOfRight(context, right)),
      ...printedAlone(context, notice),
      ...conference(context, notice),
    ]),
  )
  return deadlines.sort(soonestOpenFirst)
}

type Context = { law: Law; letter: DatedLetter; today: Day; notice: Notice | undefined }

/**
 * Where one number stands for approvals and denials, an approval leaves nothing to appeal and a denial needs
 * no further condition.
 */
function rightsOf(notice: Notice | undefined, letter: DatedLetter): Right[] {
  if (!notice?.onlyRefusalIsAppealable) return notice?.rights ?? []
  const decision = decisionOf(letter)
  if (decision === 'granted') return []
  return decision === null ? notice.rights : notice.rights.map((right) => ({ ...right, onlyIf: null }))
}

function deadlineOfRight({ law, letter, today, notice }: Context, right: Right): Deadline {
  const rule = right.rule === null ? null : getRule(law, right.rule)
  const { respondByDate } = factsOf(letter)
  const printed = printsItsDay(right, letter) ? respondByDate : null
  const mustPrint =
    printed === null &&
    (rule?.printsLastDay || (right.printedSince !== undefined && printsItsDay(right, letter)))
  const filed =
    right.program === 'EH' && rule?.start === 'nftlFiled' ? filedFromPrinted(law, notice, letter) : null
  const start = filed ? { kind: 'nftlFiled' as const, day: filed } : startOf(rule, letter)
  return judged(
    law,
    {
      ...{ rule, isKnownLetter: true, mustPrint, ownDoubt: printed === null ? right.doubt : null },
      ...{ isStartGuessed: filed !== null, special: letter.special, today },
    },
    {
      rule: rule?.id ?? (printed ? 'printed' : 'none'),
      program: right.program,
      title: right.title,
      form: right.form,
      actor: rule?.actor ?? 'taxpayer',
      ...datesOf({
        ...{ law, rule, start, printed, events: letter.events, today },
        movers: moversOf(law, rule, letter.special),
      }),
      unconfirmed: letter.confirmed === null,
      unverified: right.unverified,
      aside: right.aside,
      courtReview: right.courtReview,
      pauses: right.pauses,
      onlyIf: right.onlyIf,
      note: right.note,
      ifMissed: rule?.ifMissed ?? null,
      citation: rule?.citation ?? right.authority,
    },
  )
}

type Judged = Omit<
  Deadline,
  | 'firmness'
  | 'ends'
  | 'doubts'
  | 'movedBy'
  | 'applies'
  | 'notFinal'
  | 'isNarrowed'
  | 'lacksPrinted'
  | 'insteadOf'
  | 'awaits'
  | 'by'
  | 'howTo'
  | 'onTime'
  | 'notCounted'
>
type Known = Omit<Parameters<typeof firmnessOf>[1], 'law'>

/** Adds how firm the date is, and what can move it. */
function judged(law: Law, known: Known, deadline: Judged): Deadline {
  const firmness = firmnessOf(deadline, { ...known, law })
  const special = specialOf(law, known.rule, known.special, { ...deadline, ...firmness })
  return {
    ...deadline,
    // Nobody is told to use a longer time before it is known to be theirs.
    how: special.awaits ? null : deadline.how,
    ...firmness,
    isNarrowed: isNarrowed({ ...known, law }),
    lacksPrinted: known.mustPrint,
    by: known.rule?.by ?? 'mail',
    howTo: known.rule ? howToPetition(law, [known.rule.id]) : [],
    onTime: onTimeOf(law, known.rule, deadline.actor),
    notCounted: known.rule?.rolls && known.rule.actor === 'taxpayer' ? getRule(law, 'T-18').statement : null,
    ...special,
  }
}

/** The rules on how an act is on time; what is done by phone or online needs none. */
function onTimeOf(law: Law, rule: Rule | null, actor: Deadline['actor']): LawText[] {
  if (actor === 'irs' || (rule && (rule.by !== 'mail' || !rule.count))) return []
  const online = rule?.metBy.includes('petitionMailed') ? ['T-17'] : []
  return ['T-1', 'T-3', 'T-4', 'T-5', 'T-15', ...online].map((id) => getRule(law, id).statement)
}

/** The last day printed on this letter belongs to this right. */
function printsItsDay({ printedDateWins, printedSince }: Right, letter: DatedLetter): boolean {
  const { noticeDate } = factsOf(letter)
  return printedDateWins && (!printedSince || (noticeDate !== null && noticeDate >= printedSince))
}

/** A request that was made on time is not asked for again under another name. */
function withoutClosed(law: Law, rights: Right[], deadlines: Deadline[]): Deadline[] {
  const met = new Set(deadlines.filter(({ state }) => state === 'met').map(({ rule }) => rule))
  const isClosed = (closers: string[]) => closers.some((closer) => met.has(closer))
  return deadlines.filter(({ rule, state }) => {
    const other = rights.find((right) => right.rule === rule)?.closedOnceMet
    const track = law.rules.find((each) => each.id === rule)?.closedOnceMet ?? []
    return !(other && isClosed([other])) && (state === 'met' || !isClosed(track))
  })
}

/** An equivalent hearing is for late requests: while CDP is open, it does not apply yet. */
function waitForCdp(deadlines: Deadline[]): Deadline[] {
  const cdpIsOpen = deadlines.some(({ program, state }) => program === 'CDP' && isRunning(state))
  if (!cdpIsOpen) return deadlines
  return deadlines.map((each) =>
    each.program === 'EH' && isRunning(each.state) ? { ...each, state: 'notStarted' } : each,
  )
}

/** A printed last day that belongs to no right of the letter: a date to pay or to answer by. */
function printedAlone({ law, letter, today }: Context, notice: Notice | undefined): Deadline[] {
  const printed = factsOf(letter).respondByDate
  if (!printed || notice?.rights.some((right) => printsItsDay(right, letter))) return []
  return [
    judged(
      law,
      { rule: null, isKnownLetter: notice !== undefined, mustPrint: false, special: letter.special, today },
      {
        rule: 'printed',
        program: 'other',
        title: say('printedDay.title'),
        form: null,
        actor: 'taxpayer',
        ...datesOf({
          law,
          rule: null,
          start: { kind: 'respondByDate', day: printed },
          printed,
          events: letter.events,
          today,
          by: printedBy(notice),
        }),
        unconfirmed: letter.confirmed === null,
        unverified: false,
        aside: false,
        courtReview: false,
        pauses: null,
        onlyIf: null,
        note: say('printedDay.note'),
        ifMissed: null,
        citation: say('printedDay.citation'),
      },
    ),
  ]
}

/** How the letter wants it done by the printed day: what is not a call may be mailed, and has to arrive. */
function printedBy(notice: Notice | undefined): SendsBy {
  const act = notice?.steps.find(({ right, act }) => right === 'printed' && act !== 'none')?.act
  return act === 'call' ? 'call' : 'arrival'
}

function conference({ law, letter, today }: Context, notice: Notice | undefined): Deadline[] {
  const right = notice?.rights.find((each) => each.conferenceRules.length > 0)
  if (!right) return []
  return right.conferenceRules
    .map((id) => getRule(law, id))
    .filter((rule) => isRunningTrack(rule, letter))
    .map((rule) =>
      judged(
        law,
        { rule, isKnownLetter: true, mustPrint: false, special: letter.special, today },
        {
          rule: rule.id,
          program: right.program,
          title: rule.title ?? right.title,
          form: rule.form,
          actor: rule.actor,
          ...datesOf({
            law,
            rule,
            start: startOf(rule, letter),
            printed: null,
            events: letter.events,
            today,
          }),
          unconfirmed: false,
          unverified: false,
          aside: false,
          courtReview: false,
          pauses: null,
          onlyIf: null,
          note: rule.statement,
          ifMissed: rule.ifMissed,
          citation: rule.citation,
        },
      ),
    )
}

/** The request deadlines no longer matter once the conference was held; those of a seizure begin with it. */
function isRunningTrack(rule: Rule, letter: DatedLetter): boolean {
  const held = earliestEvent(letter.events, 'conferenceHeld')
  if (rule.start !== 'conferenceRequested') return startOf(rule, letter).day !== null
  const requested = earliestEvent(letter.events, 'conferenceRequested')
  return requested !== null && (held === null || held < requested)
}

const isRunning = (state: Deadline['state']): boolean => state === 'open' || state === 'lastDay'
