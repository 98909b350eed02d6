import { z } from 'zod'
import { Exhibit, ExhibitId, Mailing } from '../model/exhibit.ts'
import { LetterId } from '../model/letter.ts'
import { Bytes, type CallShape, done, nothing } from './schemas.ts'

export const exhibitsContract = {
  /** A file that goes with a letter: an enclosure for the packet, or the receipt of a mailing. */
  'exhibit:add': {
    input: z.object({
      letter: LetterId,
      title: Exhibit.shape.title,
      role: Exhibit.shape.role,
      fileName: z.string().min(1).max(255),
      bytes: Bytes,
      /** Of a locked PDF. What is kept opens without it. */
      password: z.string().min(1).max(1000).exactOptional(),
    }),
    output: done(z.object({ id: ExhibitId })),
  },
  'exhibit:remove': { input: z.object({ letter: LetterId, id: ExhibitId }), output: done(nothing) },
  'letter:record-mailings': {
    input: z.object({ id: LetterId, mailings: z.array(Mailing).max(200) }),
    output: done(nothing),
  },
} as const satisfies Record<string, CallShape>
