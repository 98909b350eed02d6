import type { Evidence, Line, PageText } from '../model/letter.ts'
import { datesIn } from './dates.ts'
import { findDebtTable } from './debt-table.ts'
import { type Found, findLabelled, type Label } from './find-labelled.ts'
import { around } from './lines-from-words.ts'
import { evidenceIn, paragraphsOf } from './paragraphs.ts'
import { takeForm } from './tax-form.ts'

const labels: readonly Label[] = [
  {
    rule: 'periods.box',
    pattern:
      /^(?:tax (?:years?|periods?)|(?:your )?tax period(?:\s?\(s\))?|tax year(?:\s?\(s\))?|a[nñ]o(?:s)? (?:tributario|fiscal|contributivo)s?|per[ií]odo(?:s)? tributarios?)(?: (?:ended|ending))?(?=\s*:|\s*$|\s+(?:\d|[A-Z][a-z]+\.? \d))/i,
  },
]
const columnHead =
  /^(?:tax |taxable )?(?:years?|periods?)(?:\s?\(s\))?(?:\s?\([a-f]\))?(?: (?:ended|ending|end))?(?:\s?\([a-f]\))?$|^tax period\b/i

/** Every period of the debt: the box, else the column of the statement, else the sentence that names it. */
export function findTaxPeriods(pages: readonly PageText[], form: string | null): Found<string[]> | null {
  const quarterly = form !== null && /^(?:941|720|730|CT-?1)/.test(form)
  const take = (text: string) => {
    const periods = periodsIn(text, quarterly)
    return periods && { value: periods.value, raw: periods.raw }
  }
  const table = fromTable(pages, quarterly)
  // A row that could not be read makes the list a part of the debt, which is worse than none.
  if (table?.value.length === 0) return null
  const fromColumn = longer(table, columnOf(pages, quarterly))
  const fromLabel = findLabelled(pages, labels, take)[0] ?? null
  if (fromColumn && (!fromLabel || fromColumn.value.length > fromLabel.value.length)) return fromColumn
  return fromLabel ?? inReplyHeading(pages, quarterly) ?? inSentence(pages, quarterly)
}

function fromTable(pages: readonly PageText[], quarterly: boolean): Found<string[]> | null {
  const table = findDebtTable(pages, takeForm)
  if (!table) return null
  const rows = table.value.map(({ period }) => period && periodsIn(period, quarterly)?.value)
  const periods = rows.flatMap((row) => row || [])
  return { value: rows.every(Boolean) ? unique(periods) : [], evidence: table.evidence }
}

const longer = (a: Found<string[]> | null, b: Found<string[]> | null) =>
  !a || (b && b.value.length > a.value.length) ? b : a

/** Reads years, months and days from the start of a text, as long as nothing else comes between. */
export function periodsIn(text: string, quarterly: boolean): { value: string[]; raw: string } | null {
  const value: string[] = []
  let rest = text
  for (;;) {
    const [date] = datesIn(rest)
    const plain = /^(?:(?:19|20)\d\d)(-\d\d|(?:0[1-9]|1[0-2]))?(?![\d,.]*\d)/.exec(rest)
    if (date?.at === 0) {
      value.push(periodEnding(date.iso, quarterly))
      rest = rest.slice(date.raw.length)
    } else if (plain) {
      value.push(periodFromCode(plain[0], quarterly))
      rest = rest.slice(plain[0].length)
    } else break
    const joint = /^(?:\s*[,;&/]\s*(?:and\s+|y\s+)?|\s+and\s+|\s+y\s+|\s+)/.exec(rest)
    if (!joint) break
    rest = rest.slice(joint[0].length)
  }
  return value.length > 0
    ? { value: unique(value), raw: text.slice(0, text.length - rest.length).trim() }
    : null
}

/** A year that ends in December is the year's; quarters keep their month, and so does any other end. */
function periodEnding(iso: string, quarterly: boolean): string {
  const [year = '', month = ''] = iso.split('-')
  return month === '12' && !quarterly ? year : `${year}-${month}`
}

function periodFromCode(code: string, quarterly: boolean): string {
  const digits = code.replace('-', '')
  return digits.length === 4 ? digits : periodEnding(`${digits.slice(0, 4)}-${digits.slice(4)}`, quarterly)
}

const unique = (values: readonly string[]) => [...new Set(values)]

/** The rows below a column's head, as long as they follow each other closely. */
function columnOf(pages: readonly PageText[], quarterly: boolean): Found<string[]> | null {
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
  const centre = head.box[0] + head.box[2] / 2
  const place = (at: number, length: number) =>
    line.box[0] + ((at + length / 2) / line.text.length) * line.box[2]
  const [nearest] = datesIn(line.text)
    .map((date) => ({ date, off: Math.abs(place(date.at, date.raw.length) - centre) }))
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

/** `202312 30` in the heading of a C letter: the period's last month and the code of its tax. */
function inReplyHeading(pages: readonly PageText[], quarterly: boolean): Found<string[]> | null {
  for (const page of pages) {
    if (!page.lines.some((line) => line.box[1] < 0.4 && /\bLTR\s?\d{2,4}\s?-?C\b/i.test(line.text))) continue
    for (const line of page.lines) {
      const match =
        line.box[1] < 0.4 ? /(?:^|\s)((?:19|20)\d\d(?:0[1-9]|1[0-2]))\s+(\d\d)(?!\d)/.exec(line.text) : null
      if (!match?.[1]) continue
      const { box, confidence } = line
      const rule = 'periods.reply-heading'
      const value = [periodFromCode(match[1], quarterly)]
      return { value, evidence: { page: page.page, box, raw: match[0].trim(), confidence, rule } }
    }
  }
  return null
}

const sentence =
  /\btax (?:years?|periods?|quarters?)(?:\s?\(s\))?,?(?: (?:that )?(?:ended|ending))?(?: on)?:? (?=[A-Z12])|\byour (?=(?:19|20)\d\d Form)|\b(?:balance due|unpaid tax(?:es)?|taxes) for (?=(?:19|20)\d\d\b)/gi

function inSentence(pages: readonly PageText[], quarterly: boolean): Found<string[]> | null {
  for (const paragraph of pages.flatMap(paragraphsOf)) {
    for (const match of paragraph.text.matchAll(sentence)) {
      const start = match.index + match[0].length
      const periods = periodsIn(paragraph.text.slice(start), quarterly)
      if (!periods) continue
      const evidence = evidenceIn(paragraph, match.index, match[0] + periods.raw, 'periods.sentence')
      return { value: periods.value, evidence }
    }
  }
  return null
}
