import { PDFDocument } from '@cantoo/pdf-lib'
import { newPage, type PdfCursor, sheet } from '../pdf/pdf-cursor.ts'
import { footerHeight } from '../pdf/stamp.ts'
import { content, within } from '../pdf/tags.ts'

/** Puts the mailed pages of a filled, flattened official form on the paper, slightly smaller to leave the footer free. */
export async function drawOfficialPages(paper: PdfCursor, filled: Uint8Array, mail: number[]): Promise<void> {
  const source = await PDFDocument.load(filled, { updateMetadata: false })
  for (const number of mail) {
    const copy = await paper.pdf.embedPage(source.getPage(number - 1))
    const page = newPage(paper)
    const bottom = footerHeight + 14
    const scale = Math.min((sheet.height - bottom - 8) / copy.height, sheet.width / copy.width)
    const place = { x: (sheet.width - copy.width * scale) / 2, y: bottom, xScale: scale, yScale: scale }
    within(paper.tags, 'P', () => content(paper.tags, page, () => page.drawPage(copy, place)))
  }
}
