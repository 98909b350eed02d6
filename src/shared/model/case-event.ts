import { z } from 'zod'
import { Day } from './day.ts'

/** Something that the person or the IRS did on a day and that starts or meets a clock. */
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
] as const
export const CaseEventKind = z.enum(caseEventKinds)
export type CaseEventKind = z.infer<typeof CaseEventKind>

export const CaseEvent = z.object({ kind: CaseEventKind, day: Day, note: z.string().max(2000) })
export type CaseEvent = z.infer<typeof CaseEvent>
