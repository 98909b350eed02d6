import { z } from 'zod'
import { LetterId } from '../model/letter.ts'
import { Bytes, type CallShape, done } from './schemas.ts'

export const packetsContract = {
  /** The draft of the form alone, as a PDF. */
  'draft:pdf': { input: z.object({ id: LetterId }), output: done(z.object({ bytes: Bytes })) },
  /**
   * The whole packet in mailing order, as one PDF. `cover`: the first mailed page; `duplex`: every part
   * starts on the front of a sheet; `straighten`: photos of a document are cropped to its edges. `notPrinted`: exhibits
   * with a divider sheet alone, because their files could not be printed; it must not be sent before their pages are added.
   */
  'packet:pdf': {
    input: z.object({
      id: LetterId,
      cover: z.enum(['letter', 'fax']),
      duplex: z.boolean(),
      straighten: z.boolean(),
    }),
    output: done(z.object({ bytes: Bytes, pages: z.int(), notPrinted: z.array(z.string()) })),
  },
} as const satisfies Record<string, CallShape>
