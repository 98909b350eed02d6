import type { Deadline } from '../../../shared/deadlines/deadline.ts'
import { LawText, Sentence } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { More } from '../../ui/more.tsx'

/** What is left after a date that has passed. Where no right ends, and where the day is estimated, no right is called lost. */
export function LateWords({ deadline: { ifMissed, ends, firmness } }: { deadline: Deadline }) {
  const isRequest = ends === 'request'
  if (!ifMissed) return t(isRequest ? 'deadline.lateRequestNoWay' : 'deadline.lateNoWay')
  const put = { what: <LawText>{ifMissed}</LawText> }
  if (isRequest) return <Sentence of="deadline.lateRequest" put={put} />
  return <Sentence of={firmness === 'estimated' ? 'deadline.lateEstimated' : 'deadline.late'} put={put} />
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
