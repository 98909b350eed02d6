import type { AppealChoice } from '../../../shared/appeals/appeal-choice.ts'
import { chooseAppeal } from '../../../shared/appeals/choose-appeal.ts'
import { isTask } from '../../../shared/deadlines/ahead.ts'
import type { Deadline } from '../../../shared/deadlines/deadline.ts'
import type { Message } from '../../../shared/i18n/message.ts'
import { findLetter } from '../../../shared/law/law.ts'
import { namedSteps } from '../../../shared/law/notice-page.ts'
import { factsOf, type Letter } from '../../../shared/model/letter.ts'
import { byWords } from '../../common/deadlines/by-words.ts'
import { LawText } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { useLaw, useToday } from '../../state/library-context.tsx'
import './next-step.css'

/** The one next step; until the facts are confirmed, confirming them is that step. */
export function NextStep({ letter, deadlines }: { letter: Letter; deadlines: Deadline[] }) {
  const law = useLaw()
  const today = useToday()
  const choice = chooseAppeal(law, letter, today)
  const notice = findLetter(law, factsOf(letter).noticeCode)
  const late = isLate(deadlines)
  const isNamed = notice !== undefined && 'kind' in notice
  return (
    <section className="callout next next-step" aria-labelledby="next-step">
      <h2 id="next-step" tabIndex={-1}>
        {t('next.title')}
      </h2>
      <StepOf
        choice={choice}
        deadlines={deadlines}
        whatNow={choice.route === 'other' || isNamed ? whatNow(notice, late) : null}
      />
      {choice.route !== 'other' && !isNamed && (
        <a className="button primary" href={`#/letter/${letter.id}/appeal`}>
          {t('next.toAppeal')}
        </a>
      )}
    </section>
  )
}

/** Of a letter known by name, the day printed on it comes first. */
function whatNow(letter: ReturnType<typeof findLetter>, late: boolean): Message | null {
  if (!letter) return null
  if ('kind' in letter) return namedSteps(letter)[0] ?? null
  return (late ? letter.ifLate : letter.steps[0]) ?? null
}

/** Every day of the person on this letter is over: the first step is what is still open. */
const isLate = (deadlines: Deadline[]): boolean =>
  deadlines.some(({ actor, state }) => actor === 'taxpayer' && state === 'late') && !deadlines.some(isTask)

function StepOf(props: { choice: AppealChoice; deadlines: Deadline[]; whatNow: Message | null }) {
  const { choice, deadlines, whatNow } = props
  const by = byWords(choice, deadlines)
  return (
    <>
      <p className="next-words">{whatNow ? <LawText>{whatNow}</LawText> : stepWords(choice)}</p>
      {by && <p>{by}</p>}
    </>
  )
}

function stepWords(choice: AppealChoice): string {
  switch (choice.route) {
    case 'CDP':
      return t('next.cdp')
    case 'EH':
      return t('next.eh')
    case 'CAP':
    case 'IA-appeal':
      return t('next.cap')
    case 'unknown':
      return t('next.unknown')
    case 'other':
      return t('next.other')
  }
}
