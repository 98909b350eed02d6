import { findLetter } from '../../../shared/law/law.ts'
import { factsToCheck } from '../../../shared/letters/facts-to-check.ts'
import { factsOf, type Letter } from '../../../shared/model/letter.ts'
import { money } from '../../i18n/format.ts'
import { t } from '../../i18n/words.ts'
import { useLaw, useToday } from '../../state/library-context.tsx'

/** How much the letter asks for, within a paragraph; nothing where the page itself speaks against the amount that was read. */
export function AmountLine({ letter }: { letter: Letter }) {
  const law = useLaw()
  const today = useToday()
  const { amountDue, noticeCode } = factsOf(letter)
  if (amountDue === null || Number(amountDue) <= 0) return null
  const { confirmed, reading } = letter
  const isOpen = confirmed === null && reading !== null
  if (isOpen && reading.doubts?.amountDue) return null
  const isUnclear = isOpen && factsToCheck(reading, today).some(({ name }) => name === 'amountDue')
  const notice = findLetter(law, noticeCode)
  const asks = notice && !('kind' in notice) && notice.stage.startsWith('collection')
  const words = t(asks ? 'answer.amount' : 'answer.amountNamed', { amount: money(amountDue) })
  return (
    <span className={isUnclear ? 'unsure' : undefined}>
      {words} {isUnclear && t('answer.amountUnclear')}
    </span>
  )
}
