import { type LawText, type Message, say } from '../i18n/message.ts'
import { getRule, type Law, type Rule } from '../law/law.ts'
import type { Day } from '../model/day.ts'
import type { Special } from '../model/special.ts'
import type { Deadline } from './deadline.ts'
import { isFarAhead } from './far-ahead.ts'
import { isLasting } from './special.ts'

type Judged = Pick<
  Deadline,
  'program' | 'onlyIf' | 'unconfirmed' | 'unverified' | 'printed' | 'lastDay' | 'movedFrom' | 'start'
>
/** `isStartGuessed`: what starts the clock was worked out from another day on the letter. */
type Known = {
  rule: Rule | null
  isKnownLetter: boolean
  mustPrint: boolean
  /** Why the day of this letter is an estimate, as its entry says. */
  ownDoubt?: LawText | null
  special: Special | undefined
  law: Pick<Law, 'rules'>
  isStartGuessed?: boolean
  today: Day
}

/**
 * How firm a date is. `estimated`: it depends on something unconfirmed, listed in `doubts`. `soft`: the
 * letter asks for something by then, and no right ends. `hard`: a right ends with it. For an estimated date,
 * `ends` says which of the two it would be, so that being late is never shown as a lost right where none
 * ends.
 */
export function firmnessOf(deadline: Judged, known: Known): Pick<Deadline, 'firmness' | 'ends' | 'doubts'> {
  // Of a letter that is not known nobody can say that no right ends with the day it prints.
  const ends = known.rule?.ends ?? (known.isKnownLetter ? 'request' : 'right')
  const doubts = doubtsOf(deadline, known)
  const firm = ends === 'request' ? 'soft' : 'hard'
  return { firmness: doubts.length > 0 ? 'estimated' : firm, ends, doubts }
}

function doubtsOf(deadline: Judged, known: Known): Message[] {
  const { rule, isKnownLetter, mustPrint, ownDoubt, isStartGuessed, today } = known
  const { kind, day } = deadline.start
  const { printed, lastDay, movedFrom } = deadline
  const isPrinted = printed !== null && printed === lastDay
  const unmoved = movedFrom ?? lastDay
  // The condition of an equivalent hearing is a missed hearing request, which its state already expresses.
  const isConditional = deadline.onlyIf !== null && deadline.program !== 'EH'
  return [
    ...(deadline.unconfirmed ? [say('doubt.unconfirmed')] : []),
    ...(deadline.movedFrom ? [say('doubt.moved', { day: deadline.movedFrom })] : []),
    ...(deadline.movedFrom && isLasting(known) ? [say('doubt.lasting')] : []),
    ...(isNarrowed(known) ? [say('doubt.narrowed')] : []),
    ...(isConditional && deadline.onlyIf ? [say('doubt.onlyIf', { what: deadline.onlyIf })] : []),
    ...(kind === 'noticeDate' && day && !isPrinted && isFarAhead(day, today)
      ? [say('doubt.future', { day })]
      : []),
    ...(printed && unmoved && printed < unmoved && printed < today
      ? [say('doubt.printedOver', { day: printed })]
      : []),
    ...(isStartGuessed ? [say('doubt.filedFromPrinted')] : []),
    ...(rule?.startsEarlier ? [say('doubt.startsEarlier')] : []),
    ...(mustPrint ? [say(rule?.printsLastDay ? 'doubt.prints' : 'doubt.mustPrint')] : []),
    ...(ownDoubt ? [ownDoubt] : []),
    ...(isKnownLetter ? [] : [say('doubt.unknownLetter')]),
    ...(deadline.unverified ? [say('doubt.unverified')] : []),
    ...(rule && !deadline.unverified && rule.confidence !== 'high' && !isPrinted ? [say('doubt.rule')] : []),
  ]
}

/** The person already had the one hearing that this right gives for a tax and year. */
export const isNarrowed = ({ law, rule, special }: Pick<Known, 'law' | 'rule' | 'special'>): boolean =>
  special?.priorHearing?.says === 'yes' &&
  (rule?.narrowedBy ?? []).some((id) => getRule(law, id).situations.includes('priorHearing'))
