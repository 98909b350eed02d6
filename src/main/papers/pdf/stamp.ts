import type { PDFPage } from '@cantoo/pdf-lib'
import { type PdfCursor, paperSize, printable, widthOf } from './pdf-cursor.ts'
import { artifact, content, within } from './tags.ts'
import { ink, quiet } from './write.ts'

/** How far the footer is above the bottom of the page, in points: within what home printers can print. */
export const footerHeight = 30

/**
 * Writes `left` and the page count at the bottom of each of `pages`; a long `left` is set smaller, never cut.
 */
export function stampFooters(
  paper: PdfCursor,
  pages: PDFPage[],
  left: string,
  right: (page: number, of: number) => string,
): void {
  const { font } = paper.faces.regular
  const who = printable(paper, left, 'regular', '1')
  pages.forEach((page, index) => {
    const size = 8
    const count = right(index + 1, pages.length)
    const countX = paperSize.width - paperSize.margin - widthOf(paper, count, 'regular', size)
    const room = countX - paperSize.margin - 12
    const whoSize = Math.min(size, (size * room) / Math.max(1, widthOf(paper, who, 'regular', size)))
    artifact(page, () => {
      page.drawText(who, { x: paperSize.margin, y: footerHeight, size: whoSize, font, color: quiet })
      page.drawText(count, { x: countX, y: footerHeight, size, font, color: quiet })
    })
  })
}

/** A boxed label in the upper right corner, the heading of its page: `Exhibit A, page 1 of 3`. */
export function stampUpperRight(paper: PdfCursor, page: PDFPage, text: string): void {
  const { font } = paper.faces.bold
  const size = 9.5
  const width = widthOf(paper, text, 'bold', size)
  const x = paperSize.width - 36 - width - 12
  const y = paperSize.height - 42
  artifact(page, () =>
    page.drawRectangle({ x, y, width: width + 12, height: 17, borderWidth: 1, borderColor: ink }),
  )
  within(paper.tags, 'H2', () => {
    content(paper.tags, page, () => page.drawText(text, { x: x + 6, y: y + 5, size, font, color: ink }))
  })
}
