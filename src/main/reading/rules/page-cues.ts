import type { PageText } from '../../../shared/model/letter.ts'
import type { ExcludedPage } from '../../../shared/model/structure.ts'
import { isFormOrPublication, isLetterhead, isOtherSender, mailHeadOf } from './irs-indicators.ts'
import { findNoticeDate } from './notice-date.ts'
import type { NumberSeen } from './notice-number.ts'
import { type PrintedPage, printedPageOf } from './printed-page.ts'
import { findTin } from './tin.ts'

/** What one page says about the letter that it belongs to. */
export type PageCues = {
  page: PageText
  numbers: NumberSeen[]
  codes: readonly string[]
  printed: PrintedPage | null
  date: string | null
  tin: string | null
  hasLetterhead: boolean
  hasGreeting: boolean
  /** The page is no page of a letter from the IRS, whatever is printed on it. */
  excludedAs: ExcludedPage['kind'] | null
}

export function pageCuesOf(page: PageText, numbers: NumberSeen[]): PageCues {
  const hasLetterhead = isLetterhead(page)
  return {
    page,
    numbers,
    codes: numbers.flatMap(({ code, place }) => (code === null || place === 'stub' ? [] : [code])),
    printed: printedPageOf(page),
    date: findNoticeDate([page])?.value ?? null,
    tin: findTin([page])?.value.last4 ?? null,
    hasLetterhead,
    hasGreeting: page.lines.some((line) => /^(?:dear|estimad[oa])\b/i.test(line.text)),
    excludedAs: exclusionOf(page, numbers, hasLetterhead),
  }
}

function exclusionOf(
  page: PageText,
  numbers: readonly NumberSeen[],
  hasLetterhead: boolean,
): ExcludedPage['kind'] | null {
  const characters = page.lines.reduce((sum, line) => sum + line.text.replace(/[^\p{L}\d]/gu, '').length, 0)
  if (characters < 4 || page.lines.some((line) => intentionallyBlank.test(line.text))) return 'blank'
  if (mailHeadOf(page) || (!hasLetterhead && isOtherSender(page))) return 'other-paper'
  if (numbers.length > 0) return null
  if (isFaxCover(page)) return 'fax-cover'
  return isFormOrPublication(page) ? 'enclosure' : null
}

const intentionallyBlank =
  /^(?:this )?page (?:is )?(?:intentionally )?left blank|^intentionally (?:left )?blank/i

/** `FAX` in the upper part, with who it is for and how many pages come. */
function isFaxCover(page: PageText): boolean {
  const titled = page.lines.some(
    (line) =>
      line.box[1] < 0.45 &&
      /\bfax (?:cover|transmi\w+|message)\b|\bfacsimile\b|^fax$|\bcover (?:sheet|page)\b/i.test(line.text),
  )
  const labels = [
    /^to\s*:/i,
    /^from\s*:/i,
    /^(?:number of |total |no\. of )?pages\b/i,
    /^(?:re|subject)\s*:/i,
    /^(?:sender|recipient|attention|attn)\b/i,
  ]
  const found = labels.filter((label) => page.lines.some((line) => label.test(line.text)))
  return titled && found.length >= 2
}
