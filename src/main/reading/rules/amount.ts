import type { Box, PageText } from '../../../shared/model/letter.ts'
import { datesIn } from './dates.ts'
import { findDebtTable } from './debt-table.ts'
import { type Found, findLabeled, type Label } from './find-labeled.ts'
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

/** What the letter asks for, by the label beside it: the headline before the summary, never a part of the sum. */
export function findAmount(pages: readonly PageText[]): Found<string> | null {
  const table = findDebtTable(pages, takeForm)
  const total = sumIn(table?.value.total ?? null, 'amount.table-total')
  if (total) return total
  // "Amount due" over a column names the parts of a debt, one a row.
  const isPart = ({ evidence }: Found<string>) =>
    table !== null && evidence.page === table.evidence.page && isInRowsOf(evidence.box, table.evidence.box)
  const labeled = findLabeled(pages, labels, takeAmount).find((found) => !isPart(found))
  return labeled ?? sumIn(table?.value.onlySum ?? null, 'amount.table-row')
}

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
  const dollars = /^\$\s?(\d{1,3}(?:,\d{3})+|\d{1,7})(?![\d,.]\d)/.exec(rest)
  return dollars ? { value: `${plain(dollars[1])}.00`, raw: dollars[0] } : null
}

const plain = (digits = '') => digits.replace(/\D/g, '').replace(/^0+(?=\d)/, '')
