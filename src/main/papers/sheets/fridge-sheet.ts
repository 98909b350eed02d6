import { english, inEnglish } from '../../../shared/i18n/english.ts'
import { longDay, weekdayDay } from '../../../shared/i18n/format-facts.ts'
import type { ClockDoubt } from '../../../shared/model/clock-doubt.ts'
import type { Day } from '../../../shared/model/day.ts'
import type { DayAhead } from '../../../shared/telling/days-ahead.ts'
import { drawClockDoubt } from '../pdf/clock-doubt.ts'
import { newPage, type PdfCursor } from '../pdf/pdf-cursor.ts'
import { drawRow } from '../pdf/table.ts'
import { write } from '../pdf/write.ts'

/** The next three dates, large enough to read from across the kitchen. */
export function drawFridgeSheet(
  paper: PdfCursor,
  dates: DayAhead[],
  today: Day,
  clockDoubt: ClockDoubt | null,
): void {
  newPage(paper)
  write(paper, [{ text: 'My next dates', size: 34, weight: 'bold', after: 14, tag: 'H1' }], 'My next dates')
  drawClockDoubt(paper, clockDoubt)
  const tasks = dates.filter(({ deadline }) => !deadline.aside)
  for (const day of tasks.slice(0, 3)) {
    drawDay(paper, day)
    paper.y -= 14
  }
  write(
    paper,
    [{ text: `Printed ${longDay(today)}. Print again when something changes.`, size: 13, tone: 'quiet' }],
    'My next dates',
  )
}

function drawDay(paper: PdfCursor, { send, notice, deadline, ifMissed }: DayAhead): void {
  const { title, lastDay, unconfirmed, howTo } = inEnglish(deadline)
  const doubt = unconfirmed ? '. Not confirmed: check the letter.' : ''
  drawRow(paper, [
    {
      width: 1,
      block: 'My next dates',
      items: [
        { text: english(send), size: 21, weight: 'bold', after: 2 },
        { text: `${title} (${notice})`, size: 17, after: 2 },
        { text: `${lastDayName(deadline)}: ${weekdayDay(lastDay)}${doubt}`, size: 15, after: 4 },
        ...howTo.slice(0, 2).map((text) => ({ text, size: 12, after: 4 })),
        ...(ifMissed ? [{ text: english(ifMissed.text), size: 13, after: 4 }] : []),
      ],
    },
  ])
}

const lastDayName = ({ ends, firmness }: DayAhead['deadline']): string => {
  const name = ends === 'request' ? 'Asked for by' : 'Last day'
  return firmness === 'estimated' ? `${name} (estimated)` : name
}
