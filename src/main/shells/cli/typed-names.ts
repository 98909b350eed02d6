import words from '../../../../resources/words/en.json' with { type: 'json' }
import { loggedKinds } from '../../../shared/model/case-event.ts'

/** What is typed for each thing that happened, with its words on the screens. */
export const eventNames = (): string => namesOf(loggedKinds, words.events.kinds)

/** What is typed for each fact of a letter, with its words on the screens. */
export const factNames = (): string => namesOf(Object.keys(words.facts.names), words.facts.names)

/** What is typed for each answer of a draft, with its words on the screens. */
export const answerNames = (): string => namesOf(Object.keys(words.answers.names), words.answers.names)

const namesOf = (typed: readonly string[], inWords: Readonly<Record<string, string>>): string =>
  typed.map((each) => `  ${each.padEnd(24)} ${inWords[each] ?? ''}`).join('\n')
