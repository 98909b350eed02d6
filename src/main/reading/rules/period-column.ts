import type { Evidence, Line, PageText } from '../../../shared/model/letter.ts'
import { around } from './boxes.ts'
import { datesIn } from './dates.ts'
import type { Found } from './find-labeled.ts'
import { periodEnding, periodsIn, unique } from './period-text.ts'

const columnHead =
  /^(?:tax |taxable )?(?:years?|periods?)(?:\s?\(s\))?(?:\s?\([a-f]\))?(?: (?:ended|ending|end))?(?:\s?\([a-f]\))?$|^tax period\b/i

/** The rows below a column's head, as long as they follow each other closely. */
export function findPeriodColumn(pages: readonly PageText[], quarterly: boolean): Found<string[]> | null {
  for (const page of pages) {
    for (const head of page.lines.flatMap(columnHeadIn)) {
      const rows = rowsBelow(page, head, quarterly)
      if (rows.length === 0) continue
      const value = unique(rows.flatMap((row) => row.periods))
      return { value, evidence: evidenceOf(page, rows, 'periods.column') }
    }
  }
  return null
}

/** The head of the column, also where tight columns were read as one line. */
function columnHeadIn(line: Line): Line[] {
  if (columnHead.test(line.text)) return [line]
  const joined = /^(?:kind|type) of tax (?=tax periods?\b)/i.exec(line.text)
  if (!joined) return []
  const share = joined[0].length / line.text.length
  const [left, top, width, height] = line.box
  const box: Line['box'] = [left + share * width, top, (1 - share) * width, height]
  return [{ ...line, text: line.text.slice(joined[0].length), box }]
}

type PeriodRow = { line: Line; periods: string[]; raw: string }

function rowsBelow(page: PageText, head: Line, quarterly: boolean): PeriodRow[] {
  const rows: PeriodRow[] = []
  let last = head.box
  for (const line of page.lines) {
    const gap = line.box[1] - (last[1] + last[3])
    const inColumn =
      line.box[0] < head.box[0] + head.box[2] + 0.01 && line.box[0] + line.box[2] > head.box[0] - 0.01
    if (!inColumn || line.box[1] < head.box[1] + 0.5 * head.box[3]) continue
    if (gap > 0.05) break
    const periods = periodsIn(line.text, quarterly) ?? dateNear(line, head, quarterly)
    if (periods) rows.push({ line, periods: periods.value, raw: periods.raw })
    if (periods || rows.length === 0) last = line.box
    else break
  }
  return rows
}

/** A whole row read as one line: the date in it that stands nearest to the column. */
function dateNear(line: Line, head: Line, quarterly: boolean): { value: string[]; raw: string } | null {
  const center = head.box[0] + head.box[2] / 2
  const place = (at: number, length: number) =>
    line.box[0] + ((at + length / 2) / line.text.length) * line.box[2]
  const [nearest] = datesIn(line.text)
    .map((date) => ({ date, off: Math.abs(place(date.at, date.raw.length) - center) }))
    .filter(({ off }) => off < 0.08)
    .sort((a, b) => a.off - b.off)
  return nearest ? { value: [periodEnding(nearest.date.iso, quarterly)], raw: nearest.date.raw } : null
}

function evidenceOf(page: PageText, rows: readonly PeriodRow[], rule: string): Evidence {
  return {
    page: page.page,
    box: around(rows.map((row) => row.line.box)),
    raw: rows.map((row) => row.raw).join('; '),
    confidence: Math.min(...rows.map((row) => row.line.confidence)),
    rule,
  }
}
