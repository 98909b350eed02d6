import { z } from 'zod'
import { LawText } from '../i18n/message.ts'
import { Confidence } from './rule.ts'

/** Numbers of one series, `CP...`: what is known about a number that is not in the catalog. */
export const NumberSeries = z.object({
  /** Matched at the beginning of the code; the longest match wins. */
  prefix: z.string(),
  /** Other beginnings of the same series, which count like it. */
  also: z.array(z.string()).default([]),
  /** The number has exactly this many digits: CP59 is not one of the 500s. */
  digits: z.int().positive().optional(),
  /** Beginnings of numbers that belong to something else. */
  except: z.array(z.string()).default([]),
  title: LawText,
  meaning: LawText,
  steps: z.array(LawText).min(1).max(3),
  whereToLook: LawText,
  confidence: Confidence,
  sources: z.array(z.string()).min(1),
})
export type NumberSeries = z.infer<typeof NumberSeries>

/**
 * Spanish notice numbers by their English ones: `CP6` stands for `CP5`, so CP604 is CP504. This is an
 * inference from the pairs that `sources` name. Pages for such a number say so, and its dates count as
 * estimated.
 */
export const SpanishSeries = z.strictObject({
  prefix: z.string(),
  english: z.string(),
  digits: z.int().positive(),
  sources: z.array(z.string()).min(1),
})
