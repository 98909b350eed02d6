import type { Evidence, Line, PageText } from '../../../shared/model/letter.ts'
import { around } from './boxes.ts'
import { datesIn } from './dates.ts'
import type { Found } from './find-labeled.ts'

/** What one row of the statement of a debt says: its period as printed (null: not readable) and its tax form. */
type DebtRow = { period: string | null; form: string | null }
/**
 * The statement: its rows, the last amount of each row as printed (null: not readable), whether a row named total stands
 * below them, its sum as printed (null: not readable), and the sum of a row that is the only one.
 */
type DebtTable = {
  rows: DebtRow[]
  rowSums: (string | null)[]
  hasTotal: boolean
  total: Found<string> | null
  onlySum: Found<string> | null
}
/** Reads a tax form from the start of a text. */
type TakeForm = (text: string) => { value: string; raw: string } | null

/**
 * The table of periods and amounts on levy, lien and balance letters. Its cells run into each other in text layers
 * and scans alike, so rows are read by what stands in them; the order of the heads tells a period from a date of
 * assessment.
 */
export function findDebtTable(pages: readonly PageText[], takeForm: TakeForm): Found<DebtTable> | null {
  for (const page of pages) {
    const rows = visualRows(page.lines)
    for (const [at, row] of rows.entries()) {
      const heads = headsOf(row, rows[at + 1])
      if (!heads) continue
      const read = readRows(rows.slice(at + 1), heads, takeForm)
      if (read.some(({ row: { text } }) => text.search(money) >= 0))
        return foundTable(page, heads, read, rows.slice(at + 1))
    }
  }
  return null
}

type VisualRow = { lines: Line[]; text: string; top: number; height: number }
type Heads = { datesBeforePeriod: number; endInSum: boolean }
type ReadRow = { row: VisualRow; debt: DebtRow }

