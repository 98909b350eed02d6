import type { PageDoubt } from '../../../shared/model/doubt.ts'
import type { Box, PageText } from '../../../shared/model/letter.ts'
import { datesIn } from './dates.ts'
import { findDebtTable } from './debt-table.ts'
import { type Found, findLabeled, type Label } from './find-labeled.ts'
import { evidenceIn, type Paragraph, paragraphsOf } from './paragraphs.ts'
import { takeForm } from './tax-form.ts'

const labels: readonly Label[] = [
  { rule: 'amount.due-headline', pattern: /^(?:amount|payment) due(?: immediately| now)?(?=\s*[:$]|\s*$)/i },
  { rule: 'amount.due-by', pattern: /^(?:amount|payment) due by\b/i },
  { rule: 'amount.past-due', pattern: /^(?:amount past due|past due amount)\b(?: due immediately)?/i },
  { rule: 'amount.total', pattern: /^total (?:amount )?(?:due|you owe|owed|balance(?: due)?)\b(?! if)/i },
  {
    rule: 'amount.you-owe',
    pattern:
      /^(?:(?:the )?amount (?:that )?you (?:still )?owe(?: as of (?:this notice|(?=[A-Z\d])[^:$]{4,20}))?|balance due|amount owed|(?:your )?(?:current |total )?balance)(?=\s*[:$]|\s*$)/i,
  },
  { rule: 'amount.pay', pattern: /^pay immediately\b/i },
  {
    rule: 'amount.due-headline',
    pattern: /^(?:cantidad|monto) (?:adeudad[ao]|a pagar|que adeuda)(?: inmediatamente)?/i,
  },
]

/** An amount, and what on the page speaks against it. */
type FoundAmount = Found<string> & { doubt?: PageDoubt }

/**
 * What the letter asks for, by the label beside it: the headline before the summary, never a part of the sum. The letter
 * is its own witness: rows that make the total, a headline that stands in the stub again, cents where it prints cents.
 */
export function findAmount(pages: readonly PageText[]): FoundAmount | null {
  const table = findDebtTable(pages, takeForm)
  const inTable = table && amountOfTable(table)
  // "Amount due" over a column names the parts of a debt, one a row.
  const isPart = ({ evidence }: Found<string>) =>
    table !== null && evidence.page === table.evidence.page && isInRowsOf(evidence.box, table.evidence.box)
  const labeled = findLabeled(pages, labels, takeAmount).filter((found) => !isPart(found))
  const found: FoundAmount | null =
    inTable ??
    labeled[0] ??
    sumIn(table?.value.onlySum ?? null, 'amount.table-row') ??
    inSentence(pages.flatMap(paragraphsOf))
  return found && (found.doubt ? found : withDoubt(found, labeled, pages))
}

/** The total below a table, or what its rows make where the total is not readable or smaller than one of them. */
function amountOfTable({
  value: { rowSums, hasTotal, total },
  evidence,
}: NonNullable<DebtTable>): FoundAmount | null {
  const read = sumIn(total, 'amount.table-total')
  const sum = sumOf(rowSums)
  if (sum === null) return read
  const fromRows = { value: inDollars(sum.all), evidence: { ...evidence, rule: 'amount.table-sum' } }
  if (!read) return hasTotal ? { ...fromRows, doubt: { reason: 'sum', other: null } } : null
  const printed = cents(read.value)
  if (printed === sum.all) return read
  if (printed < sum.largest) return { ...fromRows, doubt: { reason: 'below-part', other: read.value } }
  return { ...read, doubt: { reason: 'sum', other: fromRows.value } }
}
type DebtTable = ReturnType<typeof findDebtTable>

/** In cents; null for one row, which no total need repeat, and where a row's amount is not readable. */
function sumOf(rowSums: readonly (string | null)[]): { all: number; largest: number } | null {
  const read = rowSums.map((text) => text && takeAmount(text))
  const values = read.flatMap((amount) => (amount ? [cents(amount.value)] : []))
  if (values.length < 2 || values.length < rowSums.length) return null
  return { all: values.reduce((sum, value) => sum + value, 0), largest: Math.max(...values) }
}

