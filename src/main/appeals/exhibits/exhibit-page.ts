import { newPage, type PdfCursor, sheet } from '../pdf/pdf-cursor.ts'
import { footerHeight, stampUpperRight } from '../pdf/stamp.ts'
import { artifact, content, within } from '../pdf/tags.ts'
import { quiet } from '../pdf/write.ts'
import type { ExhibitPage } from './exhibit.ts'

const side = 36

/** The page as large as it fits between stamp and footer, so that neither covers anything. */
export function drawExhibitPage(paper: PdfCursor, copy: ExhibitPage, stamp: string): void {
  const page = newPage(paper)
  const bottom = footerHeight + 18
  const top = sheet.height - 48
  const scale = Math.min((sheet.width - 2 * side) / copy.width, (top - bottom) / copy.height)
  const width = copy.width * scale
  const height = copy.height * scale
  const x = (sheet.width - width) / 2
  const y = top - height
  stampUpperRight(paper, page, stamp)
  const draw = () => content(paper.tags, page, () => copy.draw(page, x, y, scale))
  within(paper.tags, 'Figure', draw, { alt: `${stamp}: the page as it was scanned` })
  artifact(page, () => page.drawRectangle({ x, y, width, height, borderWidth: 0.4, borderColor: quiet }))
}
