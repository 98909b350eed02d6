import { findLetter, type Law } from '../../../shared/law/law.ts'
import { factsOf, type Letter } from '../../../shared/model/letter.ts'
import { lawWords } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'

/** `CP504: Last bill before your state tax refund can be taken`, or the file name while nothing better is known. */
export function letterTitle(law: Law, letter: Letter): string {
  const { noticeCode } = factsOf(letter)
  const notice = findLetter(law, noticeCode)
  if (notice) return `${notice.printedAs[0]}: ${lawWords(notice.plainTitle)}`
  return noticeCode ? t('letter.unknownNumber', { code: noticeCode }) : letter.fileName
}
