import { compareDays } from '../../../shared/deadlines/days.ts'
import type { Notice } from '../../../shared/law/law.ts'
import { storiesAbout } from '../../../shared/letters/letters-together.ts'
import { factsOf, type Letter } from '../../../shared/model/letter.ts'
import { LetterTitle } from '../../common/letter/letter-title.tsx'
import { longDay } from '../../i18n/format.ts'
import { LawText } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { useLaw, useLetters, useToday } from '../../state/library-context.tsx'
import { Fold } from '../../ui/more.tsx'

/** What usually precedes such a letter, and the person's own earlier letters. */
export function HowYouGotHere({ letter, notice }: { letter: Letter; notice: Notice | undefined }) {
  const earlier = useEarlierLetters(letter)
  if (!notice && earlier.length === 0) return null
  return (
    <Fold label={t('meaning.howTitle')}>
      {notice && (
        <p>
          <LawText>{notice.howYouGotHere}</LawText>
        </p>
      )}
      {earlier.length > 0 && (
        <>
          <p>{t('meaning.earlier')}</p>
          <ol>
            {earlier.map((each) => (
              <li key={each.id}>
                <a href={`#/letter/${each.id}`}>
                  <LetterTitle letter={each} />
                </a>{' '}
                <EarlierDay letter={each} />
              </li>
            ))}
          </ol>
        </>
      )}
    </Fold>
  )
}

function EarlierDay({ letter }: { letter: Letter }) {
  const { noticeDate } = factsOf(letter)
  return noticeDate ? <span className="soft">({longDay(noticeDate)})</span> : null
}

/** Letters of the same person and tax period with an earlier date, oldest first. */
function useEarlierLetters(letter: Letter): Letter[] {
  const law = useLaw()
  const letters = useLetters()
  const today = useToday()
  const { noticeDate } = factsOf(letter)
  if (!noticeDate) return []
  const present = letters.filter(({ removed }) => !removed)
  const ids = new Set(storiesAbout(law, present, today, letter.id).flatMap((story) => story.letters))
  return present
    .flatMap((each) => {
      const day = factsOf(each).noticeDate
      return ids.has(each.id) && each.id !== letter.id && day && day < noticeDate ? [{ each, day }] : []
    })
    .sort((a, b) => compareDays(a.day, b.day))
    .map(({ each }) => each)
}
