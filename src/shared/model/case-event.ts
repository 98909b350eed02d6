import { z } from 'zod'
import { cleanLines } from '../text/clean-name.ts'
import { Day } from './day.ts'

/** What the person sent to the IRS or a court; a letter with one of these waits for an answer. */
export const sentKinds = [
  'appealMailed',
  'appealReceived',
  'hearingRequestMailed',
  'hearingRequestReceived',
  'petitionMailed',
  'answerMailed',
  'claimMailed',
  'suitFiled',
  'jeopardyReviewRequested',
] as const

/**
 * Something the person or the IRS did on a date that starts or satisfies a deadline. `appeal...` is Form 9423
 * (or its phone form), `hearingRequest...` Form 12153. `saleSet`: the date set for the sale of seized
 * property. `requestGranted` and `requestRefused` say what a letter decided whose number stands for both.
 */
const caseEventKinds = [
  'conferenceRequested',
  'conferenceHeld',
  'appealAnnounced',
  'nftlFiled',
  'agreementTerminated',
  'levyServed',
  'seizureNoticeGiven',
  'managerReferral',
  ...sentKinds,
  'levyReleased',
  'jeopardyReviewAnswered',
  'saleSet',
  'propertySold',
  'debtPaid',
  'requestGranted',
  'requestRefused',
] as const
export const CaseEventKind = z.enum(caseEventKinds)
export type CaseEventKind = z.infer<typeof CaseEventKind>

/**
 * Everything that can be recorded: what deadlines count from; what no deadline counts from, though it may
 * satisfy one: a call, Form 8857 (`reliefAsked`), an answer in the online account; and that a letter is taken
 * care of.
 */
export const loggedKinds = [
  ...caseEventKinds,
  'phoneCall',
  'reliefAsked',
  'answeredOnline',
  'letterDone',
] as const
export const LoggedKind = z.enum(loggedKinds)
export type LoggedKind = z.infer<typeof LoggedKind>

export const CaseEvent = z.object({
  kind: LoggedKind,
  day: Day,
  note: z.string().max(2000).overwrite(cleanLines),
})
export type CaseEvent = z.infer<typeof CaseEvent>
