import { z } from 'zod'
import { LetterId } from '../model/letter.ts'
import { PageLayoutOverride, ScanPages } from '../model/page-layout-override.ts'
import { Bytes, type CallShape, done, nothing } from './schemas.ts'

export const scansContract = {
  /**
   * One page of the scan as PNG or JPEG, upright. `page` is counted from 1 within the scan; `width` is in
   * pixels.
   */
  'page:image': {
    input: z.object({ id: LetterId, page: z.int().min(1), width: z.int().min(100).max(3000) }),
    output: done(z.object({ type: z.enum(['image/png', 'image/jpeg']), bytes: Bytes })),
  },
  /** The pages of a letter's scan: the files, the letters in them, and any layout a person has set. */
  'scan:pages': { input: z.object({ id: LetterId }), output: done(ScanPages) },
  /**
   * Sets how the pages of a letter's scan are split, ordered and rotated; null: the reading decides again.
   * The scan is read again. Answers with the letter, or with the one that has its pages now.
   */
  'scan:arrange': {
    input: z.object({ id: LetterId, layoutOverride: PageLayoutOverride.nullable() }),
    output: done(z.object({ id: LetterId })),
  },
  /**
   * Makes one letter of several, in the order given; their scans become one scan of all files. Answers with
   * that letter.
   */
  'scan:merge': {
    input: z.object({ ids: z.array(LetterId).min(2).max(200) }),
    output: done(z.object({ id: LetterId })),
  },
  /** Makes each file of the scan a separate scan again. */
  'scan:split': { input: z.object({ id: LetterId }), output: done(nothing) },
  /**
   * Reads every scan again in the background, as after a better engine: `letters` of them wait now. What a person confirmed
   * stays, and so does an earlier reading where the new one fails.
   */
  'scans:read-again': { input: nothing, output: done(z.object({ letters: z.int() })) },
  /**
   * Opens a locked PDF. A correct password is stored in the library, so that the pages can be shown again.
   */
  'scan:unlock': {
    input: z.object({ id: LetterId, password: z.string().min(1).max(1000) }),
    output: done(nothing),
  },
} as const satisfies Record<string, CallShape>
