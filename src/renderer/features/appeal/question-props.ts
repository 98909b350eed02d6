import type { AppealPapers } from '../../../shared/appeals/appeal-papers.ts'
import type { Question } from '../../../shared/appeals/interview.ts'
import type { QuestionId } from '../../../shared/appeals/question.ts'
import type { Letter } from '../../../shared/model/letter.ts'
import { hashFromRoute } from '../../state/route.ts'

/** What the page of every question is made of. */
export type QuestionProps = {
  letter: Letter
  papers: AppealPapers
  question: Question
}

/** The address of a question. */
export const hashOfQuestion = ({ id }: Pick<Letter, 'id'>, question: QuestionId): string =>
  hashFromRoute({ screen: 'appeal', id, question })
