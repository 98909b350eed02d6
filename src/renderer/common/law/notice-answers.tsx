import { english } from '../../../shared/i18n/english.ts'
import type { Notice } from '../../../shared/law/law.ts'
import type { NoticePage } from '../../../shared/law/notice-page.ts'
import type { Letter } from '../../../shared/model/letter.ts'
import type { Telling } from '../../../shared/telling/telling.ts'
import { longDay } from '../../i18n/format.ts'
import { LawText, LawTexts, Sentence } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { useLaw } from '../../state/library-context.tsx'
import { Fold, More } from '../../ui/more.tsx'
import { HowToList } from '../deadlines/how-to.tsx'
import { ToldText } from '../letter/told-text.tsx'
import { Clinics } from './clinics.tsx'
import './notice-answers.css'

/** What to do now, in order, what is left and until when, and what happens if nothing is done: all from the telling. */
export function NoticeSteps({ page, telling }: { page: NoticePage; telling: Telling }) {
  const { steps, left, ifNothing } = telling
  const isPetition = left.some(({ program, state }) => program === 'tax-court' && state !== 'over')
  return (
    <Fold label={t('meaning.steps')}>
      <ol>
        {steps.map((step) => (
          <li key={english(step.text)}>
            <ToldText said={step} />
          </li>
        ))}
      </ol>
      {isPetition && <HowToSteps page={page} />}
      {left.length > 0 && (
        <ul>
          {left.map((each) => (
            <li key={each.right}>
              <ToldText said={each} />
            </li>
          ))}
        </ul>
      )}
      {ifNothing && (
        <p>
          <strong>{t('meaning.ifNothing')}</strong> <LawText>{ifNothing.text}</LawText>
        </p>
      )}
    </Fold>
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

/** Related forms, where the notice number is printed, and sources. */
export function MoreInformation({ page, notice }: { page: NoticePage; notice: Notice | undefined }) {
  const law = useLaw()
  return (
    <Fold label={t('meaning.moreTitle')}>
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
    </Fold>
  )
}

/** Free or low-cost help. */
export const Help = () => (
  <section className="card stack-s" aria-labelledby="help">
    <h2 id="help">{t('meaning.helpTitle')}</h2>
    <HelpList />
    <Clinics />
  </section>
)

/** The same for one letter: it begins with the state of its address. */
export const HelpWith = ({ letter }: { letter: Letter }) => (
  <Fold label={t('meaning.helpTitle')}>
    <HelpList />
    <Clinics letter={letter} />
  </Fold>
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
