import type { Deadline } from '../deadlines/deadline.ts'
import { countedOn, nearDay } from '../deadlines/near-day.ts'
import { sendWords } from '../deadlines/send-words.ts'
import { type Message, type Sentence, say, together } from '../i18n/message.ts'
import type { Notice } from '../law/law.ts'
import type { CollectionContact } from '../model/appeal.ts'
import { type Now, type SaidStep, saidNow } from './holds.ts'
import type { RightNow } from './right-now.ts'
import type { Said } from './telling.ts'

type Input = { notice: Notice; now: Now; contact: CollectionContact | null }

/** What to do about the right that matters now; always something that can be done today. */
export function stepForRight(input: Input, right: RightNow): Said {
  const { id, state, deadline } = right
  const of = (text: Message): Said => ({ text, right: id, state })
  const send = sendWords(deadline)
  switch (deadline.program) {
    case 'CDP':
      if (!send) return of(say('telling.next.askFiled'))
      return of(say(deadline.isNarrowed ? 'telling.next.cdpNarrowed' : 'telling.next.cdp', { send }))
    case 'EH':
      return of(send ? say('telling.next.eh', { send }) : say('telling.next.askOther'))
    case 'IA-appeal':
      return send ? of(planAppeal(input, deadline, send)) : fromLetter(input, right, null)
    case 'tax-court':
      return send ? of(say('telling.next.petition', { send })) : fromLetter(input, right, null)
    case 'CAP':
      if (deadline.ends === 'hold' && deadline.state === 'late') return of(say('telling.next.capPast'))
      // Where no rule counts, the letter says itself what comes first: a plan that was accepted asks for no payment offer.
      if (deadline.rule === 'none' && input.contact === null && hasStep(input, id))
        return fromLetter(input, right, null)
      return of(
        send && deadline.rule.startsWith('CAP-') ? doThen(deadline, send) : capStep(input, deadline.rule),
      )
    case 'other':
      return fromLetter(input, right, send)
  }
}

/** In the last days a call saves the appeal: only against a revenue officer's letter must it be in writing (CAP-I2). */
function planAppeal({ contact }: Input, { daysLeft }: Deadline, send: Sentence): Message {
  const step = say('telling.next.planAppeal', { send })
  const isNear = daysLeft !== null && daysLeft <= 7
  return isNear && contact !== 'revenueOfficer' ? together([step, say('telling.next.planCall')]) : step
}

const hasStep = ({ notice, now }: Input, right: string): boolean =>
  saidNow(notice.steps, now).some((step) => step.right === right)

/** What is done, with the day. The title of most rights says it; of these it only names what there is to ask for. */
function doThen({ rule, title }: Deadline, send: Sentence): Sentence {
  switch (rule) {
    case 'CAP-F4':
    case 'CAP-N2':
      return say('telling.next.capForm', { send })
    case 'CDP-13':
      return say('telling.next.jeopardyReview', { send })
    case 'CAP-W4':
      return say('telling.next.levySuit', { send })
    default:
      return say('telling.next.withSending', { step: say('telling.left.step', { what: title }), send })
  }
}

/** How a collection appeal begins: by who took the action, as the person says, or else as the rule of the right tells. */
function capStep({ contact }: Input, rule: string): Message {
  if (contact === 'advisory' || rule === 'CAP-N2') return say('telling.next.capAdvisory')
  if (contact === 'phoneOrNotice') return say('telling.next.capPhone')
  return say(
    contact === 'revenueOfficer' || rule === 'CAP-F4' ? 'telling.next.capOfficer' : 'telling.next.capPhone',
  )
}

/** The step of the letter that speaks of this right, else its first one, with the day. */
function fromLetter(input: Input, told: RightNow, send: Sentence | null): Said {
  const { id: right, state, deadline } = told
  const steps = saidNow(input.notice.steps, input.now)
  const ofRight = steps.filter((each) => each.right === right)
  const [first] = ofRight
  // What a business does on its own begins with the letter's own first steps, to compare and to write; the day stands above them.
  if (deadline.by === 'do' && first && !isAct(first)) return first
  const tied = (send && ofRight.find(isAct)) ?? first
  if (tied && send && isAct(tied)) return { ...tied, text: withDay(tied, deadline, send) }
  // Two years for a suit: to get advice comes first, and the day is said above it.
  if (tied && deadline.sendsBy === 'court') return tied
  if (send && right !== 'printed') return { text: doThen(deadline, send), right, state }
  const own = tied ?? actOfOther(input, steps, told, send) ?? steps.find((each) => each.right === null)
  if (own) return own
  return { text: send ? say('telling.next.answer', { send }) : say('telling.next.noDay'), right, state }
}

/** A day is printed that no step names: what uses another right of the letter is done by that day. */
function actOfOther(input: Input, steps: SaidStep[], told: RightNow, send: Sentence | null): Said | null {
  const act = steps.find(isAct)
  const other = input.now.rights.find(({ id }) => id === act?.right)
  if (!act || other?.state !== 'open') return null
  const { id: right, state, deadline } = other
  // What a letter asks for first, such as a call to its officer, comes before the appeal against it.
  if (deadline.program === 'CAP')
    return steps[0]?.right === null ? null : { text: capStep(input, deadline.rule), right, state }
  return send ? { text: withDay(act, told.deadline, send), right, state } : act
}

/** The act and by when, as it is done: a payment is not an answer that is faxed. */
function withDay({ text: step }: SaidStep, deadline: Deadline, send: Sentence): Sentence {
  const { sendBy, how } = deadline
  const paid =
    sendBy && how === 'mailToArrive'
      ? say('telling.next.payBy', { day: nearDay(sendBy, countedOn(deadline)) })
      : say('telling.next.payToday')
  const ways = { call: say('send.call'), pay: paid }
  const own = step.act === 'call' || step.act === 'pay' ? ways[step.act] : send
  return say('telling.next.withSending', { step, send: own })
}

/** The step is what is done by the last day, and not what comes before it: to read, to compare. */
export const isAct = ({ text: { act } }: SaidStep): boolean => act !== undefined && act !== 'none'

/** The date that is missing; the first right that cannot be counted without it says which. */
export function stepForMissingDate(now: Now): Said | null {
  const missing = now.rights.find(({ state, deadline }) => state === 'unknown' && !deadline.aside)
  if (!missing) return null
  return { text: askFor(missing), right: missing.id, state: 'unknown' }
}

function askFor({ deadline: { start } }: RightNow): Sentence {
  switch (start.kind) {
    case 'noticeDate':
      return say('telling.next.askNoticeDate')
    case 'nftlFiled':
      return say('telling.next.askFiled')
    case 'terminationDate':
    case 'agreementTerminated':
      return say('telling.next.askEnd')
    case 'levyServed':
      return say('telling.next.askLevy')
    case 'returnDue':
      return say('telling.next.askYear')
    default:
      return say('telling.next.askOther')
  }
}

/** Without a right and without a day: the letter's own first step that holds. */
export const stepOfLetter = ({ notice, now }: Pick<Input, 'notice' | 'now'>): Said =>
  saidNow(notice.steps, now)[0] ?? { text: say('telling.next.noDay'), right: null, state: null }
