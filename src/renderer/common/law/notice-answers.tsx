import { bySendBy, isTask } from '../../../shared/deadlines/ahead.ts'
import type { Deadline } from '../../../shared/deadlines/deadline.ts'
import { sendWords } from '../../../shared/deadlines/send-words.ts'
import { english } from '../../../shared/i18n/english.ts'
import type { Notice } from '../../../shared/law/law.ts'
import type { NoticePage } from '../../../shared/law/notice-page.ts'
import type { Letter } from '../../../shared/model/letter.ts'
import { longDay, weekdayDay } from '../../i18n/format.ts'
import { LawText, LawTexts, Sentence } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { useLaw } from '../../state/library-context.tsx'
import { More } from '../../ui/more.tsx'
import { HowToList } from '../deadlines/how-to.tsx'
import { Clinics } from './clinics.tsx'
import './notice-answers.css'

/**
 * The steps with this letter's own dates, what happens if nothing is done, and what is still possible after a missed
 * deadline.
 */
export function NoticeSteps({ page, deadlines }: { page: NoticePage; deadlines: Deadline[] }) {
  const isLate = deadlines.some(({ state, actor }) => state === 'late' && actor === 'taxpayer')
  return (
    <section className="card stack-s" aria-labelledby="what-to-do">
      <h2 id="what-to-do">{t('meaning.steps')}</h2>
      <ol>
        {page.steps.map((step) => (
          <li key={english(step)}>
            <LawText>{step}</LawText>
          </li>
        ))}
      </ol>
      <HowToSteps page={page} />
      <OwnDays deadlines={deadlines} />
      {page.ifNothing && (
        <p>
          <strong>{t('meaning.ifNothing')}</strong> <LawText>{page.ifNothing}</LawText>
        </p>
      )}
      {page.ifLate && isLate && (
        <p className="callout check">
          <strong>{t('meaning.ifLate')}</strong> <LawText>{page.ifLate}</LawText>
        </p>
      )}
      {page.ifLate && !isLate && (
        <More label={t('meaning.ifLateTitle')}>
          <p>
            <LawText>{page.ifLate}</LawText>
          </p>
        </More>
      )}
    </section>
  )
}

/** Where and how a step is done that names a court. */
function HowToSteps({ page: { howTo } }: { page: NoticePage }) {
  if (howTo.length === 0) return null
  return (
    <div>
      <p>
        <strong>{t('deadline.howTo')}</strong>
      </p>
      <HowToList steps={howTo} />
    </div>
  )
}

/** The send-by date and the deadline that the steps refer to. */
function OwnDays({ deadlines }: { deadlines: Deadline[] }) {
  const [next] = deadlines.filter(isTask).sort(bySendBy)
  if (!next?.lastDay) return null
  const send = sendWords(next)
  return (
    <p>
      <Sentence
        of={next.ends === 'request' ? 'own.asked' : 'own.lastDay'}
        values={{ last: weekdayDay(next.lastDay) }}
        put={{ what: <LawText>{next.title}</LawText> }}
      />{' '}
      {send && <LawText>{send}</LawText>}
      {next.unconfirmed && <span className="unsure-word"> {t('own.unsure')}</span>}
    </p>
  )
}

/** Related forms, where the notice number is printed, and sources. */
export function MoreInformation({ page, notice }: { page: NoticePage; notice: Notice | undefined }) {
  const law = useLaw()
  return (
    <section className="card stack-s" aria-labelledby="more-information">
      <h2 id="more-information">{t('meaning.moreTitle')}</h2>
      {page.answers.moreInformation.length > 0 && (
        <p>
          <Sentence
            of="meaning.forms"
            put={{ forms: <LawTexts texts={page.answers.moreInformation} between=", " /> }}
          />
        </p>
      )}
      <p>
        <Sentence of="meaning.printed" put={{ where: <LawText>{page.whereNumberIsPrinted}</LawText> }} />
      </p>
      {notice && (
        <More label={t('meaning.more')}>
          <div className="stack-s small">
            {notice.doubts && (
              <p>
                <Sentence of="meaning.doubts" put={{ doubts: <LawText>{notice.doubts}</LawText> }} />
              </p>
            )}
            <p>{t(`meaning.confidence.${notice.confidence}`)}</p>
            <p>
              {notice.ownText
                ? t('meaning.readOn', { day: longDay(notice.ownText.readOn) })
                : t('meaning.notRead')}
            </p>
            <p>{t('meaning.checked', { day: longDay(notice.checked), version: law.version })}</p>
            <Sources keys={notice.sources} />
          </div>
        </More>
      )}
    </section>
  )
}

/** Free or low-cost help. */
export const Help = ({ letter }: { letter?: Letter }) => (
  <section className="card stack-s" aria-labelledby="help">
    <h2 id="help">{t('meaning.helpTitle')}</h2>
    <HelpList />
    <Clinics letter={letter} />
  </section>
)

/** Organizations that help, what they do and how to reach them. */
export function HelpList({ className }: { className?: string }) {
  const law = useLaw()
  return (
    <ul className={className}>
      {law.help.map(({ name, what, how }) => (
        <li key={name.id}>
          <strong>
            <LawText>{name}</LawText>
          </strong>
          : <LawText>{what}</LawText> <LawText>{how}</LawText>.
        </li>
      ))}
    </ul>
  )
}

/** The sources of a fact. URLs are shown as text because the app never opens anything on the network. */
export function Sources({ keys }: { keys: string[] }) {
  const law = useLaw()
  if (keys.length === 0) return null
  return (
    <div>
      <p>{t('meaning.sources')}</p>
      <ul className="sources">
        {keys.map((key) => (
          <li key={key}>
            <LawText>{law.sources[key] ?? { verbatim: key }}</LawText>
          </li>
        ))}
      </ul>
    </div>
  )
}
