import { findLetter, printedName } from '../../../shared/law/law.ts'
import { factsOf, type Letter } from '../../../shared/model/letter.ts'
import { LawText } from '../../i18n/law-text.tsx'
import { useLaw } from '../../state/library-context.tsx'
import { letterTitle } from './letter-summary.ts'

/** `CP504` alone, for places where the rest is shown next to it. */
export function LetterName({ letter }: { letter: Letter }) {
  const law = useLaw()
  const code = factsOf(letter).noticeCode
  return code ? printedName(law, code) : letter.fileName
}

/** `letterTitle` as markup, with the language of law texts marked. */
export function LetterTitle({ letter }: { letter: Letter }) {
  const law = useLaw()
  const notice = findLetter(law, factsOf(letter).noticeCode)
  if (!notice) return letterTitle(law, letter)
  return (
    <>
      {notice.printedAs[0]}: <LawText>{notice.plainTitle}</LawText>
    </>
  )
}
