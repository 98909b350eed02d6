import { longDay, weekdayDay } from '../../../shared/appeals/format-facts.ts'
import type { Checklist, ChecklistStep } from '../../../shared/model/appeal.ts'
import type { PdfCursor } from '../pdf/pdf-cursor.ts'
import { drawHeading } from '../pdf/table.ts'
import { type Item, write } from '../pdf/write.ts'

/** The checklist, on the page that is open: boxes to tick, and the day beside each, said on the screen or by pen. */
export function drawChecklist(paper: PdfCursor, { title, groups }: Checklist): void {
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

function itemsOf({ text, by, source, done, isNote }: ChecklistStep): Item[] {
  const after = source ? 0 : 3
  const tick: Item = { text, mark: done ? 'checked' : 'box', day: done ? longDay(done) : '', after }
  const step: Item = isNote ? { text, mark: 'bullet', after } : tick
  const dated: Item = by ? { ...step, lead: `By ${weekdayDay(by)}:` } : step
  if (!source) return [dated]
  const cited: Item = { text: source, size: 7.8, weight: 'italic', tone: 'quiet', indent: 15, after: 3 }
  return [{ ...dated, keep: true }, cited]
}
