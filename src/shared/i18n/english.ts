import words from '../../../resources/words/en.json' with { type: 'json' }
import { longDay, weekdayDay } from './format-facts.ts'
import { formatMessage, type MessageLanguage } from './format-message.ts'
import type { Message } from './message.ts'

type Tree = { [key: string]: string | Tree }
const plural = new Intl.PluralRules('en-US')
const together = new Intl.ListFormat('en-US', { type: 'conjunction' })

/** The words under a path; undefined where there are none. */
function wordsAt(path: string): string | undefined {
  let at: string | Tree | undefined = words.sentences
  for (const part of path.split('.')) at = typeof at === 'object' ? at[part] : undefined
  return typeof at === 'string' ? at : undefined
}

const language: MessageLanguage = {
  sentence(key, values) {
    const form = typeof values.count === 'number' ? `_${plural.select(values.count)}` : ''
    const text = wordsAt(`${key}${form}`)
    if (text === undefined) throw new Error(`resources/words/en.json: no sentence ${key}`)
    return text.replace(/{{(\w+)}}/g, (slot, name: string) => String(values[name] ?? slot))
  },
  lawText: ({ en }) => en,
  day: longDay,
  weekday: weekdayDay,
  list: (parts) => together.format(parts),
}

/**
 * A message in English: for what is mailed and what the command line prints, whatever the language of the
 * screens. Screens fall back to it, and the ids of checklist steps are made from it.
 */
export function english(message: Message): string {
  const text = formatMessage(message, language)
  if (text === undefined) throw new Error('a message without English words')
  return text
}

/** The same value with English text in place of each message. */
export type InEnglish<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends Message
    ? string
    : { [K in keyof T]: InEnglish<T[K]> }

/** A value with all its messages in English, for papers and the command line. */
export const inEnglish = <T>(value: T): InEnglish<T> => replaced(value) as InEnglish<T>

function replaced(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(replaced)
  if (typeof value !== 'object' || value === null) return value
  if (isMessage(value)) return english(value)
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, replaced(each)]))
}

const isMessage = (value: object): value is Message =>
  'verbatim' in value || ('id' in value && 'en' in value) || ('key' in value && 'values' in value)
