import { weekdayDay } from '../appeals/format-facts.ts'
import type { Checklist, ChecklistStep } from '../model/appeal.ts'
import { Day } from '../model/day.ts'
import { newPage, type Paper } from './paper.ts'
import { drawHeading } from './row.ts'
import { type Item, write } from './write.ts'

/** The checklist on sheets of its own, with boxes to tick. */
export function drawChecklist(paper: Paper, { title, groups }: Checklist): void {
  newPage(paper)
  write(
    paper,
    [
      { text: title, size: 17, weight: 'bold', after: 2 },
      {
        text: 'Tick what is done and write the day beside it. Keep this list: it is not mailed.',
        size: 10.5,
      },
    ],
    'checklist',
  )
  for (const { heading, steps } of groups) {
    drawHeading(paper, heading)
    write(paper, steps.flatMap(itemsOf), 'checklist')
  }
}

function itemsOf({ text, by, source }: ChecklistStep): Item[] {
  const step: Item = { text, mark: 'box', after: source ? 0 : 3 }
  const dated: Item = by ? { ...step, lead: `By ${weekdayDay(Day.parse(by))}:` } : step
  if (!source) return [dated]
  return [dated, { text: source, size: 7.8, weight: 'italic', tone: 'quiet', indent: 15, after: 3 }]
}
