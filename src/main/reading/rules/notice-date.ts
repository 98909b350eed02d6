import type { Day } from '../../../shared/model/day.ts'
import type { Line, PageText } from '../../../shared/model/letter.ts'
import { dateAtStart, datesIn } from './dates.ts'
import { type Found, findLabeled, type Label } from './find-labeled.ts'

const labels: readonly Label[] = [
  {
    rule: 'notice-date.box',
    pattern:
      /^(?:notice|letter) date\b|^date of (?:this )?(?:notice|letter)\b|^fecha del? (?:aviso|notificaci[oóé6]n|carta)\b/i,
  },
  { rule: 'notice-date.label', pattern: /^(?:date|fecha)(?=\s*:|\s*$|\s+\d|\s+[A-Z][a-z]+\.? \d)/i },
]

/** The day printed as the letter's own, by its label or by its place in the heading of a C letter. */
export function findNoticeDate(pages: readonly PageText[]): Found<Day> | null {
  const take = (text: string) => {
    const date = dateAtStart(text)
    return date && { value: date.iso, raw: date.raw }
  }
  return findLabeled(pages, labels, take)[0] ?? inReplyHeading(pages) ?? null
}

/** The line that makes the heading of a C letter; a copy without its number still asks to refer to another. */
const headingOf = (page: PageText): Line | undefined => {
  const upper = page.lines.filter((line) => line.box[1] < 0.4)
  return (
    upper.find((line) => /\bLTR\s?\d{2,4}\s?-?C\b/i.test(line.text)) ??
    upper.find((line) => /^in reply refer to\b/i.test(line.text))
  )
}

/** `In reply refer to: ... / Nov. 12, 2026 LTR 2272C 0`: a typed heading without labels for the date. */
function inReplyHeading(pages: readonly PageText[]): Found<Day> | null {
  for (const page of pages) {
    const [, top] = headingOf(page)?.box ?? []
    if (top === undefined) continue
    const near = page.lines.filter(({ box }) => box[0] > 0.2 && box[1] > top - 0.02 && box[1] < top + 0.04)
    for (const line of near) {
      const [date] = datesIn(line.text)
      if (!date) continue
      const { box, confidence } = line
      const rule = 'notice-date.reply-heading'
      return { value: date.iso, evidence: { page: page.page, box, raw: date.raw, confidence, rule } }
    }
  }
  return null
}
