import { Label, RadioGroup } from 'react-aria-components'
import type { AppealPapers } from '../../../shared/appeals/appeal-papers.ts'
import { english } from '../../../shared/i18n/english.ts'
import type { Message } from '../../../shared/i18n/message.ts'
import { DraftForm } from '../../../shared/model/appeal.ts'
import type { Letter } from '../../../shared/model/letter.ts'
import { byWords } from '../../common/deadlines/by-words.ts'
import { LawText } from '../../i18n/law-text.tsx'
import { t, type WordKey } from '../../i18n/words.ts'
import { useLibrary } from '../../state/library-context.tsx'
import { More } from '../../ui/more.tsx'
import { Choice } from './choice.tsx'
import './choice-card.css'

type Props = { letter: Letter; papers: AppealPapers }

/** Which appeal route fits, why, what you give up with it, and which form is drafted. */
export function ChoiceCard({ letter, papers }: Props) {
  const { choice } = papers
  const by = byWords(choice, papers.deadlines)
  return (
    <section className="card stack-s choice" aria-labelledby="choice-title">
      <h2 id="choice-title">{t(`choice.route.${choice.route}`)}</h2>
      {choice.form && by && (
        <p className="callout next">
          <strong>{by}</strong>
        </p>
      )}
      {choice.form ? (
        <More label={t('choice.because')}>
          <List reasons={choice.because} />
        </More>
      ) : (
        <Reasons title="choice.because" reasons={choice.because} />
      )}
      {choice.route === 'unknown' && <Reasons title="choice.ask" reasons={choice.ask} />}
      {choice.route !== 'unknown' && (
        <>
          <Reasons title="choice.givesUp" reasons={choice.givesUp} />
          {choice.also.length > 0 && (
            <More label={t('choice.also')}>
              <List reasons={choice.also} />
            </More>
          )}
        </>
      )}
      {choice.form === '12153' && <FormChoice letter={letter} papers={papers} />}
    </section>
  )
}

/** The hearing is the default, but the person decides. */
function FormChoice({ letter, papers }: Props) {
  const { answers } = useLibrary()
  const { choice, draft } = papers
  return (
    <>
      <RadioGroup
        className="field"
        value={draft.form}
        onChange={(form) => answers.set(letter.id, { ...letter.answers, form: DraftForm.parse(form) })}
      >
        <Label>{t('choice.form')}</Label>
        <Choice value="12153">{t('choice.formFits', { form: '12153' })}</Choice>
        <Choice value="9423">{t('choice.formOther', { form: '9423' })}</Choice>
      </RadioGroup>
      {draft.form !== choice.form && (
        <p className="callout check">{t('choice.otherForm', { form: draft.form })}</p>
      )}
    </>
  )
}

function Reasons({ title, reasons }: { title: WordKey; reasons: Message[] }) {
  if (reasons.length === 0) return null
  return (
    <div>
      <h3>{t(title)}</h3>
      <List reasons={reasons} />
    </div>
  )
}

const List = ({ reasons }: { reasons: Message[] }) => (
  <ul>
    {reasons.map((reason) => (
      <li key={english(reason)}>
        <LawText>{reason}</LawText>
      </li>
    ))}
  </ul>
)
