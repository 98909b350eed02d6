import words from '../../../../resources/words/en.json' with { type: 'json' }
import {
  AppealAnswers,
  CollectionContact,
  collectionActions,
  DraftForm,
  JointDebt,
} from '../../../shared/model/appeal.ts'
import { loggedKinds } from '../../../shared/model/case-event.ts'
import { cleanText } from '../../../shared/text/clean-name.ts'

/** What is typed for each thing that happened, with its words on the screens. */
export const eventNames = (): string => namesOf(loggedKinds, words.events.kinds)

/** What is typed for each fact of a letter, with its words on the screens. */
export const factNames = (): string => namesOf(Object.keys(words.facts.names), words.facts.names)

/** What is typed for each answer of a draft, with its words on the screens. */
export const answerNames = (): string =>
  [
    namesOf(
      Object.keys(words.answers.names).filter((name) => name !== 'special'),
      words.answers.names,
    ),
    namesOf(Object.keys(choices), choices),
  ].join('\n')

const { answers: asked } = words
const listOf = (each: readonly string[]): string => each.join(', ')
const choices: Readonly<Record<string, string>> = {
  signer: `${asked.signer} ${listOf(AppealAnswers.shape.signer.options)}`,
  joint: `${asked.joint} ${listOf(JointDebt.options)}`,
  contact: `${asked.contact} ${listOf(CollectionContact.options)}`,
  actions: `${asked.actions} With ; between: ${listOf(collectionActions)}`,
  form: `The form, where it is not the one that fits: ${listOf(DraftForm.options)}`,
  attachments: `${asked.attachments}, with ; between`,
}

/** What was answered, by the names that are typed; reasons and offers have commands of their own. */
export const linesOfAnswers = (answers: AppealAnswers): string =>
  [...Object.keys(words.answers.names), ...Object.keys(choices)]
    .flatMap((name) => {
      const value = answers[name as keyof AppealAnswers]
      const text = Array.isArray(value) ? value.join('; ') : typeof value === 'string' ? value : ''
      return text ? [`  ${name.padEnd(24)} ${cleanText(text)}`] : []
    })
    .join('\n') || '  Nothing was answered yet.'

const namesOf = (typed: readonly string[], inWords: Readonly<Record<string, string>>): string =>
  typed.map((each) => `  ${each.padEnd(24)} ${inWords[each] ?? ''}`).join('\n')
