import type { ReactNode } from 'react'
import { Label, RadioGroup } from 'react-aria-components'
import { answersFromFacts } from '../../../shared/appeals/answers-from-facts.ts'
import { actionsOf } from '../../../shared/appeals/draft-9423.ts'
import type { FormDescription } from '../../../shared/appeals/form-description.ts'
import type { CollectionAction } from '../../../shared/model/appeal.ts'
import { CollectionContact } from '../../../shared/model/appeal.ts'
import { factsOf, type Letter } from '../../../shared/model/letter.ts'
import { contactOf } from '../../../shared/telling/contact.ts'
import { LawText } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { useForms, useLaw, useLibrary } from '../../state/library-context.tsx'
import { TextBox } from '../../ui/text-box.tsx'
import { Tick } from '../../ui/tick.tsx'
import {
  AnswerBox,
  type BoxOptions,
  type Change,
  longestLine,
  type PartProps,
  type TextName,
} from './answer-box.tsx'
import { Choice } from './choice.tsx'
import { JointQuestion } from './joint-question.tsx'
import { ReasonsForm, RemediesForm } from './reasons-form.tsx'
import { WhereForm } from './where-form.tsx'
import './answers-form.css'

type Props = { letter: Letter; form: FormDescription }

/** What only the person knows. Input is saved automatically; see the drafts store. */
export function AnswersForm({ letter, form }: Props) {
  const change = useChange(letter)
  const isHearing = form.form === '12153'
  const { joint } = answersFromFacts(letter.answers, factsOf(letter))
  const bothSign = joint === 'bothSign'
  const signsAlone = joint === 'oneSigns' || letter.answers.joint === 'alone'
  const box = (name: TextName, options: BoxOptions = {}) => (
    <AnswerBox key={name} letter={letter} name={name} onChange={change} {...options} />
  )
  return (
    <form className="stack" onSubmit={(event) => event.preventDefault()} aria-label={t('appeal.answers')}>
      <Part title={t('answers.parts.who')}>
        <JointQuestion letter={letter} onChange={change} />
        {box('name')}
        {box('tin')}
        {box('street')}
        <div className="answers-city">
          {box('city')}
          {box('state')}
          {box('zip')}
        </div>
        {box('homePhone')}
        {box('businessPhone')}
        {isHearing && box('bestTime')}
        {isHearing && !signsAlone && (
          <>
            {box('jointName')}
            {bothSign && box('jointTin')}
            {bothSign && box('jointAddress')}
          </>
        )}
        {box('representativeName')}
        {letter.answers.representativeName.trim() !== '' && box('representativePhone')}
        <Signer letter={letter} onChange={change} />
      </Part>
      <Part title={t('answers.parts.action')}>
        <Actions letter={letter} onChange={change} />
        {!isHearing && (
          <>
            <Contact letter={letter} onChange={change} />
            {box('conferenceWith')}
          </>
        )}
      </Part>
      <Part title={t('answers.parts.where')}>
        <WhereForm letter={letter} form={form} box={box} />
      </Part>
      <Part title={t('answers.parts.why')}>
        <ReasonsForm letter={letter} form={form} onChange={change} />
        {box('whyWrong', { multiline: true })}
        {box('harm', { multiline: true })}
        <RemediesForm letter={letter} form={form} onChange={change} />
        {box('fix', { multiline: true })}
        <Attachments letter={letter} onChange={change} />
      </Part>
    </form>
  )
}

function useChange(letter: Letter): Change {
  const { answers } = useLibrary()
  return (part) => answers.set(letter.id, { ...letter.answers, ...part })
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <fieldset className="card stack answers-part">
    <legend>{title}</legend>
    {children}
  </fieldset>
)

function Signer({ letter, onChange }: PartProps) {
  return (
    <RadioGroup
      className="field"
      value={letter.answers.signer}
      onChange={(value) => onChange({ signer: value === 'representative' ? 'representative' : 'taxpayer' })}
    >
      <Label>{t('answers.signer')}</Label>
      <Choice value="taxpayer">{t('answers.signers.taxpayer')}</Choice>
      <Choice value="representative">{t('answers.signers.representative')}</Choice>
    </RadioGroup>
  )
}

function Actions({ letter, onChange }: PartProps) {
  const law = useLaw()
  const forms = useForms()
  const chosen = actionsOf(law, letter)
  const toggle = (action: CollectionAction, on: boolean) =>
    onChange({ actions: on ? [...chosen, action] : chosen.filter((each) => each !== action) })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset inside of a fieldset reads badly in screen readers
    <div role="group" className="field" aria-labelledby="actions-label">
      <span className="label" id="actions-label">
        {t('answers.actions')}
      </span>
      {forms.forms['9423'].actions.map(({ action, label, says }) => (
        <Tick key={action} selected={chosen.includes(action)} onChange={(on) => toggle(action, on)}>
          <LawText>{says ?? label}</LawText>
        </Tick>
      ))}
    </div>
  )
}

function Contact({ letter, onChange }: PartProps) {
  return (
    <RadioGroup
      className="field"
      value={contactOf(letter) ?? 'unknown'}
      onChange={(value) => onChange({ contact: CollectionContact.safeParse(value).data ?? null })}
    >
      <Label>{t('answers.contact')}</Label>
      {CollectionContact.options.map((contact) => (
        <Choice key={contact} value={contact}>
          {t(`answers.contacts.${contact}`)}
        </Choice>
      ))}
      <Choice value="unknown">{t('answers.contacts.unknown')}</Choice>
    </RadioGroup>
  )
}

const Attachments = ({ letter, onChange }: PartProps) => (
  <TextBox
    label={t('answers.attachments')}
    hint={t('answers.attachmentsHint')}
    multiline
    value={letter.answers.attachments.join('\n')}
    onChange={(text) =>
      onChange({
        attachments: text
          .split('\n')
          .slice(0, 100)
          .map((line) => line.slice(0, longestLine)),
      })
    }
  />
)