/** Lines on one baseline, whatever column they are in. */
function visualRows(lines: readonly Line[]): VisualRow[] {
  const rows: Line[][] = []
  for (const line of [...lines].sort((a, b) => middle(a) - middle(b))) {
    const last = rows[rows.length - 1]?.[0]
    if (last && Math.abs(middle(line) - middle(last)) < 0.4 * Math.min(last.box[3], line.box[3]))
      rows[rows.length - 1]?.push(line)
    else rows.push([line])
  }
  return rows.map((row) => {
    const fromLeft = row.sort((a, b) => a.box[0] - b.box[0])
    const [, top, , height] = around(fromLeft.map((line) => line.box))
    const text = fromLeft.map((line) => line.text).join(' ')
    return {
      lines: fromLeft,
      text: text
        .replace(/[|[\]_]+/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
      top,
      height,
    }
  })
}

const periodHead =
  /\b(?:tax(?:able)? )?(?:periods?|years?|quarters?)(?: ?\(s\))?(?: ?(?:ended|ending|end))?\b/i
const assessedHead = /\bdate(?: of)? assess(?:ment|ed)\b|\bassess(?:ment|ed)(?: on)? date\b/i
const otherHeads = [
  /\b(?:kind|type) of tax\b/i,
  /\b(?:tax )?form(?: number)?\b/i,
  /\bassess/i,
  /\bamount\b/i,
  /\bbalance\b/i,
  /\btotal\b/i,
  /\b(?:penalt|interest|additions)/i,
]

/** What the last column holds where one row is the whole debt and no total stands below it. */
const sumHead = /\b(?:amount(?: you)? (?:owe|due)|total(?: (?:amount|due|you owe))?|balance(?: due)?)$/i

/** A row of heads names the period and at least one more column, and is no sentence. */
function headsOf(row: VisualRow, next: VisualRow | undefined): Heads | null {
  // Long heads run over two lines, the period often in the first and the rest of its words in the second.
  const joined =
    next && next.top - (row.top + row.height) < 1.2 * row.height ? `${row.text} ${next.text}` : ''
  for (const text of [row.text, joined]) {
    const period = periodHead.exec(text)
    if (!period || text.split(' ').length > 24 || /[.!?]$|\d\d/.test(text)) continue
    if (otherHeads.filter((head) => head.test(text)).length < 1) continue
    if (/\b(?:we|your|is|was|have|for the|of the)\b/i.test(text)) continue
    const assessed = assessedHead.exec(text)
    return {
      datesBeforePeriod: assessed && assessed.index < period.index ? 1 : 0,
      endInSum: sumHead.test(text),
    }
  }
  return null
}

/** Rows follow each other; the total, or a row without a period after the first, ends the table. */
function readRows(below: readonly VisualRow[], heads: Heads, takeForm: TakeForm): ReadRow[] {
  const read: ReadRow[] = []
  let skipped = 0
  let last: VisualRow | undefined
  for (const row of below) {
    if (isTotal(row)) break
    if (last && row.top - (last.top + last.height) > 4 * last.height) break
    last = row
    const debt = debtIn(row.text, heads, takeForm)
    if (debt) read.push({ row, debt })
    else if (read.length > 0 || ++skipped > 2) break
  }
  return read
}

const kindOfTax = /\b(?:income|employment|excise|civil penalty|withholding|unemployment)\b/i
const money = /\$\s?[\d,]+(?:\.\d\d)?|\b[\d,]+\.\d\d\b/g

/** A date alone is anything; a row of the table has money, a form or a kind of tax beside it. */
function debtIn(text: string, heads: Heads, takeForm: TakeForm): DebtRow | null {
  const form = formIn(text, takeForm)
  const dates = datesIn(text)
  const date = dates[Math.min(heads.datesBeforePeriod, dates.length - 1)]
  const hasMoney = text.search(money) >= 0
  if (!hasMoney && !form && !kindOfTax.test(text)) return null
  if (date) return { period: date.raw, form }
  const plain = /(?:^|\s)((?:19|20)\d\d(?:-?(?:0[1-9]|1[0-2]))?)(?=\s|$)/.exec(text.replace(money, ' '))
  if (plain?.[1] && !isRestOfDate(text.slice(0, text.indexOf(plain[1])))) return { period: plain[1], form }
  return hasMoney && form ? { period: null, form } : null
}

/** A year behind a misread month and day is no period of a year. */
const isRestOfDate = (before: string): boolean => {
  const word = before.trim().split(' ').pop() ?? ''
  return /[,.]$|\d/.test(word) && !/^(?:\d{3,4}[A-Z-]*|CT-?1)$/.test(word)
}

/** The form in a row: the first word that is one. `1040` may be money elsewhere, but not without cents. */
function formIn(text: string, takeForm: TakeForm): string | null {
  const words = text.replace(money, ' ').split(/\s+/)
  for (const at of words.keys()) {
    const taken = takeForm(words.slice(at, at + 3).join(' '))
    if (taken) return taken.value
  }
  return null
}

function foundTable(
  page: PageText,
  heads: Heads,
  read: readonly ReadRow[],
  below: readonly VisualRow[],
): Found<DebtTable> {
  const lines = read.flatMap(({ row }) => row.lines)
  const last = read[read.length - 1]?.row
  const next = last && below[below.indexOf(last) + 1]
  const only = read.length === 1 && heads.endInSum ? last : undefined
  return {
    value: {
      rows: read.map(({ debt }) => debt),
      rowSums: read.map(({ row }) => lastSumIn(row)),
      hasTotal: next !== undefined && isTotal(next),
      total: next && isTotal(next) ? lastSumOf(page, next) : null,
      onlySum: only ? lastSumOf(page, only) : null,
    },
    evidence: evidenceOf(page, lines, read.map(({ row }) => row.text).join('; ')),
  }
}

/** The columns before the last sum of the row that begins with "Total" are its parts. */
const isTotal = (row: VisualRow): boolean => /^(?:grand )?total\b/i.test(row.text)

function lastSumOf(page: PageText, row: VisualRow): Found<string> | null {
  const last = lastSumIn(row)
  return last ? { value: last, evidence: evidenceOf(page, row.lines, row.text) } : null
}

/** The amount that ends a row; null where print that is not a digit follows it: a fold hides digits. */
function lastSumIn(row: VisualRow): string | null {
  const last = [...row.text.matchAll(money)].at(-1)
  if (!last) return null
  return /[,.]\S/.test(last[0].slice(-1) + row.text.slice(last.index + last[0].length)) ? null : last[0]
}

const evidenceOf = (page: PageText, lines: readonly Line[], raw: string): Evidence => ({
  page: page.page,
  box: around(lines.map((line) => line.box)),
  raw,
  confidence: Math.min(...lines.map((line) => line.confidence)),
  rule: 'table.debt',
})

const middle = (line: Line) => line.box[1] + line.box[3] / 2
