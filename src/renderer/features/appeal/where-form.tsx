import { answersFromFacts } from '../../../shared/appeals/answers-from-facts.ts'
import { placeLine, whereToSend } from '../../../shared/appeals/where-to-send.ts'
import { factsOf } from '../../../shared/model/letter.ts'
import { t } from '../../i18n/words.ts'
import { More } from '../../ui/more.tsx'
import { AnswerBox } from './answer-box.tsx'
import type { QuestionProps } from './question-props.ts'
import { useChange } from './use-change.ts'

/** Where the papers go: what the letter says, and boxes for what it does not say or says wrongly. */
export function WherePage({ letter, papers, question }: QuestionProps) {
  const change = useChange(letter)
  const facts = factsOf(letter)
  const known = whereToSend(
    papers.draft.form,
    facts,
    answersFromFacts({ ...letter.answers, ...nowhere }, facts),
  )
  const printed = [placeLine(known), known.fax && t('answers.whereFax', { fax: known.fax })].filter(Boolean)
  const typed = (['sendToPerson', 'sendToAddress', 'sendToFax'] as const).some(
    (name) => letter.answers[name] !== '',
  )
  const boxes = (
    <div className="stack-s">
      <AnswerBox letter={letter} name="sendToPerson" onChange={change} />
      <AnswerBox letter={letter} name="sendToAddress" onChange={change} multiline longest={500} />
      <AnswerBox letter={letter} name="sendToFax" onChange={change} />
    </div>
  )
  return (
    <>
      <p className="callout">
        {known.addressFrom
          ? t(`answers.whereFrom.${known.addressFrom === 'hearing' ? 'hearing' : 'office'}`, {
              text: printed.join('. '),
            })
          : t('answers.whereFrom.none')}
      </p>
      {question.state === 'missing' ? (
        boxes
      ) : (
        <More label={t('interview.changePlace')} open={typed}>
          {boxes}
        </More>
      )}
    </>
  )
}

const nowhere = { sendToPerson: '', sendToAddress: '', sendToFax: '' }
