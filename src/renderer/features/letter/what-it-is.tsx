import { type FoundNotice, findLetter, type Notice, printedName } from '../../../shared/law/law.ts'
import { noticePage, spanishWords } from '../../../shared/law/notice-page.ts'
import { factsOf, type Letter } from '../../../shared/model/letter.ts'
import { useTelling } from '../../common/letter/use-telling.ts'
import { list, longDay, money, period } from '../../i18n/format.ts'
import { LawText, LawTexts, Sentence, TranslationNote } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { useLaw } from '../../state/library-context.tsx'
import { Fold } from '../../ui/more.tsx'
import './what-it-is.css'

/** What the letter is, in plain words, and its own facts. */
export function WhatItIs({ letter, notice }: { letter: Letter; notice: FoundNotice | undefined }) {
  const law = useLaw()
  const code = factsOf(letter).noticeCode
  const { meaning } = useTelling(letter)
  return (
    <Fold label={t('meaning.what')}>
      {notice ? (
        <p>
          <LawTexts texts={meaning.map(({ text }) => text)} between=" " />
        </p>
      ) : (
        !findLetter(law, code) && <p>{t('meaning.unknown')}</p>
      )}
      {notice?.spanishOf && (
        <p>
          <LawTexts texts={spanishWords(notice)} between=" " />
        </p>
      )}
      {!notice && code && (
        <p>
          <LawTexts texts={noticePage(law, code).answers.meaning} between=" " />
        </p>
      )}
      <OwnFacts letter={letter} notice={notice} />
      {code && <TranslationNote />}
    </Fold>
  )
}

/** `Your letter: LT11 of January 30, 2026. Tax years: 2022. Amount: $9,533.53.` What is not known is left out. */
function OwnFacts({ letter, notice }: { letter: Letter; notice: Notice | undefined }) {
  const { noticeCode, noticeDate, taxPeriods, amountDue } = factsOf(letter)
  const law = useLaw()
  const name = noticeCode && printedName(law, noticeCode)
  const missed = notice?.amountDueIs === 'missedPayments'
  return (
    <ul className={letter.confirmed ? 'own-facts' : 'own-facts unconfirmed'}>
      {name && noticeDate && (
        <li>
          <Sentence
            of="own.letter"
            values={{ day: longDay(noticeDate) }}
            put={{ name: <LawText>{{ verbatim: name }}</LawText> }}
          />
        </li>
      )}
      {taxPeriods.length > 0 && <li>{t('own.years', { years: list(taxPeriods.map(period)) })}</li>}
      {amountDue && <li>{t(missed ? 'own.missed' : 'own.amount', { amount: money(amountDue) })}</li>}
    </ul>
  )
}
