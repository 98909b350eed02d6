import { english } from '../../shared/i18n/english.ts'
import { longDay } from '../../shared/i18n/format-facts.ts'
import { findLetter, type Law } from '../../shared/law/law.ts'
import { factsOf, type Letter } from '../../shared/model/letter.ts'

/** `Letter 1058, dated March 3, 2026: Final Notice`, as far as it is known. */
export function letterName(law: Law, letter: Letter): string {
  const { noticeCode, noticeDate } = factsOf(letter)
  const notice = findLetter(law, noticeCode)
  const name = notice?.printedAs[0] ?? noticeCode ?? 'IRS letter (its number was not found)'
  const dated = noticeDate ? `${name}, dated ${longDay(noticeDate)}` : name
  return notice ? `${dated}: ${english(notice.title)}` : dated
}
