import type { PDFPage } from '@cantoo/pdf-lib'
import { type Paper, printable, sheet } from './paper.ts'
import { quiet } from './write.ts'

/** How far above the foot of the page the footer stands, in points: inside what home printers can reach. */
export const footerHeight = 30

/** Writes `left` and the counted page on each of `pages`, at its foot; a long `left` is set smaller, never cut. */
export function stampFooters(
  paper: Paper,
  pages: PDFPage[],
  left: string,
  right: (page: number, of: number) => string,
): void {
  const { font } = paper.faces.regular
  const who = printable(paper, left, 'regular', '1')
  pages.forEach((page, index) => {
    const size = 8
    const count = right(index + 1, pages.length)
    const countX = sheet.width - sheet.margin - font.widthOfTextAtSize(count, size)
    const room = countX - sheet.margin - 12
    const whoSize = Math.min(size, (size * room) / Math.max(1, font.widthOfTextAtSize(who, size)))
    page.drawText(who, { x: sheet.margin, y: footerHeight, size: whoSize, font, color: quiet })
    page.drawText(count, { x: countX, y: footerHeight, size, font, color: quiet })
  })
}
