import { findLetter } from '../../../../shared/law/law.ts'
import { factsToCheck } from '../../../../shared/letters/facts-to-check.ts'
import type { Day } from '../../../../shared/model/day.ts'
import { type FactName, isOfKind } from '../../../../shared/model/facts.ts'
import type { Reading } from '../../../../shared/model/letter.ts'
import { weekdayDay } from '../../../i18n/format.ts'
import { LawText } from '../../../i18n/law-text.tsx'
import { t } from '../../../i18n/words.ts'
import type { FactsDraft } from '../../../state/drafts.ts'
import { useLaw } from '../../../state/library-context.tsx'
import { parseDay } from '../../../ui/parse-day.ts'
import { doubtWords } from '../fact-field.tsx'

type Props = { name: FactName; draft: FactsDraft; reading: Reading; today: Day }

/** A value as it is asked about: a number with its title, a date with its weekday, a doubt with what speaks against it. */
export function FactValue({ name, draft, reading, today }: Props) {
  const law = useLaw()
  const text = draft.text[name]
  const known = isOfKind(name, 'notice') ? findLetter(law, text || null) : undefined
  const day = isOfKind(name, 'day') ? parseDay(text) : null
  const doubt = factsToCheck(reading, today).find((fact) => fact.name === name)
  return (
    <>
      {text && (
        <p className="check-value">
          {day ? weekdayDay(day) : (known?.printedAs[0] ?? text)}
          {known && (
            <span className="small soft">
              {' '}
              <LawText>{known.plainTitle}</LawText>
            </span>
          )}
        </p>
      )}
      {name === 'noticeDate' && day !== null && day > today && (
        <p className="small fact-odd">{t('facts.odd.future')}</p>
      )}
      {doubt && doubtWords(doubt) && <p className="small fact-odd">{doubtWords(doubt)}</p>}
    </>
  )
}

/** What is asked about a fact; one that was not found is asked about too. */
export function questionOf(name: FactName, draft: FactsDraft): string {
  const isFound = draft.text[name] !== ''
  switch (name) {
    case 'noticeCode':
    case 'noticeDate':
      return t(isFound ? `check.ask.${name}` : `check.none.${name}`)
    case 'respondByDate':
    case 'terminationDate':
      return t(`check.ask.${name}`)
    default:
      return t('check.ask.other', { name: t(`facts.names.${name}`) })
  }
}
