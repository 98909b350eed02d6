import { Label, RadioGroup } from 'react-aria-components'
import { actionsOf } from '../../../shared/appeals/draft-9423.ts'
import { eventsAsked } from '../../../shared/appeals/events-asked.ts'
import { type CollectionAction, CollectionContact } from '../../../shared/model/appeal.ts'
import type { CaseEvent, CaseEventKind } from '../../../shared/model/case-event.ts'
import { contactOf } from '../../../shared/telling/contact.ts'
import { LawText } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { useForms, useLaw, useLibrary } from '../../state/library-context.tsx'
import { More } from '../../ui/more.tsx'
import { Tick } from '../../ui/tick.tsx'
import { AnswerBox } from './answer-box.tsx'
import { Choice } from './choice.tsx'
import { EventDay } from './event-day.tsx'
import { EventsForm } from './events-form.tsx'
import type { QuestionProps } from './question-props.ts'
import { useChange } from './use-change.ts'

/** What the letter says is corrected where the letter is shown. */
export const FactsFirst = ({ letter }: QuestionProps) => (
  <p>
    <a className="button" href={`#/letter/${letter.id}`}>
      {t('interview.toLetter')}
    </a>
  </p>
)

export function Actions({ letter }: QuestionProps) {
  const forms = useForms()
  const change = useChange(letter)
  const chosen = actionsOf(useLaw(), letter)
  const toggle = (action: CollectionAction, on: boolean) =>
    change({ actions: on ? [...chosen, action] : chosen.filter((each) => each !== action) })
  return (
    <fieldset className="field plain">
      <legend className="visually-hidden">{t('answers.actions')}</legend>
      {forms.forms['9423'].actions.map(({ action, label, says }) => (
        <Tick key={action} selected={chosen.includes(action)} onChange={(on) => toggle(action, on)}>
          <LawText>{says ?? label}</LawText>
        </Tick>
      ))}
    </fieldset>
  )
}

export function Contact({ letter }: QuestionProps) {
  const change = useChange(letter)
  return (
    <RadioGroup
      className="field"
      value={contactOf(letter) ?? 'unknown'}
      onChange={(value) => change({ contact: CollectionContact.safeParse(value).data ?? null })}
    >
      <Label className="visually-hidden">{t('answers.contact')}</Label>
      {CollectionContact.options.map((contact) => (
        <Choice key={contact} value={contact}>
          {t(`answers.contacts.${contact}`)}
        </Choice>
      ))}
      <Choice value="unknown">{t('answers.contacts.unknown')}</Choice>
    </RadioGroup>
  )
}

/** The days that this right needs, each with a box; anything else that happened can be added below. */
export function Happened({ letter, papers }: QuestionProps) {
  const { events } = useLibrary()
  const change = useChange(letter)
  const kinds = eventsAsked({ letter, papers, actions: actionsOf(useLaw(), letter) })
  const set = (next: CaseEvent[]) => events.set(letter.id, next)
  const isTalk = kinds.some((kind: CaseEventKind) => kind === 'conferenceRequested')
  return (
    <>
      {kinds.map((kind) => (
        <EventDay key={kind} kind={kind} events={letter.events} onChange={set} />
      ))}
      {isTalk && <AnswerBox letter={letter} name="conferenceWith" onChange={change} />}
      <More label={t('interview.otherEvents')} open={kinds.length === 0}>
        <EventsForm letter={letter} />
      </More>
    </>
  )
}
