import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'
import { Button } from 'react-aria-components'
import { besides, type Question } from '../../../shared/appeals/interview.ts'
import { type InterviewPart, interviewParts } from '../../../shared/appeals/question.ts'
import { LawText } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { useForms } from '../../state/library-context.tsx'
import { BlanksOfQuestion } from './blank-list.tsx'
import { WholeDraft } from './look-over.tsx'
import { QuestionBody } from './question-body.tsx'
import { hashOfQuestion, type QuestionProps } from './question-props.ts'

type Props = QuestionProps & { questions: Question[] }

/** These hold forms of their own, in which Enter adds something. */
const hasOwnForm = new Set<string>(['events', 'exhibits', 'print', 'sent', 'look'])

/** One question: what is asked and why, the answer, what is still missing in it, Back and Next. */
export function QuestionPage({ letter, papers, questions, question }: Props) {
  const { next, back } = besides(questions, question.id)
  const go = (to: Question | null) => {
    if (to) window.location.hash = hashOfQuestion(letter, to.id)
  }
  const ways = (
    <div className="row interview-ways">
      {back && (
        <Button className="button" onPress={() => go(back)}>
          {t('interview.back')}
        </Button>
      )}
      {next && (
        <Button
          className="button primary"
          type={hasOwnForm.has(question.id) ? 'button' : 'submit'}
          {...(hasOwnForm.has(question.id) ? { onPress: () => go(next) } : {})}
        >
          {t('interview.next')}
        </Button>
      )}
      {question.part !== 'look' && question.part !== 'print' && question.part !== 'sent' && (
        <a className="interview-hurry" href={hashOfQuestion(letter, 'look')}>
          {t('interview.hurry')}
        </a>
      )}
    </div>
  )
  return (
    <section className="interview-page" aria-labelledby="question-title">
      <header className="stack-s">
        <p className="soft small interview-step">{stepWords(question.part)}</p>
        <QuestionTitle key={question.id} question={question} />
        <Why question={question} />
      </header>
      <AnswerFrame own={hasOwnForm.has(question.id)} onNext={() => go(next)}>
        <QuestionBody key={question.id} letter={letter} papers={papers} question={question} />
        <BlanksOfQuestion blanks={question.blanks} />
        {ways}
        {question.id === 'look' && <WholeDraft letter={letter} papers={papers} />}
      </AnswerFrame>
    </section>
  )
}

/** Enter goes on where it cannot mean anything else. */
function AnswerFrame(props: { own: boolean; onNext: () => void; children: ReactNode }) {
  if (props.own) return <div className="stack">{props.children}</div>
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        props.onNext()
      }}
    >
      {props.children}
    </form>
  )
}

const stepWords = (part: InterviewPart): string =>
  t('interview.step', {
    step: interviewParts.indexOf(part) + 1,
    of: interviewParts.length,
    part: t(`interview.parts.${part}`),
  })

/** Takes the focus when its question comes, so that a screen reader and the keyboard begin there. */
function QuestionTitle({ question }: { question: Question }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [])
  return (
    <h1 ref={heading} tabIndex={-1} id="question-title">
      <TitleWords question={question} />
    </h1>
  )
}

function TitleWords({ question: { id, item } }: { question: Question }) {
  const { reasons } = useForms()
  const chosen = [...reasons.reasons, ...reasons.remedies].find((each) => each.id === item)
  if (chosen) return <LawText>{chosen.label}</LawText>
  return <>{t(`interview.titles.${fixedId(id)}`)}</>
}

function Why({ question: { id } }: { question: Question }) {
  return <p className="soft">{t(`interview.whys.${fixedId(id)}`)}</p>
}

/** A reason and an offer share the words of all of them. */
const fixedId = (id: Question['id']) => {
  if (id.startsWith('reason-')) return 'reason'
  return id.startsWith('offer-') ? 'offer' : (id as Exclude<typeof id, `${string}-${number}`>)
}
