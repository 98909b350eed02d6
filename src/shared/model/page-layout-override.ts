import { z } from 'zod'
import { LetterId } from './letter.ts'
import { CutReason } from './structure.ts'

const PageNumber = z.int().min(1)
/** Clockwise degrees. */
export const Rotation = z.literal([0, 90, 180, 270])
export type Rotation = z.infer<typeof Rotation>

/** One letter of a scan in a layout set by a person; pages count in the scan from 1. */
const LetterPagesOverride = z.object({
  pages: z.array(PageNumber).min(1),
  /** True: in this order. False: in the order of the printed page numbers (`Page 2 of 4`). */
  inThisOrder: z.boolean(),
})
export type LetterPagesOverride = z.infer<typeof LetterPagesOverride>

/**
 * What a person set for the pages of a scan; it overrides reading, now and when the scan is read again. The
 * stored files never change.
 */
export const PageLayoutOverride = z.object({
  /** Pages that the person rotated: clockwise degrees from how the file has them. */
  turns: z.array(z.object({ page: PageNumber, rotation: Rotation })).max(5000),
  /** Which pages make which letter; null: reading decides. */
  letters: z.array(LetterPagesOverride).min(1).max(2000).nullable(),
  /** Pages that belong to no letter. */
  excludedPages: z.array(PageNumber).max(5000),
})
export type PageLayoutOverride = z.infer<typeof PageLayoutOverride>

/** Each page of the scan is in exactly one place. */
export function isWhole({ turns, letters, excludedPages }: PageLayoutOverride, pageCount: number): boolean {
  if (turns.some(({ page }) => page > pageCount)) return false
  if (letters === null) return excludedPages.length === 0
  const pages = [...letters.flatMap((letter) => letter.pages), ...excludedPages].sort((a, b) => a - b)
  return pages.length === pageCount && pages.every((page, at) => page === at + 1)
}

export const turnOf = (layoutOverride: PageLayoutOverride | null, page: number): Rotation | undefined =>
  layoutOverride?.turns.find((turn) => turn.page === page)?.rotation

/** What the screen shows of a scan and its pages. */
export const ScanPages = z.object({
  /** In the order of their pages. */
  files: z.array(z.object({ fileName: z.string(), pageCount: z.int() })),
  /** Clockwise degrees by which each page is rotated for display, first page first. */
  rotations: z.array(Rotation),
  /** null: nothing was set by a person. */
  layoutOverride: PageLayoutOverride.nullable(),
  /** Which pages make up which letter now, set by a person or by reading. */
  layout: z.object({ letters: z.array(LetterPagesOverride), excludedPages: z.array(PageNumber) }),
  letters: z.array(
    z.object({
      id: LetterId,
      pages: z.array(PageNumber),
      cutBecause: z.array(CutReason),
      /** In the order of `pages`. */
      printedPages: z.array(PageNumber.nullable()),
    }),
  ),
  /** A password is stored in the library. */
  locked: z.boolean(),
})
export type ScanPages = z.infer<typeof ScanPages>
