import { addDays } from '../../../shared/deadlines/days.ts'
import type { CountedDays, CountStep, Deadline } from '../../../shared/deadlines/deadline.ts'
import { longDay, shortDay, weekdayName } from '../../i18n/format.ts'
import { LawText, Sentence } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import './count-steps.css'

/** The count, step by step, so that anyone can verify it on a calendar. */
export function CountSteps({ counted, start }: { counted: CountedDays; start: Deadline['start'] }) {
  return (
    <div className="stack-s">
      <p>
        {start.day &&
          t('deadline.countedFrom', { from: t(`deadline.start.${start.kind}`), day: longDay(start.day) })}
      </p>
      <ol className="count-steps">
        {counted.steps.map((step) => (
          <li key={`${step.day} ${step.kind}`}>
            <span>{shortDay(step.day)}</span>
            <span className="count-number">{step.counted ?? '–'}</span>
            <span>
              <StepWords step={step} />
            </span>
          </li>
        ))}
      </ol>
      <p>
        {t('deadline.countedTo', { last: longDay(counted.lastDay) })}{' '}
        {counted.sendBy && t('deadline.countedSend', { send: longDay(counted.sendBy) })}
      </p>
    </div>
  )
}

/** What one step of the count does, in the screen's language. */
function StepWords({ step }: { step: CountStep }) {
  const { kind, counted, day } = step
  const count = counted ?? 0
  switch (kind) {
    case 'start':
    case 'startBack':
      return t(`deadline.step.${kind}`)
    case 'businessDay':
    case 'days':
      return t(`deadline.step.${kind}`, { number: count })
    case 'years':
    case 'back':
      return t(`deadline.step.${kind}`, { count })
    case 'off':
      return <Sentence of="deadline.step.off" put={{ what: <ClosedDay step={step} on={day} /> }} />
    case 'on':
      return (
        <Sentence of="deadline.step.on" put={{ what: <ClosedDay step={step} on={addDays(day, -1)} /> }} />
      )
  }
}

const ClosedDay = ({ step, on }: { step: CountStep; on: CountStep['day'] }) =>
  step.holiday ? <LawText>{step.holiday}</LawText> : weekdayName(on)
