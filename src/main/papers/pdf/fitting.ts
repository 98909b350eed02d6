import { PDFDocument } from '@cantoo/pdf-lib'
import type { PdfCursor } from './pdf-cursor.ts'
import { noTags } from './tags.ts'

/** Of 10 points no less than 8 are left. */
const scales = [1, 0.96, 0.92, 0.88, 0.84, 0.8]

/**
 * Draws new pages in type as large as so many pages allow, so that no two lines stand alone on one more. What is too long
 * all the same is drawn in its own size, on as many pages as it takes.
 */
export async function drawFitting(
  paper: PdfCursor,
  pages: number,
  draw: (paper: PdfCursor) => void,
): Promise<void> {
  for (const scale of scales) {
    const pdf = await PDFDocument.create({ updateMetadata: false })
    const trial = { ...paper, pdf, page: null, tags: noTags(), scale }
    draw(trial)
    if (pdf.getPageCount() > pages) continue
    paper.scale = scale
    break
  }
  draw(paper)
  paper.scale = 1
}
