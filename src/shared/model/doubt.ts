import { z } from 'zod'

/**
 * What on the page speaks against a value that was read:
 * `sum`: the rows of its table add up to another amount; `no-cents`: it has no cents where the letter prints cents;
 * `below-part`: it is smaller than one of its parts; `two-places`: the letter prints another amount in a second place;
 * `two-readings`: a second engine read other digits in its place; `one-reading`: the second engine read nothing there.
 */
export const PageDoubtReason = z.enum([
  'sum',
  'no-cents',
  'below-part',
  'two-places',
  'two-readings',
  'one-reading',
])
export type PageDoubtReason = z.infer<typeof PageDoubtReason>

/** A doubt of one value, with what it may be instead; null where the page shows no other value. */
export const PageDoubt = z.object({ reason: PageDoubtReason, other: z.string().nullable() })
export type PageDoubt = z.infer<typeof PageDoubt>
