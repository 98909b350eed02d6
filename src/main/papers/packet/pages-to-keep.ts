import type { Checklist, ChecklistStep } from '../../../shared/appeals/draft.ts'
import type { InEnglish } from '../../../shared/i18n/english.ts'
import { longDay, weekdayDay } from '../../../shared/i18n/format-facts.ts'
import type { Mailing } from '../../../shared/model/exhibit.ts'
import type { PdfCursor } from '../pdf/pdf-cursor.ts'
import { type Cell, drawHeading, drawRow, drawTable } from '../pdf/table.ts'
import { type Item, write } from '../pdf/write.ts'

const widths = [0.2, 0.16, 0.34, 0.3]

/** What was sent, and empty lines for what is still to be sent: number, date, receipt. Not mailed. */
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

/**
 * The checklist, drawn on the current page: boxes to tick, each with the date it was done or a line to write
 * the date on.
 */
export function drawChecklist(paper: PdfCursor, { title, groups }: InEnglish<Checklist>): void {
  const hint = 'Tick what is done and write the day beside it. Keep this list: it is not mailed.'
  write(
    paper,
    [
      { text: title, size: 17, weight: 'bold', after: 2, tag: 'H1', keep: true },
      { text: hint, size: 10.5, keep: true },
    ],
    'Checklist',
  )
  for (const { heading, steps } of groups) {
    drawHeading(paper, heading)
    write(paper, steps.flatMap(itemsOf), 'Checklist')
  }
}

function itemsOf({ text, by, source, done, isNote }: InEnglish<ChecklistStep>): Item[] {
  const after = source ? 0 : 3
  const tick: Item = { text, mark: done ? 'checked' : 'box', day: done ? longDay(done) : '', after }
  const step: Item = isNote ? { text, mark: 'bullet', after } : tick
  const dated: Item = by ? { ...step, lead: `By ${weekdayDay(by)}:` } : step
  if (!source) return [dated]
  const cited: Item = { text: source, size: 7.8, weight: 'italic', tone: 'quiet', indent: 15, after: 3 }
  return [{ ...dated, keep: true }, cited]
}
