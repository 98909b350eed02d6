import { findNotice, type Law } from '../law/law.ts'
import { factsOf, type Letter } from '../model/letter.ts'
import { longDay } from './format-facts.ts'

/** `Letter 1058, dated March 3, 2026: Final Notice`, as far as it is known. */
export function letterName(law: Law, letter: Letter): string {
  const { noticeCode, noticeDate } = factsOf(letter)
  const notice = findNotice(law, noticeCode)
  const name = notice?.printedAs[0] ?? noticeCode ?? 'IRS letter (its number was not found)'
  const dated = noticeDate ? `${name}, dated ${longDay(noticeDate)}` : name
  return notice ? `${dated}: ${notice.title}` : dated
}
