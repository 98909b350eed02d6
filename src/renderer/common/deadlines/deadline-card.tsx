import type { ReactNode } from 'react'
import { isAhead } from '../../../shared/deadlines/ahead.ts'
import { type Deadline, isPrinted } from '../../../shared/deadlines/deadline.ts'
import { sendWords } from '../../../shared/deadlines/send-words.ts'
import { longDay, weekdayDay } from '../../i18n/format.ts'
import { LawText, LawTexts, lawWords, Sentence } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { More } from '../../ui/more.tsx'
import { CalendarLegend, CountCalendar } from './count-calendar.tsx'
import { CountSteps } from './count-steps.tsx'
import { useStateWords } from './days-left.ts'
import { HowTo, HowToList } from './how-to.tsx'
import { Applies, LateWords, MovedBy } from './late-words.tsx'
import './deadline-card.css'

/** One right with its deadline, where that date comes from, and what to do; the count is one click away. */
export function DeadlineCard({ deadline, of }: { deadline: Deadline; of?: ReactNode }) {
  const { counted, citation, firmness } = deadline
  const isSoftAhead = isAhead(deadline) && deadline.ends === 'request'
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
      <RestsOn deadline={deadline} />
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
      <Applies deadline={deadline} />
      {deadline.state === 'late' && <MovedBy deadline={deadline} />}
      {deadline.state !== 'met' && <HowTo steps={deadline.howTo} />}
      {isSoftAhead && <IfMissed deadline={deadline} />}
      <More label={t('deadline.why')}>
        <div className="stack-s">
          <p>
            <LawText>{deadline.note}</LawText>
          </p>
          {counted && <CountSteps counted={counted} start={deadline.start} />}
          {counted && <CountCalendar counted={counted} />}
          {counted && <CalendarLegend />}
          <OnTime deadline={deadline} />
          {deadline.state !== 'late' && !isSoftAhead && <IfMissed deadline={deadline} />}
          <p>{t(deadline.courtReview ? 'deadline.court' : 'deadline.noCourt')}</p>
          <p className="small soft">
            <Sentence of="deadline.source" put={{ citation: <LawText>{citation}</LawText> }} />
          </p>
        </div>
      </More>
    </article>
  )
}

/** Said at once where no right ends: such a day can matter all the same. */
const IfMissed = ({ deadline: { ifMissed } }: { deadline: Deadline }) =>
  ifMissed && (
    <p>
      <Sentence of="deadline.ifMissed" put={{ what: <LawText>{ifMissed}</LawText> }} />
    </p>
  )

/** How the day is kept, and what our count leaves out. */
function OnTime({ deadline: { onTime, notCounted } }: { deadline: Deadline }) {
  const steps = [...onTime, ...(notCounted ? [notCounted] : [])]
  if (steps.length === 0) return null
  return (
    <More label={t('deadline.onTime')}>
      <HowToList steps={steps} />
    </More>
  )
}

/** What an estimated day rests on. */
function RestsOn({ deadline: { doubts, lastDay, state } }: { deadline: Deadline }) {
  if (doubts.length === 0 || lastDay === null || state === 'met') return null
  return (
    <p className="small soft">
      {t('deadline.restsOn')} <LawTexts texts={doubts} between=" " />
    </p>
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
function StateTag({ deadline }: { deadline: Deadline }) {
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

const differsKey = (deadline: Deadline) => {
  if (isPrinted(deadline)) return 'deadline.differs'
  return deadline.onlyIf ? 'deadline.printedOverIf' : 'deadline.printedOver'
}

/** The name of the day says how firm it is. */
const dayName = ({ ends, firmness }: Deadline): string => {
  if (firmness === 'estimated')
    return t(ends === 'request' ? 'deadline.estimatedAskedBy' : 'deadline.estimatedDay')
  return t(ends === 'request' ? 'deadline.askedBy' : 'deadline.lastDay')
}

function DeadlineDays({ deadline }: { deadline: Deadline }) {
  const { lastDay, state, start } = deadline
  const send = sendWords(deadline)
  if (state === 'noClock') return <p>{t('deadline.noClock')}</p>
  if (!lastDay) return <p>{t(`deadline.missing.${start.kind}`)}</p>
  return (
    <>
      <dl className="deadline-days">
        <div>
          <dt>{dayName(deadline)}</dt>
          <dd className="deadline-last">{weekdayDay(lastDay)}</dd>
        </div>
        {send && state !== 'notStarted' && (
          <div>
            <dt>{t('deadline.safe')}</dt>
            <dd>
              <LawText>{send}</LawText>
            </dd>
          </div>
        )}
        <div>
          <dt>{t('deadline.from')}</dt>
          <dd>{sourceWords(deadline)}</dd>
        </div>
      </dl>
      {deadline.differs && !deadline.movedFrom && deadline.printed && deadline.counted && (
        <p className="callout check">
          {t(differsKey(deadline), {
            printed: longDay(deadline.printed),
            counted: longDay(deadline.counted.lastDay),
          })}
        </p>
      )}
    </>
  )
}

/** The printed date is shown unless it has passed and the counted one has not; see `Deadline.lastDay`. */
function sourceWords(deadline: Deadline): string {
  const { start } = deadline
  if (deadline.movedFrom) return t('deadline.movedSource')
  if (isPrinted(deadline)) return t('deadline.printed')
  return start.day
    ? t('deadline.counted', { from: t(`deadline.start.${start.kind}`), day: longDay(start.day) })
    : ''
}
