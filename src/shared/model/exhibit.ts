import { z } from 'zod'
import { cleanLines, cleanText } from '../text/clean-name.ts'
import { Day } from './day.ts'

export const ExhibitId = z.uuid().brand<'ExhibitId'>()
export type ExhibitId = z.infer<typeof ExhibitId>

/**
 * An additional file that the person keeps with a letter: an enclosure goes into the packet, a receipt does
 * not.
 */
export const Exhibit = z.object({
  id: ExhibitId,
  /** As the index of exhibits names it: `Bank statement of October 2026`. */
  title: z.string().min(1).max(300).overwrite(cleanText),
  role: z.enum(['enclosure', 'receipt']),
  fileName: z.string(),
  /** ISO instant. */
  keptAt: z.iso.datetime(),
})
export type Exhibit = z.infer<typeof Exhibit>

export const mailingWays = ['certified', 'fax', 'hand', 'upload', 'carrier', 'phone'] as const

/** One mailing of a letter's papers, as recorded by the person. */
export const Mailing = z.object({
  day: Day,
  how: z.enum(mailingWays),
  /** The form or letter that was sent. */
  what: z.string().max(300).overwrite(cleanLines),
  to: z.string().max(500).overwrite(cleanLines),
  /** Certified-mail number, fax number or tracking number. */
  number: z.string().max(100).overwrite(cleanText),
  /** Photo of the stamped receipt or the fax page, kept as an exhibit. */
  receipt: ExhibitId.nullable(),
})
export type Mailing = z.infer<typeof Mailing>
