import type { Deadline } from '../../../shared/deadlines/deadline.ts'
import { longDay } from '../../i18n/format.ts'
import { LawText, Sentence } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { More } from '../../ui/more.tsx'

/** What is left after a date that has passed. Where no right ends, and where the day is estimated, no right is called lost. */
export function LateWords({ deadline }: { deadline: Deadline }) {
  const { ifMissed, ends, firmness, notFinal } = deadline
  const isRequest = ends === 'request'
  if (notFinal === 'ask' && !ifMissed) return t('deadline.lateAskFirstNoWay')
  if (!ifMissed) return t(isRequest ? 'deadline.lateRequestNoWay' : 'deadline.lateNoWay')
  if (ends === 'hold') return t('deadline.latePastHold')
  const put = { what: <LawText>{ifMissed}</LawText> }
  if (isRequest) return <Sentence of="deadline.lateRequest" put={put} />
  if (notFinal === 'notice') return <Sentence of="deadline.lateNotice" put={put} />
  if (notFinal === 'excuse') return <Sentence of="deadline.lateExcused" put={put} />
  if (notFinal === 'ask') return <Sentence of="deadline.lateAskFirst" put={put} />
  return <Sentence of={firmness === 'estimated' ? 'deadline.lateEstimated' : 'deadline.late'} put={put} />
}

/** What applies because the person said so, each rule with its source. */
export function Applies({ deadline: { applies, movedFrom } }: { deadline: Deadline }) {
  if (applies.length === 0) return null
  return (
    <div className="callout check stack-s">
      {movedFrom && <p>{t('deadline.moved', { from: longDay(movedFrom) })}</p>}
      <p>{t('deadline.applies')}</p>
      <ul className="small">
        {applies.map(({ statement, citation }) => (
          <li key={statement.id}>
            <LawText>{statement}</LawText>{' '}
            <span className="soft">
              <Sentence of="deadline.source" put={{ citation: <LawText>{citation}</LawText> }} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What can move the day or excuse being late; nobody assumes that it applies. */
export function MovedBy({ deadline: { movedBy } }: { deadline: Pick<Deadline, 'movedBy'> }) {
  if (movedBy.length === 0) return null
  return (
    <More label={t('deadline.movedBy')}>
      <ul className="small">
        {movedBy.map((each) => (
          <li key={each.id}>
            <LawText>{each}</LawText>
          </li>
        ))}
      </ul>
    </More>
  )
}
