import { doubtWords } from '../../../shared/deadlines/clock-doubt.ts'
import { english } from '../../../shared/i18n/english.ts'
import type { ClockDoubt } from '../../../shared/model/clock-doubt.ts'
import type { PdfCursor } from './pdf-cursor.ts'
import { drawRow } from './table.ts'

/** In a box, before any day is told: why the days on this paper may be wrong. Nothing while today's date is not in doubt. */
export function drawClockDoubt(paper: PdfCursor, doubt: ClockDoubt | null): void {
  if (!doubt) return
  const item = { lead: 'Check the date first.', text: english(doubtWords(doubt)), size: 11 }
  drawRow(paper, [{ width: 1, items: [item], block: 'date', shaded: true }])
  paper.y -= 8
}
