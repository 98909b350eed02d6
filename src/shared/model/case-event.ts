import { z } from 'zod'
import { Day } from './day.ts'

/**
 * Something that the person or the IRS did on a day and that starts or meets a clock. `appeal...` is Form 9423 (or its
 * phone form), `hearingRequest...` Form 12153. `saleSet`: the day on which seized property is to be sold. `requestGranted`
 * and `requestRefused` tell which of the two a letter is whose number stands for both.
 */
export const caseEventKinds = [
  'conferenceRequested',
  'conferenceHeld',
  'appealAnnounced',
  'nftlFiled',
  'agreementTerminated',
  'levyServed',
  'seizureNoticeGiven',
  'managerReferral',
  'appealMailed',
  'appealReceived',
  'hearingRequestMailed',
  'hearingRequestReceived',
  'petitionMailed',
  'answerMailed',
  'claimMailed',
  'suitFiled',
  'levyReleased',
  'jeopardyReviewRequested',
  'jeopardyReviewAnswered',
  'saleSet',
  'propertySold',
  'debtPaid',
  'requestGranted',
  'requestRefused',
] as const
export const CaseEventKind = z.enum(caseEventKinds)
export type CaseEventKind = z.infer<typeof CaseEventKind>

export const CaseEvent = z.object({ kind: CaseEventKind, day: Day, note: z.string().max(2000) })
export type CaseEvent = z.infer<typeof CaseEvent>
