import type { Day } from '../model/day.ts'
import type { PageText } from '../model/letter.ts'
import { dateAtStart, datesIn } from './dates.ts'
import { type Found, findLabelled, type Label } from './find-labelled.ts'

const labels: readonly Label[] = [
  {
    rule: 'notice-date.box',
    pattern:
      /^(?:notice|letter) date\b|^date of (?:this )?(?:notice|letter)\b|^fecha del? (?:aviso|notificaci[oó]n|carta)\b/i,
  },
  { rule: 'notice-date.label', pattern: /^(?:date|fecha)(?=\s*:|\s*$|\s+\d|\s+[A-Z][a-z]+\.? \d)/i },
]

/** The day printed as the letter's own, by its label or by its place in the heading of a C letter. */
export function findNoticeDate(pages: readonly PageText[]): Found<Day> | null {
  const take = (text: string) => {
    const date = dateAtStart(text)
    return date && { value: date.iso, raw: date.raw }
  }
  return findLabelled(pages, labels, take)[0] ?? inReplyHeading(pages) ?? null
}

/** `In reply refer to: ... / Nov. 12, 2026 LTR 2272C 0`: a typed heading without labels for the date. */
function inReplyHeading(pages: readonly PageText[]): Found<Day> | null {
  for (const page of pages) {
    const letterLine = page.lines.find(
      (line) => line.box[1] < 0.4 && /\bLTR\s?\d{2,4}\s?-?C\b/i.test(line.text),
    )
    if (!letterLine) continue
    const middle = letterLine.box[1] + letterLine.box[3] / 2
    const row = page.lines.filter((line) => line.box[1] < middle && line.box[1] + line.box[3] > middle)
    for (const line of row) {
      const [date] = datesIn(line.text)
      if (!date) continue
      const { box, confidence } = line
      const rule = 'notice-date.reply-heading'
      return { value: date.iso, evidence: { page: page.page, box, raw: date.raw, confidence, rule } }
    }
  }
  return null
}
