import type { Line, PageText } from '../../../shared/model/letter.ts'
import { takeAmount } from './amount.ts'
import { around } from './boxes.ts'
import { afterLabel, type Found } from './find-labeled.ts'

/** The rows of a billing summary. `Amount you owed` is none of them: it holds earlier penalties and interest too. */
const rows = {
  taxOwed: /^(?:tax (?:you )?owed|unpaid tax|impuestos? que (?:usted )?(?:adeudaba|debía))/i,
  penalty:
    /^(?:(?:additional )?(?:failure[- ]to[- ](?:pay|file|deposit)|late[- ]payment|estimated tax) penalt(?:y|ies)|(?:additional )?penalt(?:y|ies)(?: charges?)?|multas?(?: por (?:no pagar|pago tardío|no presentar))?)/i,
  interest: /^(?:(?:additional )?interest(?: charges?)?|(?:cargos (?:por|de) )?intereses)/i,
} as const
type AmountPart = keyof typeof rows

/**
 * One part of what a letter asks for, by the label on the left of its own row. Penalties of different names add up. Null
 * where the same label stands beside different amounts, as in a table with a row for each year.
 */
export function findAmountPart(pages: readonly PageText[], part: AmountPart): Found<string> | null {
  const found = pages.flatMap((page) => page.lines.flatMap((line) => rowAt(page, line, part)))
  const byLabel = new Map<string, Row>()
  for (const row of found) {
    const before = byLabel.get(row.label)
    if (before && before.value !== row.value) return null
    byLabel.set(row.label, before ?? row)
  }
  const parts = [...byLabel.values()]
  const [first] = parts
  if (!first || parts.some(({ page }) => page !== first.page)) return null
  const cents = parts.reduce((sum, { value }) => sum + Math.round(Number(value) * 100), 0)
  return {
    value: (cents / 100).toFixed(2),
    evidence: {
      page: first.page,
      box: around(parts.map(({ line }) => line.box)),
      raw: parts.map(({ raw }) => raw).join(' + '),
      confidence: Math.min(...parts.map(({ line }) => line.confidence)),
      rule: `amount.${part}`,
    },
  }
}

type Row = { page: number; label: string; value: string; raw: string; line: Line }

/** The amount stands behind the label or on its right; one below it belongs to a column of many rows. */
function rowAt(page: PageText, line: Line, part: AmountPart): Row[] {
  const after = afterLabel(rows[part], line.text)
  if (after === null) return []
  const rest = after.replace(/^[\s:.…|_]+/, '')
  const value = rest !== '' ? line : nextOnRow(page, line)
  const taken = value && takeAmount(rest || value.text.replace(/^[\s:.…|_]+/, ''))
  if (!value || !taken) return []
  const label = line.text.slice(0, line.text.length - after.length).toLowerCase()
  return [{ page: page.page, label, line: value, ...taken }]
}

/** However far it is: such a row runs from edge to edge, and a row of dots leads over. */
function nextOnRow(page: PageText, label: Line): Line | undefined {
  const end = label.box[0] + label.box[2]
  const next = page.lines
    .filter((line) => line.box[0] > end && rowsApart(line, label) < 0.6 * label.box[3])
    .filter((line) => /\w/.test(line.text))
    .sort((a, b) => a.box[0] - b.box[0])[0]
  return next && isOfAnotherRow(page, label, next) ? undefined : next
}

const rowsApart = ({ box: one }: Line, { box: other }: Line) =>
  Math.abs(one[1] + one[3] / 2 - (other[1] + other[3] / 2))

/** Where the amount of a row was not read, one from the row above may lie as near on a curled sheet. */
const isOfAnotherRow = (page: PageText, label: Line, amount: Line): boolean =>
  page.lines.some(
    (line) =>
      line !== label &&
      line.box[0] + line.box[2] < amount.box[0] &&
      Math.abs(line.box[0] - label.box[0]) < 0.03 &&
      rowsApart(line, amount) < rowsApart(label, amount),
  )
