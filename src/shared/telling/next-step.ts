import { sendWords } from '../deadlines/send-words.ts'
import { type Message, type Sentence, say } from '../i18n/message.ts'
import type { Notice } from '../law/law.ts'
import type { CollectionContact } from '../model/appeal.ts'
import { type Now, type SaidStep, saidNow } from './holds.ts'
import type { RightNow } from './right-now.ts'
import type { Said } from './telling.ts'

type Input = { notice: Notice; now: Now; contact: CollectionContact | null }

/** What to do about the right that matters now; always something that can be done today. */
export function stepForRight(input: Input, { id, state, deadline }: RightNow): Said {
  const of = (text: Message): Said => ({ text, right: id, state })
  const send = sendWords(deadline)
  switch (deadline.program) {
    case 'CDP':
      return of(send ? say('telling.next.cdp', { send }) : say('telling.next.askFiled'))
    case 'EH':
      return of(send ? say('telling.next.eh', { send }) : say('telling.next.askOther'))
    case 'IA-appeal':
      return send ? of(say('telling.next.planAppeal', { send })) : fromLetter(input, id, null)
    case 'tax-court':
      return send ? of(say('telling.next.petition', { send })) : fromLetter(input, id, null)
    case 'CAP':
      return of(
        send && deadline.rule.startsWith('CAP-')
          ? doThen(deadline.title, send)
          : capStep(input, deadline.rule),
      )
    case 'other':
      return fromLetter(input, id, send)
  }
}

const doThen = (step: Message, send: Sentence): Sentence =>
  say('telling.next.withSending', { step: say('telling.left.step', { what: step }), send })

/** How a collection appeal begins: by who took the action, as the person says, or else as the rule of the right tells. */
function capStep({ contact }: Input, rule: string): Message {
  if (contact === 'advisory' || rule === 'CAP-N2') return say('telling.next.capAdvisory')
  if (contact === 'phoneOrNotice') return say('telling.next.capPhone')
  return say(
    contact === 'revenueOfficer' || rule === 'CAP-F4' ? 'telling.next.capOfficer' : 'telling.next.capPhone',
  )
}

/** The step of the letter that speaks of this right, else its first one, with the day. */
function fromLetter({ notice, now }: Input, right: string, send: Sentence | null): Said {
  const steps = saidNow(notice.steps, now)
  const told = now.rights.find(({ id }) => id === right)
  const state = told?.state ?? null
  const ofRight = steps.filter((each) => each.right === right)
  const tied = (send && told && ofRight.find(isAct)) ?? ofRight[0]
  if (tied && send && (!told || isAct(tied)))
    return { text: say('telling.next.withSending', { step: tied.text, send }), right, state }
  // Two years for a suit: to get advice comes first, and the day is said above it.
  if (tied && told?.deadline.sendsBy === 'court') return tied
  if (send && told && told.id !== 'printed') return { text: doThen(told.deadline.title, send), right, state }
  const own = tied ?? steps.find((each) => each.right === null)
  if (own) return own
  return { text: send ? say('telling.next.answer', { send }) : say('telling.next.noDay'), right, state }
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
