import { z } from 'zod'
import { Box, LetterId } from '../model/letter.ts'
import { type CallShape, done } from './schemas.ts'

/** One letter that contains the words. */
export const SearchHit = z.object({
  id: LetterId,
  /**
   * The first page of the scan with the words; null: they are in what is known about the letter besides its
   * pages.
   */
  page: z.int().min(1).nullable(),
  /** Where the words are on that page, when it is upright. */
  boxes: z.array(Box),
  snippet: z.array(z.object({ text: z.string(), hit: z.boolean() })),
  removed: z.boolean(),
})
export type SearchHit = z.infer<typeof SearchHit>

export const searchContract = {
  /**
   * Letters whose pages or facts contain all of the words, newest first, removed ones last. `more`: there are
   * more hits than these. `waiting`: the number of scans whose pages cannot be searched yet.
   */
  'letters:search': {
    passive: true,
    input: z.object({ text: z.string().max(200) }),
    output: z.object({
      tooShort: z.boolean(),
      hits: z.array(SearchHit),
      more: z.boolean(),
      waiting: z.int(),
    }),
  },
  /** Every place in one letter where the words appear, page by page, in the letter's order. */
  'letter:find': {
    passive: true,
    input: z.object({ id: LetterId, text: z.string().max(200) }),
    output: done(z.object({ places: z.array(z.object({ page: z.int(), boxes: z.array(Box) })) })),
  },
} as const satisfies Record<string, CallShape>
