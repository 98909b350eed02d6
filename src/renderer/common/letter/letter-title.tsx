import { findNotice } from '../../../shared/law/law.ts'
import { factsOf, type Letter } from '../../../shared/model/letter.ts'
import { useLaw } from '../../app/library-context.tsx'
import { LawText } from '../../i18n/law-text.tsx'
import { letterTitle } from './letter-summary.ts'

/** `CP504` alone, where the rest is said beside it. */
export function LetterName({ letter }: { letter: Letter }) {
  const law = useLaw()
  const code = factsOf(letter).noticeCode
  return findNotice(law, code)?.printedAs[0] ?? code ?? letter.fileName
}

/** `letterTitle` to look at: the words of the law files carry their language. */
export function LetterTitle({ letter }: { letter: Letter }) {
  const law = useLaw()
  const notice = findNotice(law, factsOf(letter).noticeCode)
  if (!notice) return letterTitle(law, letter)
  return (
    <>
      {notice.printedAs[0]}: <LawText>{notice.title}</LawText>
    </>
  )
}
