import { useEffect, useMemo } from 'react'
import type { AppealPapers } from '../../../shared/appeals/appeal-papers.ts'
import { interview, questionAt } from '../../../shared/appeals/interview.ts'
import type { Letter } from '../../../shared/model/letter.ts'
import { useForms, useLaw, useLibrary } from '../../state/library-context.tsx'
import { FormBeside } from './form-beside.tsx'
import { InterviewRail } from './interview-rail.tsx'
import { QuestionPage } from './question-page.tsx'
import { hashOfQuestion } from './question-props.ts'
import './interview.css'

type Props = { letter: Letter; papers: AppealPapers; wanted: string | null }

/** One question a page, with all parts on one side and the form as it fills on the other. */
export function InterviewOf({ letter, papers, wanted }: Props) {
  const law = useLaw()
  const { reasons } = useForms()
  const questions = useMemo(() => interview({ law, reasons, letter, papers }), [law, reasons, letter, papers])
  const question = questionAt(questions, wanted ?? letter.answers.at ?? null)
  useAddress(letter, question.id, wanted)
  const hasForm = !['look', 'print', 'sent'].includes(question.id)
  return (
    <div className={hasForm ? 'interview with-form' : 'interview'}>
      <InterviewRail letter={letter} questions={questions} current={question} />
      <QuestionPage letter={letter} papers={papers} questions={questions} question={question} />
      {hasForm && <FormBeside letter={letter} draft={papers.draft} current={question.id} />}
    </div>
  )
}

/** Each question has an address of its own, and the one that was last seen is where the person comes back to. */
function useAddress(letter: Letter, id: ReturnType<typeof questionAt>['id'], wanted: string | null): void {
  const { answers } = useLibrary()
  useEffect(() => {
    if (wanted !== id) window.location.replace(hashOfQuestion(letter, id))
  }, [letter, id, wanted])
  useEffect(() => {
    const said = answers.typed(letter.id) ?? letter.answers
    if ((said.at ?? 'route') !== id) answers.set(letter.id, { ...said, at: id })
  }, [id, letter.id, letter.answers, answers])
}
