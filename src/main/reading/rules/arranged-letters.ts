import type { LetterPagesOverride } from '../../../shared/model/arrangement.ts'
import type { PageText } from '../../../shared/model/letter.ts'
import type { NumberSeen } from './notice-number.ts'
import { type PageSigns, pageSignsOf } from './page-signs.ts'
import { areTogether, isEnclosedForm, type LetterPages } from './split-letters.ts'

/**
 * The letters of a scan as a person laid them. Nothing is cut or joined here; blank pages and enclosures inside a letter
 * still give it no facts.
 */
export const overriddenLetters = (
  pages: readonly PageText[],
  arranged: readonly LetterPagesOverride[],
  numbersOn: (page: PageText) => NumberSeen[],
): LetterPages[] =>
  arranged.map(({ pages: numbers, inThisOrder }, at) => {
    const order = inThisOrder ? numbers : numbers.toSorted((a, b) => a - b)
    const signs = order.flatMap((number) => {
      const page = pages.find((each) => each.page === number)
      return page ? [pageSignsOf(page, numbersOn(page))] : []
    })
    return { ...letterOf(signs), inThisOrder, cutBecause: at === 0 ? [] : ['person'] }
  })

function letterOf(pages: readonly PageSigns[]): LetterPages {
  const letter: LetterPages = { all: [], own: [], numbers: [], asides: [], cutBecause: [] }
  const onlyAsides = pages.every((page) => page.aside !== null)
  for (const page of pages) {
    if (page.aside !== null && !onlyAsides) areTogether(letter, page, page.aside)
    else if (isEnclosedForm(page, letter)) areTogether(letter, page, 'enclosure')
    else {
      letter.all.push(page)
      letter.own.push(page)
      letter.numbers.push(...page.numbers)
    }
  }
  return letter
}
