import type { ReactNode } from 'react'
import { isAhead } from '../../../shared/deadlines/ahead.ts'
import { type Deadline, isPrinted } from '../../../shared/model/deadline.ts'
import { useLaw } from '../../app/state/library-context.tsx'
import { longDay, weekdayDay } from '../../i18n/format.ts'
import { LawText, lawWords, Sentence } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { More } from '../../ui/more.tsx'
import { CalendarLegend, CountCalendar } from './count-calendar.tsx'
import { CountSteps } from './count-steps.tsx'
import { useStateWords } from './days-left.ts'
import { firmnessOf } from './firmness.ts'
import './deadline-card.css'

/** One right with its deadline, where that date comes from, and what to do; the count is one click away. */
export function DeadlineCard({ deadline, of }: { deadline: Deadline; of?: ReactNode }) {
  const law = useLaw()
  const { counted, citation } = deadline
  const firmness = firmnessOf(law, deadline)
  return (
    <article className={`card deadline ${deadline.state} is-${firmness}`}>
      <header className="row">
        <h3>
          <LawText>{deadline.title}</LawText>
        </h3>
        <DeadlineTags deadline={deadline} />
      </header>
      {of}
      <DeadlineDays deadline={deadline} />
      {isAhead(deadline) && <p className="small soft">{t(`timeline.firmness.${firmness}`)}</p>}
      {deadline.onlyIf && (
        <p>
          <Sentence of="deadline.onlyIf" put={{ what: <LawText>{deadline.onlyIf}</LawText> }} />
        </p>
      )}
      {deadline.state === 'late' && (
        <p>
          <LateWords deadline={deadline} />
        </p>
      )}
      <More label={t('deadline.why')}>
        <div className="stack-s">
          <p>
            <LawText>{deadline.note}</LawText>
          </p>
          {counted && <CountSteps counted={counted} start={deadline.start} />}
          {counted && <CountCalendar counted={counted} />}
          {counted && <CalendarLegend />}
          {deadline.ifMissed && deadline.state !== 'late' && (
            <p>
              <Sentence of="deadline.ifMissed" put={{ what: <LawText>{deadline.ifMissed}</LawText> }} />
            </p>
          )}
          <p>{t(deadline.courtReview ? 'deadline.court' : 'deadline.noCourt')}</p>
          <p className="small soft">
            <Sentence of="deadline.source" put={{ citation: <LawText>{citation}</LawText> }} />
          </p>
        </div>
      </More>
    </article>
  )
}

function DeadlineTags({ deadline }: { deadline: Deadline }) {
  return (
    <>
      <StateTag deadline={deadline} />
      {deadline.form && <span className="tag">{formWords(deadline.form)}</span>}
      {deadline.actor === 'irs' && <span className="tag">{t('deadline.irs')}</span>}
      {deadline.unconfirmed && <span className="tag check">{t('deadline.unconfirmed')}</span>}
      {deadline.unverified && <span className="tag check">{t('deadline.unverified')}</span>}
    </>
  )
}

/** `Form 12153`; anything that is not a form is shown as is: `Tax Court petition`. */
const formWords = (form: NonNullable<Deadline['form']>): string => {
  const words = lawWords(form)
  return /^\d/.test(form.en)
    ? t('deadline.form', { form: words })
    : words.charAt(0).toUpperCase() + words.slice(1)
}

/** Open, last day and late differ in words, not only in color. */
export function StateTag({ deadline }: { deadline: Deadline }) {
  const { state } = deadline
  const look = {
    open: 'blue',
    lastDay: 'check',
    late: '',
    passed: '',
    unknown: 'check',
    notStarted: '',
    noClock: '',
    met: '',
  }
  const words = useStateWords()
  return <span className={`tag ${look[state]}`}>{words(deadline)}</span>
}

function DeadlineDays({ deadline }: { deadline: Deadline }) {
  const { lastDay, sendBy, state, start } = deadline
  if (state === 'noClock') return <p>{t('deadline.noClock')}</p>
  if (!lastDay) return <p>{t(`deadline.missing.${start.kind}`)}</p>
  return (
    <>
      <dl className="deadline-days">
        <div>
          <dt>{t('deadline.lastDay')}</dt>
          <dd className="deadline-last">{weekdayDay(lastDay)}</dd>
        </div>
        {sendBy && state !== 'late' && state !== 'passed' && (
          <div>
            <dt>{t('deadline.sendBy')}</dt>
            <dd>{weekdayDay(sendBy)}</dd>
          </div>
        )}
        <div>
          <dt>{t('deadline.from')}</dt>
          <dd>{sourceWords(deadline)}</dd>
        </div>
      </dl>
      {deadline.differs && deadline.printed && deadline.counted && (
        <p className="callout check">
          {t(isPrinted(deadline) ? 'deadline.differs' : 'deadline.printedOver', {
            printed: longDay(deadline.printed),
            counted: longDay(deadline.counted.lastDay),
          })}
        </p>
      )}
    </>
  )
}

function LateWords({ deadline: { ifMissed } }: { deadline: Deadline }) {
  if (!ifMissed) return t('deadline.lateNoWay')
  return <Sentence of="deadline.late" put={{ what: <LawText>{ifMissed}</LawText> }} />
}

/** The printed date is shown unless it has passed and the counted one has not; see `Deadline.lastDay`. */
function sourceWords(deadline: Deadline): string {
  const { start } = deadline
  if (isPrinted(deadline)) return t('deadline.printed')
  return start.day
    ? t('deadline.counted', { from: t(`deadline.start.${start.kind}`), day: longDay(start.day) })
    : ''
}
