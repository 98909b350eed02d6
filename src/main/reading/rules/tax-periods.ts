import type { Line, PageText } from '../../../shared/model/letter.ts'
import { findDebtTable } from './debt-table.ts'
import { type Found, findLabeled, type Label } from './find-labeled.ts'
import { evidenceIn, paragraphsOf } from './paragraphs.ts'
import { findPeriodColumn } from './period-column.ts'
import { periodFromCode, periodsIn, unique } from './period-text.ts'
import { takeForm } from './tax-form.ts'

const labels: readonly Label[] = [
  {
    rule: 'periods.box',
    pattern:
      /^(?:tax (?:years?|periods?)|(?:your )?tax period(?:\s?\(s\))?|tax year(?:\s?\(s\))?|a(?:[nñ]|fi|fn|ii)o(?:s)? (?:tributario|fiscal|contributivo)s?|per[ií]odo(?:s)? tributarios?)(?: (?:ended|ending))?(?=\s*:|\s*$|\s+(?:\d|[A-Z][a-z]+\.? \d))/i,
  },
]
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
  const fromColumn = longer(table, findPeriodColumn(pages, quarterly))
  const [labeled] = findLabeled(pages, labels, take)
  const fromLabel = labeled ? withLinesBelow(pages, labeled, quarterly) : null
  if (fromColumn && (!fromLabel || fromColumn.value.length > fromLabel.value.length)) return fromColumn
  return fromLabel ?? inReplyHeading(pages, quarterly) ?? inSentence(pages, quarterly)
}

/** A list of periods may fill several lines of its cell, a date even broken over two of them. */
function withLinesBelow(
  pages: readonly PageText[],
  found: Found<string[]>,
  quarterly: boolean,
): Found<string[]> {
  const page = pages.find((each) => each.page === found.evidence.page)
  const first = page?.lines.find((line) => line.box.join() === found.evidence.box.join())
  const at = first?.text.indexOf(found.evidence.raw) ?? -1
  // What was read over two lines already must not be taken twice.
  const overTwo = at < 0
  let text = overTwo ? found.evidence.raw : (first?.text.slice(at) ?? '')
  let last = found.evidence.box
  for (const line of page?.lines ?? []) {
    const gap = line.box[1] - (last[1] + last[3])
    const shared = Math.min(last[0] + last[2], line.box[0] + line.box[2]) - Math.max(last[0], line.box[0])
    if (line.box[1] <= last[1] || gap > 1.2 * line.box[3] || shared < 0.5 * line.box[2]) continue
    // A line with a label of its own on its left is another fact; below a label itself none can stand.
    const isBelowLabel = at > 0 && Math.abs(line.box[0] - found.evidence.box[0]) < 0.01
    if (!isBelowLabel && hasNeighborOnLeft(page, line)) break
    if (!overTwo || last !== found.evidence.box) text += ` ${line.text}`
    last = line.box
  }
  const value = periodsIn(text, quarterly)?.value ?? []
  return value.length > found.value.length ? { ...found, value } : found
}

/** Within the width of a box of labels and values; the letterhead across the page is no neighbor. */
function hasNeighborOnLeft(page: PageText | undefined, { box }: Line): boolean {
  const middle = box[1] + box[3] / 2
  return (page?.lines ?? []).some((other) => {
    const gap = box[0] - (other.box[0] + other.box[2])
    const isBeside = gap > -0.01 && gap < 0.3 && other.box[1] < middle && other.box[1] + other.box[3] > middle
    return isBeside && !restOfLabel.test(other.text)
  })
}

/** A label that is broken in a narrow column goes on beside the second line of its value. */
const restOfLabel =
  /^(?:(?:years?|periods?|ended|ending|tributarios?|fiscal(?:es)?|contributivos?)[\s:]*|\(s\):?)+$/i

function fromTable(pages: readonly PageText[], quarterly: boolean): Found<string[]> | null {
  const table = findDebtTable(pages, takeForm)
  if (!table) return null
  const rows = table.value.rows.map(({ period }) => period && periodsIn(period, quarterly)?.value)
  const periods = rows.flatMap((row) => row || [])
  return { value: rows.every(Boolean) ? unique(periods) : [], evidence: table.evidence }
}

const longer = (a: Found<string[]> | null, b: Found<string[]> | null) =>
  !a || (b && b.value.length > a.value.length) ? b : a

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
      // 01 is the code of Form 941, whose periods are quarters.
      const value = [periodFromCode(match[1], quarterly || match[2] === '01')]
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