/** `The balance as of this letter is $27,903.11`; an amount that no sentence names so stays without a meaning. */
const owed =
  /\b(?:(?:current |total |unpaid |outstanding )?balance|amount (?:that )?you (?:still )?owe|total (?:amount )?(?:due|owed)|amount due)\b(?: (?:due|as of (?:this (?:letter|notice)|the date of this (?:letter|notice)|[A-Z][a-z]+ \d{1,2}, \d{4})|on this account))? (?:is|was|totals) $|\byou (?:still |currently |now )?owe (?:us )?(?:a (?:total|balance) of )?$|\b(?:usted )?(?:adeuda|debe) (?:un total de )?$|\bsaldo (?:pendiente |actual )?(?:es|asciende a) (?:de )?$/i

function inSentence(paragraphs: readonly Paragraph[]): Found<string> | null {
  for (const paragraph of paragraphs)
    for (const match of paragraph.text.matchAll(/\$\s?\d/g)) {
      const before = paragraph.text.slice(Math.max(0, match.index - 120), match.index)
      const taken = owed.test(before) ? takeAmount(paragraph.text.slice(match.index)) : null
      if (taken)
        return {
          value: taken.value,
          evidence: evidenceIn(paragraph, match.index, taken.raw, 'amount.sentence'),
        }
    }
  return null
}

const inTwoPlaces = ['amount.due-headline', 'amount.due-by']

function withDoubt(
  found: Found<string>,
  labeled: readonly Found<string>[],
  pages: readonly PageText[],
): FoundAmount {
  if (lacksCents(found.evidence.raw) && pages.some(printsCents))
    return { ...found, doubt: { reason: 'no-cents', other: null } }
  const other = labeled.find(
    ({ value, evidence }) => inTwoPlaces.includes(evidence.rule) && value !== found.value,
  )
  return other && inTwoPlaces.includes(found.evidence.rule)
    ? { ...found, doubt: { reason: 'two-places', other: other.value } }
    : found
}

const lacksCents = (raw: string) => /^\$\s?[\d,]+$/.test(raw)
const printsCents = (page: PageText) => page.lines.some((line) => /\$\s?[\d,]+\.\d\d\b/.test(line.text))

/** Whole cents of `1234.56`. */
const cents = (amount: string) => Math.round(Number(amount) * 100)
const inDollars = (amount: number) => (amount / 100).toFixed(2)

function sumIn(found: Found<string> | null, rule: string): Found<string> | null {
  const sum = found && takeAmount(found.value)
  return found && sum ? { value: sum.value, evidence: { ...found.evidence, rule } } : null
}

const isInRowsOf = (inner: Box, outer: Box): boolean => {
  const middle = inner[1] + inner[3] / 2
  return middle > outer[1] && middle < outer[1] + outer[3]
}

/** `$9,533.53`, also with the day by which it is due in front of it. */
export function takeAmount(text: string): { value: string; raw: string } | null {
  const [date] = datesIn(text)
  const rest = date?.at === 0 ? text.slice(date.raw.length).replace(/^[\s:,]+/, '') : text
  const match = /^(?:US)?\$?\s?(\d{1,3}(?:[,. ]?\d{3})*)[.,]\s?(\d\d)(?!\d)/.exec(rest)
  if (match) return { value: `${plain(match[1])}.${match[2]}`, raw: match[0] }
  const dollars = /^\$\s?(\d{1,3}(?:,\d{3})+|\d{1,7})(?!\d|[,.]\S)/.exec(rest)
  return dollars ? { value: `${plain(dollars[1])}.00`, raw: dollars[0] } : null
}

const plain = (digits = '') => digits.replace(/\D/g, '').replace(/^0+(?=\d)/, '')
