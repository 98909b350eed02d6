import type { CountedDays, Deadline } from '../../shared/model/deadline.ts'
import { longDay, shortDay } from '../ui/format.ts'
import { t } from '../ui/words.ts'

/** The arithmetic, step by step, so that anyone can count along on a calendar. */
export function CountSteps({ counted, start }: { counted: CountedDays; start: Deadline['start'] }) {
  return (
    <div className="stack-s">
      <p>
        {start.day &&
          t('deadline.countedFrom', { from: t(`deadline.start.${start.kind}`), day: longDay(start.day) })}
      </p>
      <ol className="count-steps">
        {counted.steps.map((step) => (
          <li key={`${step.day} ${step.why}`}>
            <span>{shortDay(step.day)}</span>
            <span className="count-number">{step.counted ?? '–'}</span>
            <span>{step.why}</span>
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
