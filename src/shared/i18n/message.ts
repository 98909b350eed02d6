import { z } from 'zod'
import type { Day } from '../model/day.ts'
import type { SentenceKey, SlotKind, Slots } from './sentences.ts'

const LawTextShape = z.object({ id: z.string(), en: z.string() })
/** A text of the law files. `id`, such as `notice.CP504.meaning`, is the key of its translation in each language; `en` is the text in the files. A file holds only the English text; `withTextIds` adds the id when the file is loaded. */
export const LawText = z.union([
  z
    .string()
    .min(1)
    .transform((en) => ({ id: '', en })),
  LawTextShape,
])
export type LawText = z.infer<typeof LawTextShape>

/** A text of the law files with a person's own words in its `{slots}`. */
export type FilledLawText = LawText & { fill: Readonly<Record<string, string>> }

/** A person's own words or a printed name: the same in every language. */
type Verbatim = { verbatim: string }

/** Values for a sentence. Nothing is formatted yet: a date looks different in each language. */
export type Value = string | number | Message | readonly Message[] | readonly Day[]

/** A sentence of the program, by its key in `resources/words`. Made by `say`. */
export type Sentence = { key: SentenceKey; values: Readonly<Record<string, Value>> }

/** Something to say, not in any language yet. `formatMessage` puts it into one. */
export type Message = LawText | FilledLawText | Verbatim | Sentence

type ValueOf<K extends SlotKind> = {
  message: Message
  printed: Message
  inside: Message
  first: Message
  messages: readonly Message[]
  texts: readonly Message[]
  day: Day
  weekday: Day
  days: readonly Day[]
  number: number
  text: string
}[K]
type Values<K extends SentenceKey> = K extends keyof Slots
  ? [values: { [N in keyof Slots[K]]: Slots[K][N] extends SlotKind ? ValueOf<Slots[K][N]> : never }]
  : []

/** Several texts as one message, one after the other. */
export const together = (parts: readonly Message[]): Message =>
  parts.length === 1 && parts[0] ? parts[0] : say('parts', { parts })

/** A sentence with its values: `say('window.open', { what: right.title, day })`. */
export const say = <K extends SentenceKey>(key: K, ...[values]: Values<K>): Sentence => ({
  key,
  values: values ?? {},
})
