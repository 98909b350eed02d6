import { z } from 'zod'
import { LetterId } from '../model/letter.ts'
import { Bytes, type CallShape, done, nothing } from './schemas.ts'

export const sheetsContract = {
  /**
   * One page for the person: what to say on the phone, a case summary for an appointment, or the next three
   * dates of all letters.
   */
  'sheet:pdf': {
    input: z.object({ id: LetterId, kind: z.enum(['call', 'summary', 'fridge']) }),
    output: done(z.object({ bytes: Bytes })),
  },
  /**
   * The dates of all letters, with alarms, as an iCalendar file; a newer file replaces the entries of an
   * older one.
   */
  'calendar:ics': { input: nothing, output: z.object({ text: z.string() }) },
} as const satisfies Record<string, CallShape>
