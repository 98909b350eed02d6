import { countDays } from '../deadlines/count-days.ts'
import { addDays, addYears } from '../deadlines/days.ts'
import type { Deadline } from '../deadlines/deadline.ts'
import { english } from '../i18n/english.ts'
import { type ClockStart, getRule, type Law } from '../law/law.ts'
import type { CaseEvent } from '../model/case-event.ts'
import type { Day } from '../model/day.ts'
import type { RightState } from './telling.ts'

/** A right of the person on this letter, and how it stands today. */
export type RightNow = { id: string; deadline: Deadline; state: RightState; until: Day | null }

/** What a right depends on besides its deadline. */
export type On = { noticeDate: Day | null; today: Day; events: readonly CaseEvent[] }

/** The rights of the person on a letter, in the order of their deadlines. What the IRS has to do is not among them. */
export const rightsNow = (law: Law, deadlines: readonly Deadline[], on: On): RightNow[] =>
  deadlines
    .filter(({ actor }) => actor === 'taxpayer')
    .map((deadline) => {
      const state = stateOf(law, deadline, on)
      return { id: idOf(deadline), deadline, state, until: untilOf(deadline, state) }
    })

/** The rule, or the name of a right that no rule counts: `audit-reconsideration`. */
function idOf({ rule, title }: Deadline): string {
  if (rule !== 'none') return rule
  return english(title)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

function stateOf(law: Law, deadline: Deadline, { noticeDate, today, events }: On): RightState {
  switch (deadline.state) {
    case 'met':
      return 'done'
    case 'open':
    case 'lastDay':
      return 'open'
    case 'passed':
      return 'over'
    case 'late':
      // The time that a notice of levy gives is practical, and that after a conference holds collection back: the
      // appeal itself stays open.
      if (deadline.program !== 'CAP' || deadline.ends === 'right') return 'over'
      return deadline.ends === 'hold' && events.some(isAppealSent) ? 'over' : 'open'
    case 'noClock':
      return isOfEarlierLetter(deadline) && isSurelyOver(law, deadline, noticeDate, today) ? 'over' : 'open'
    case 'notStarted':
      return deadline.program === 'CAP' && deadline.start.day === null ? 'open' : 'later'
    case 'unknown':
      return isSurelyOver(law, deadline, noticeDate, today) ? 'over' : 'unknown'
  }
}

const isAppealSent = ({ kind }: CaseEvent): boolean => kind === 'appealMailed' || kind === 'appealReceived'

/** An equivalent hearing whose year began with an earlier letter. */
const isOfEarlierLetter = ({ program, rule }: Deadline): boolean => program === 'EH' && rule === 'none'

/**
 * The date that starts the clock is unknown, but it cannot be so much later than the letter: then even the latest
 * last day has passed.
 */
function isSurelyOver(law: Law, { rule: id, start, program }: Deadline, noticeDate: Day | null, today: Day) {
  if (noticeDate === null) return false
  if (id === 'none' && program === 'EH') return today > addDays(addYears(noticeDate, 1), 14)
  const latest = latestStart(start.kind, noticeDate)
  const rule = id === 'none' || id === 'printed' ? null : getRule(law, id)
  return latest !== null && rule?.count ? countDays(law, rule, latest).lastDay < today : false
}

/** A lien notice is filed before the letter about it is written, a levy is served within weeks, a plan ends within a year. */
function latestStart(kind: ClockStart, noticeDate: Day): Day | null {
  switch (kind) {
    case 'nftlFiled':
      return noticeDate
    case 'levyServed':
    case 'seizureNoticeGiven':
      return addDays(noticeDate, 60)
    case 'terminationDate':
    case 'agreementTerminated':
      return addYears(noticeDate, 1)
    default:
      return null
  }
}

/** A right that is still open after a practical day is open without one. */
function untilOf({ lastDay, state: counted }: Deadline, state: RightState): Day | null {
  if (state === 'open' && counted === 'late') return null
  return state === 'open' || state === 'later' || state === 'over' ? lastDay : null
}
