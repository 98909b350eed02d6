import { longDay } from '../../../shared/appeals/format-facts.ts'
import type { Mailing } from '../../../shared/model/exhibit.ts'
import type { PdfCursor } from '../pdf/pdf-cursor.ts'
import { type Cell, drawHeading, drawRow, drawTable } from '../pdf/table.ts'
import { write } from '../pdf/write.ts'

const widths = [0.2, 0.16, 0.34, 0.3]

/** What was sent, and empty lines for what will be: number, day, receipt. Kept, not mailed. */
export function drawMailingLog(
  paper: PdfCursor,
  mailings: Mailing[],
  ways: Record<Mailing['how'], string>,
): void {
  drawHeading(paper, 'Mailing record')
  const row = (texts: string[], isHead = false) =>
    drawRow(
      paper,
      widths.map(
        (width, index): Cell => ({
          width,
          block: 'Mailing record',
          ...(isHead ? { shaded: true, head: 'Column' } : {}),
          items: [{ text: texts[index] ?? '', size: 9, weight: isHead ? 'bold' : 'regular' }],
        }),
      ),
      isHead ? 0 : 24,
    )
  drawTable(paper, () => {
    row(['Day', 'How', 'Certified or fax number', 'Sent to'], true)
    for (const { day, how, number, to } of mailings) row([longDay(day), ways[how], number, to])
    row(['', ways.certified, '', ''])
    row(['', ways.fax, '', ''])
  })
  paper.y -= 3
  const text = 'Keep the stamped receipt, the fax page and the green card with this sheet.'
  write(paper, [{ text, size: 9, after: 14 }], 'Mailing record')
}
