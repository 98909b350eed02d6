import type { DatedRight } from '../../../shared/deadlines/dates-ahead.ts'
import type { Deadline } from '../../../shared/deadlines/deadline.ts'
import { inEnglish } from '../../../shared/i18n/english.ts'
import { longDay, weekdayDay } from '../../../shared/i18n/format-facts.ts'
import type { ClockDoubt } from '../../../shared/model/clock-doubt.ts'
import type { Day } from '../../../shared/model/day.ts'
import { drawClockDoubt } from '../pdf/clock-doubt.ts'
import { newPage, type PdfCursor } from '../pdf/pdf-cursor.ts'
import { drawRow } from '../pdf/table.ts'
import { write } from '../pdf/write.ts'
import { sendText } from './sheets.ts'

/** The next three dates, large enough to read from across the kitchen. */
export function drawFridgeSheet(
  paper: PdfCursor,
  dates: DatedRight[],
  today: Day,
  clockDoubt: ClockDoubt | null,
): void {
  newPage(paper)
  write(paper, [{ text: 'My next dates', size: 34, weight: 'bold', after: 14, tag: 'H1' }], 'My next dates')
  drawClockDoubt(paper, clockDoubt)
  const tasks = dates.filter(({ deadline }) => !deadline.aside)
  for (const { deadline, notice } of inEnglish(tasks.slice(0, 3))) {
    drawRow(paper, [
      {
        width: 1,
        block: 'My next dates',
        items: [
          {
            text: sendText(deadline),
            size: 21,
            weight: 'bold',
            after: 2,
          },
          { text: `${deadline.title} (${notice})`, size: 17, after: 2 },
          {
            text: `${lastDayName(deadline)}: ${weekdayDay(deadline.lastDay)}${deadline.unconfirmed ? '. Not confirmed: check the letter.' : ''}`,
            size: 15,
            after: 4,
          },
          ...deadline.howTo.slice(0, 2).map((text) => ({ text, size: 12, after: 4 })),
        ],
      },
    ])
    paper.y -= 14
  }
  write(
    paper,
    [{ text: `Printed ${longDay(today)}. Print again when something changes.`, size: 13, tone: 'quiet' }],
    'My next dates',
  )
}

const lastDayName = ({ ends, firmness }: Pick<Deadline, 'ends' | 'firmness'>): string => {
  const name = ends === 'right' ? 'Last day' : 'Asked for by'
  return firmness === 'estimated' ? `${name} (estimated)` : name
}
