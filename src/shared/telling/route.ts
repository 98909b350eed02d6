import type { Deadline } from '../deadlines/deadline.ts'
import { decisionOf } from '../deadlines/decision.ts'
import { findNotice, type Law, type Notice, type Program } from '../law/law.ts'
import { factsOf, type Letter } from '../model/letter.ts'

type RoutedLetter = Pick<Letter, 'confirmed' | 'reading' | 'events' | 'answers'>

/**
 * The appeal that fits a letter today, with the rights that decided it. `unknown`: a date decides that is
 * missing, or (null) the number of the letter is not known well enough. `used`: what it opens was used on time.
 */
export type Route =
  | { route: 'unknown'; missing: Deadline | null }
  | { route: 'CDP'; cdp: Deadline; cap: Deadline | undefined }
  | { route: 'EH'; cdp: Deadline; eh: Deadline; cap: Deadline | undefined }
  | { route: 'IA-appeal'; open: Deadline[]; isOneOfTwo: boolean }
  | { route: 'CAP'; cap: Deadline; hearings: Deadline[] }
  | ({ route: 'other' } & OtherRoute)

type OtherRoute =
  | { why: 'granted' }
  | { why: 'hearingUsed'; rights: Deadline[]; cap: Deadline | undefined }
  | { why: 'planDecided'; rights: Deadline[] }
  | { why: 'appealUsed'; right: Deadline }
  | { why: 'appealLate'; rights: Deadline[] }
  | { why: 'none'; notice: Notice }

/**
 * The route of a letter. An open CDP hearing comes first, because it keeps the right to go to court and because
 * an issue heard under CAP can't be raised there later (CAP-A7); then the equivalent hearing; then the
 * payment-plan appeal or CAP. Where a missing date decides, the answer is `unknown`, never a guess.
 */
export function routeOf(law: Law, letter: RoutedLetter, deadlines: readonly Deadline[]): Route {
  const notice = findNotice(law, factsOf(letter).noticeCode)
  if (!notice) return { route: 'unknown', missing: null }
  if (notice.onlyRefusalIsAppealable && decisionOf(letter) === 'granted')
    return { route: 'other', why: 'granted' }
  const of = (program: Program) => deadlines.filter((each) => each.program === program)
  return (
    hearing(of('CDP')[0], of('EH')[0], of('CAP')[0]) ??
    planAppeal(of('IA-appeal')) ??
    collectionAppeal(deadlines) ?? { route: 'other', why: 'none', notice }
  )
}

/** undefined: as far as we know, no hearing is open for this letter. */
function hearing(
  cdp: Deadline | undefined,
  eh: Deadline | undefined,
  cap: Deadline | undefined,
): Route | undefined {
  if (!cdp) return undefined
  if (cdp.state === 'met') return { route: 'other', why: 'hearingUsed', rights: [cdp], cap }
  if (isOpen(cdp)) return { route: 'CDP', cdp, cap }
  // A hearing that only some of these letters carry does not block the other routes.
  if (cdp.state === 'unknown') return cdp.onlyIf ? undefined : { route: 'unknown', missing: cdp }
  if (!eh || eh.state === 'late') return undefined
  if (eh.state === 'met') return { route: 'other', why: 'hearingUsed', rights: [cdp, eh], cap }
  if (eh.state === 'unknown') return { route: 'unknown', missing: eh }
  return { route: 'EH', cdp, eh, cap }
}

/** A payment plan that was refused, changed, or ended. */
function planAppeal(rights: Deadline[]): Route | undefined {
  const counted = rights.filter((each) => each.state !== 'noClock')
  const open = counted.filter((each) => isOpen(each) || each.state === 'notStarted')
  if (open.length > 0) return { route: 'IA-appeal', open, isOneOfTwo: rights.length > 1 }
  const missing = counted.find((each) => each.state === 'unknown')
  if (missing) return { route: 'unknown', missing }
  return counted.length === 0 ? undefined : { route: 'other', why: 'planDecided', rights: counted }
}

function collectionAppeal(deadlines: readonly Deadline[]): Route | undefined {
  const cap = deadlines.find((each) => each.program === 'CAP')
  if (!cap) return undefined
  const onForm = deadlines.filter(
    ({ program, form, actor }) => program === 'CAP' && form !== null && actor === 'taxpayer',
  )
  const right = onForm.find(({ state }) => state === 'met')
  // Saying on the phone that you will appeal is not enough: after a conference, the form has a deadline of
  // its own.
  if (right && !onForm.some(isOpen)) return { route: 'other', why: 'appealUsed', right }
  if (onForm.length > 0 && onForm.every(isOver)) return { route: 'other', why: 'appealLate', rights: onForm }
  const hearings = deadlines.filter((each) => each.program === 'CDP' || each.program === 'EH')
  return { route: 'CAP', cap, hearings }
}

const isOver = ({ state, ends }: Deadline): boolean => state === 'late' && ends === 'right'
const isOpen = ({ state }: Deadline): boolean => state === 'open' || state === 'lastDay'
