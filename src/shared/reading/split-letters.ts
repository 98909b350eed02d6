import type { PageText } from '../model/letter.ts'
import { findNoticeDate } from './notice-date.ts'
import type { NumberSeen } from './notice-number.ts'
import { printedPageOf } from './printed-page.ts'
import { isLetterhead } from './signs-of-irs.ts'

/** Consecutive pages that make one letter, with the numbers seen on them. */
export type LetterPages = { pages: PageText[]; numbers: NumberSeen[] }

/** Cuts a scan where a first page begins: by its printed page number, its letterhead with a date, or a new number. */
export function splitLetters(
  pages: readonly PageText[],
  numbersOn: (page: PageText) => NumberSeen[],
): LetterPages[] {
  const letters: LetterPages[] = []
  for (const page of pages) {
    const current = letters[letters.length - 1]
    const seen = numbersOn(page)
    const numbers = current && isEnclosedForm(seen, current) ? [] : seen
    if (current && !beginsLetter(page, numbers, current)) {
      current.pages.push(page)
      current.numbers.push(...numbers)
    } else letters.push({ pages: [page], numbers: [...numbers] })
  }
  return letters
}

function beginsLetter(page: PageText, numbers: readonly NumberSeen[], current: LetterPages): boolean {
  const printed = printedPageOf(page)
  const codes = codesOf(numbers)
  const known = codesOf(current.numbers)
  const differs = codes.length > 0 && known.length > 0 && !codes.some((code) => known.includes(code))
  if (differs) return true
  if (printed && printed.number > 1) return false
  if (printed?.number === 1) return codes.length > 0 || isLetterhead(page)
  return isLetterhead(page) && findNoticeDate([page]) !== null
}

/** A letter that names Form 668 brings its copy along. */
function isEnclosedForm(numbers: readonly NumberSeen[], current: LetterPages): boolean {
  const isForm = numbers.length > 0 && numbers.every((number) => number.place === 'form')
  return isForm && current.pages.some((page) => page.lines.some((line) => /\bForm\s?668/i.test(line.text)))
}

const codesOf = (numbers: readonly NumberSeen[]) =>
  numbers.flatMap(({ code, place }) => (code === null || place === 'stub' ? [] : [code]))
