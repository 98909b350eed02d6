import type { PageText } from '../../../shared/model/letter.ts'
import type { LetterPages } from './split-letters.ts'

/** A slip is a few lines; a page with more on it may be a letter. */
const mostLines = 12

/**
 * An official form under a slip that says who may use it, as Form 656 comes from irs.gov. Every page but the slip is a
 * page of the form that the slip is about. Anything that only a letter has (a number, a date, a greeting, a taxpayer, a
 * phone number, a closing) or a page that is hard to read keeps it a possible letter: rather one form too many in the
 * list than one letter too few.
 */
export function isFormUnderSlip({ own, excludedPages, all }: LetterPages): boolean {
  const [slip, ...more] = own
  if (!slip || more.length > 0 || excludedPages.length === 0) return false
  if (excludedPages.some(({ kind }) => kind !== 'enclosure')) return false
  const { page, numbers, date, tin, printed, hasGreeting, hasLetterhead } = slip
  if (numbers.length > 0 || date || tin || printed || hasGreeting || hasLetterhead) return false
  if (page.lines.length > mostLines || !isLegible(page)) return false
  const text = page.lines.map((line) => line.text).join(' ')
  const form = attachedForm.exec(text)?.[1]
  if (!form || onlyInLetters.test(text)) return false
  return all.filter((each) => each !== slip).every((each) => isPageOfForm(each.page, form))
}

const attachedForm = /\b(?:attached|following|enclosed) Form (\d[\w-]*)/i
const onlyInLetters =
  /\b(?:sincerely|enclosures?|dear|notice date|letter date|in reply refer|person to contact|we (?:received|have|need|sent))\b|\d{3}[-. ]\d{4}\b|\$\s?\d|\b(?:19|20)\d\d\b/i

const isLegible = (page: PageText) => page.lines.every((line) => line.confidence > 0.7)

const isPageOfForm = (page: PageText, form: string) =>
  page.lines.some(
    ({ text, box }) => (box[1] < 0.14 || box[1] > 0.88) && new RegExp(`^Form\\s?${form}\\b`).test(text),
  )
