import type { ClockStart, Law, Rule } from '../law/law.ts'
import type { CaseEvent, CaseEventKind, LoggedKind } from '../model/case-event.ts'
import type { Day } from '../model/day.ts'
import type { SendsBy } from '../model/sending.ts'
import { countDays, forwardToWorkingDay } from './count-days.ts'
import { daysBetween, earlierOf, laterOf } from './days.ts'
import type { Deadline } from './deadline.ts'
import { holidayLookupOf } from './holidays.ts'
import { earlierSafe, safeDay, sendingOn, sendsBy } from './send-by.ts'
import { type Mover, movedDay } from './special.ts'

type ClockInput = {
  law: Law
  rule: Rule | null
  start: Deadline['start']
  printed: Day | null
  events: CaseEvent[]
  today: Day
  /** How it is done, where no rule says so. */
  by?: SendsBy
  /** What moves the last day by what the person said. */
  movers?: Mover[]
}

/** The dates of a deadline. */
type Clock = Pick<
  Deadline,
  | 'start'
  | 'printed'
  | 'counted'
  | 'lastDay'
  | 'movedFrom'
  | 'sendBy'
  | 'how'
  | 'sendsBy'
  | 'differs'
  | 'state'
  | 'metOn'
  | 'daysLeft'
>

/**
 * Counts the deadline, compares it with the printed date, and says where it stands today. See [Note: the
 * printed date wins].
 */
export function datesOf(input: ClockInput): Clock {
  const { law, rule, start, printed, today } = input
  const counted = rule?.count && start.day ? countDays(law, rule, start.day) : null
  const metOn = metDay(input, counted?.lastDay ?? null)
  const unmoved = lastDayOf(input, counted?.lastDay ?? null, metOn ?? today)
  const lastDay = unmoved && moved(input, unmoved)
  return {
    start,
    printed,
    counted,
    lastDay,
    movedFrom: unmoved === lastDay ? null : unmoved,
    ...(metOn ? { sendBy: null, how: null } : sendingOf(input, counted?.sendBy ?? null, lastDay)),
    sendsBy: waysOf(input),
    differs: printed !== null && counted !== null && printed !== counted.lastDay,
    state: metOn ? 'met' : stateOf(input, lastDay),
    metOn,
    daysLeft: metOn ? null : lastDay && daysBetween(today, lastDay),
  }
}

/**
 * The first act that satisfies this deadline: not before it began, not after its last day, and not in the
 * future. An act on a deadline whose last day is unknown does not prove that it was on time, unless no last
 * day is published.
 */
function metDay(input: ClockInput, counted: Day | null): Day | null {
  const { rule, start, printed, events, today } = input
  const kinds: readonly LoggedKind[] = rule?.metBy ?? (printed ? answers : [])
  const isBackward = rule?.count && 'daysBefore' in rule.count
  const days = events
    .filter(({ kind, day }) => kinds.includes(kind) && day <= today)
    .map(({ day }) => day)
    .filter((day) => !rule || isBackward || !start.day || day >= start.day)
    .filter((day) => {
      const lastDay = lastDayOf(input, counted, day)
      return lastDay ? day <= moved(input, lastDay) : !rule?.count
    })
  return days.reduce<Day | null>((first, day) => (first ? earlierOf(first, day) : day), null)
}

/** What satisfies a printed date that belongs to no rule. */
const answers: CaseEventKind[] = ['answerMailed']

type Counted = Pick<ClockInput, 'rule' | 'printed'>

/**
 * [Note: the printed date wins] A last day on the letter outranks our count. Both are kept, and `sendBy`
 * takes the earlier one. One exception, in the person's favor: a printed date that has passed (often a
 * payment date read as the date to answer) does not make a right late that the law still gives. What a letter only asks
 * for, it asks for by its own day.
 */
function lastDayOf({ rule, printed }: Counted, counted: Day | null, today: Day): Day | null {
  const isGivenByLaw = rule?.ends !== 'request'
  if (isGivenByLaw && printed && counted && printed < today && counted >= today) return counted
  return printed ?? counted
}

/** The latest day to which what the person said moves this one; on a working day where the rule moves it on. */
function moved({ law, rule, start, today, movers = [] }: ClockInput, lastDay: Day): Day {
  const latest = movers.map((each) => movedDay(each, start.day, lastDay, today)).reduce(laterOf, lastDay)
  if (latest === lastDay || !rule?.rolls) return latest
  return forwardToWorkingDay(latest, holidayLookupOf(law.holidays))
}

const waysOf = ({ rule, by }: ClockInput): SendsBy => by ?? sendsBy(rule)

/** By when and how to send; the margin's day alone once it is too late. */
function sendingOf(
  input: ClockInput,
  counted: Day | null,
  lastDay: Day | null,
): Pick<Deadline, 'sendBy' | 'how'> {
  const { law, rule, printed, today } = input
  const by = waysOf(input)
  const safe = earlierSafe(printed && safeDay(law, by, printed), counted)
  if (!safe || !lastDay || lastDay < today || rule?.actor === 'irs') return { sendBy: safe, how: null }
  return sendingOn(law, { by, safe, lastDay, today })
}

function stateOf({ rule, start, today }: ClockInput, lastDay: Day | null): Deadline['state'] {
  if (lastDay === null) {
    if (!rule?.count) return 'noClock'
    return happened.includes(start.kind) ? 'unknown' : 'notStarted'
  }
  if (lastDay < today) return rule?.actor === 'irs' ? 'passed' : 'late'
  if (start.kind === 'terminationDate' && start.day && start.day > today) return 'notStarted'
  return lastDay === today ? 'lastDay' : 'open'
}

/**
 * These did happen, but the date is unknown. For any other kind, a missing date means that it has not
 * happened.
 */
const happened: ClockStart[] = [
  'noticeDate',
  'respondByDate',
  'terminationDate',
  'returnDue',
  'agreementTerminated',
  'nftlFiled',
  'levyServed',
  'seizureNoticeGiven',
]
