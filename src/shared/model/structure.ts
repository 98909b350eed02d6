import { z } from 'zod'

/** Why a new letter was assumed to begin here; the words for each reason are in `structure.cut.<reason>`. */
export const CutReason = z.enum([
  'page-again',
  'page-one',
  'number',
  'date',
  'taxpayer',
  'sender',
  'letterhead',
  /** A person said so. */
  'person',
])
export type CutReason = z.infer<typeof CutReason>

/** How the pages of a letter belong together, as far as they show it. */
export const Structure = z.object({
  /** How many letters the file held. */
  letterCount: z.int().min(1),
  /** Empty for the first letter of a file. */
  cutBecause: z.array(CutReason),
  /** What each page says of itself in `Page 2 of 4`; null where nothing is printed. In the order of `pages`. */
  printedPages: z.array(z.int().min(1).nullable()),
  /** The 4 in `Page 2 of 4`. */
  printedCount: z.int().min(1).nullable(),
  /** Printed numbers of pages that are missing from the file. */
  missingPages: z.array(z.int().min(1)),
  /** The file held the pages in another order. */
  reordered: z.boolean(),
  /**
   * Pages of the scan that no fact was taken from. A fax cover in front of a letter does not belong to it.
   */
  excludedPages: z.array(
    z.object({ page: z.int().min(1), kind: z.enum(['blank', 'fax-cover', 'enclosure', 'other-paper']) }),
  ),
})
export type Structure = z.infer<typeof Structure>
export type ExcludedPage = Structure['excludedPages'][number]

/** Something that the IRS does not do in a letter. A hint, never a verdict; words in `scamIndicators.<code>`. */
export const ScamIndicator = z.enum([
  'gift-cards',
  'wire-or-crypto',
  'arrest',
  'payee',
  'advertisement',
  'made-up-office',
  'settle-for-less',
  'web-address',
  'act-within-hours',
])
export type ScamIndicator = z.infer<typeof ScamIndicator>
