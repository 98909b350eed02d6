import { type PartState, partsOf, type Question } from '../../../shared/appeals/interview.ts'
import type { Letter } from '../../../shared/model/letter.ts'
import { t } from '../../i18n/words.ts'
import { More } from '../../ui/more.tsx'
import { hashOfQuestion } from './question-props.ts'
import { useWide } from './use-wide.ts'

type Props = { letter: Letter; questions: Question[]; current: Question }

/** All parts of the interview: where the person is, what is done, what is missing; each one click away. */
export function InterviewRail(props: Props) {
  const isWide = useWide(48)
  return (
    <nav className="interview-rail" aria-label={t('interview.steps')}>
      {isWide ? (
        <Parts {...props} />
      ) : (
        <More key={props.current.id} label={t('interview.steps')}>
          <Parts {...props} />
        </More>
      )}
    </nav>
  )
}

const Parts = ({ letter, questions, current }: Props) => (
  <ol>
    {partsOf(questions).map((each) => (
      <li key={each.part}>
        <a
          href={hashOfQuestion(letter, each.first)}
          aria-current={each.part === current.part ? 'step' : undefined}
        >
          <PartMark state={each.state} />
          {t(`interview.parts.${each.part}`)}
        </a>
      </li>
    ))}
  </ol>
)

const marks: Record<PartState['state'], string> = { answered: '✓', mayStay: '', missing: '○' }

const PartMark = ({ state }: Pick<PartState, 'state'>) => (
  <>
    <span className={`part-mark ${state}`} aria-hidden="true">
      {marks[state]}
    </span>
    {state !== 'mayStay' && <span className="visually-hidden">{t(`interview.states.${state}`)}: </span>}
  </>
)
