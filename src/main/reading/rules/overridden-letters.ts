import type { PageText } from '../../../shared/model/letter.ts'
import type { LetterPagesOverride } from '../../../shared/model/page-layout-override.ts'
import type { NumberSeen } from './notice-number.ts'
import { type PageCues, pageCuesOf } from './page-cues.ts'
import { areTogether, isEnclosedForm, type LetterPages } from './split-letters.ts'

/**
 * The letters of a scan as a person arranged them. Nothing is cut or joined here; blank pages and enclosures inside a letter
 * still give it no facts.
 */
export const overriddenLetters = (
  pages: readonly PageText[],
  overrides: readonly LetterPagesOverride[],
  numbersOn: (page: PageText) => NumberSeen[],
): LetterPages[] =>
  overrides.map(({ pages: numbers, inThisOrder }, at) => {
    const order = inThisOrder ? numbers : numbers.toSorted((a, b) => a - b)
    const cues = order.flatMap((number) => {
      const page = pages.find((each) => each.page === number)
      return page ? [pageCuesOf(page, numbersOn(page))] : []
    })
    return { ...letterOf(cues), inThisOrder, cutBecause: at === 0 ? [] : ['person'] }
  })

function letterOf(pages: readonly PageCues[]): LetterPages {
  const letter: LetterPages = { all: [], own: [], numbers: [], excludedPages: [], cutBecause: [] }
  const onlyExcluded = pages.every((page) => page.excludedAs !== null)
  for (const page of pages) {
    if (page.excludedAs !== null && !onlyExcluded) areTogether(letter, page, page.excludedAs)
    else if (isEnclosedForm(page, letter)) areTogether(letter, page, 'enclosure')
    else {
      letter.all.push(page)
      letter.own.push(page)
      letter.numbers.push(...page.numbers)
    }
  }
  return letter
}
