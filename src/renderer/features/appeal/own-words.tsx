import { AnswerBox, type TextName } from './answer-box.tsx'
import type { QuestionProps } from './question-props.ts'
import { useChange } from './use-change.ts'

/** An answer that only the person can give, as long as it needs to be. */
export function OwnWords({ letter, name }: QuestionProps & { name: TextName }) {
  return <AnswerBox letter={letter} name={name} onChange={useChange(letter)} multiline />
}
