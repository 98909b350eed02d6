import type { Day } from '../model/day.ts'
import { assertNever } from '../model/result.ts'
import type { FilledLawText, LawText, Message, Sentence, Value } from './message.ts'
import { type SentenceKey, slotKind } from './sentences.ts'

/** What a language needs to put a message into words. */
export type MessageLanguage = {
  /** The words of a sentence with its values put in; `count` picks the plural form. */
  sentence(key: SentenceKey, values: Record<string, string | number>): string
  /** undefined: nobody has translated it. */
  lawText(text: LawText): string | undefined
  day(day: Day): string
  /** With its weekday. */
  weekday(day: Day): string
  /** `a, b and c` */
  list(parts: string[]): string
}

/** A message in one language; undefined where a part of it that must be translated is not. */
export function formatMessage(message: Message, language: MessageLanguage): string | undefined {
  if ('verbatim' in message) return message.verbatim
  if ('key' in message) return formatSentence(message, language)
  const text = language.lawText(message)
  return 'fill' in message && text !== undefined ? filled(text, message.fill) : text
}

function formatSentence({ key, values }: Sentence, language: MessageLanguage): string | undefined {
  const words: Record<string, string | number> = {}
  for (const [slot, value] of Object.entries(values)) {
    const word = inSlot(key, slot, value, language)
    if (word === undefined) return undefined
    words[slot] = word
  }
  return language.sentence(key, words)
}

/** `say` and the table of slots make sure that each value is of its slot's kind. */
function inSlot(key: SentenceKey, slot: string, value: Value, to: MessageLanguage) {
  const kind = slotKind(key, slot)
  switch (kind) {
    case undefined:
      throw new Error(`sentence ${key}: no slot ${slot}`)
    case 'text':
    case 'number':
      return value as string | number
    case 'day':
      return to.day(value as Day)
    case 'weekday':
      return to.weekday(value as Day)
    case 'days':
      return to.list((value as Day[]).map(to.day))
    case 'message':
      return formatMessage(value as Message, to)
    case 'inside':
      return beginSmall(formatMessage(value as Message, to))
    case 'first':
      return beginLarge(formatMessage(value as Message, to))
    case 'printed':
      return asPrinted(value as Message, to)
    case 'texts':
      return (value as Message[]).map((each) => asPrinted(each, to)).join(' ')
    case 'messages':
      return (value as Message[]).map((each) => asPrinted(each, to)).join('; ')
    default:
      return assertNever(kind, 'a kind of slot without a format')
  }
}

/** A text of the law files without a translation stays as printed. */
const asPrinted = (message: Message, to: MessageLanguage): string | undefined =>
  formatMessage(message, to) ?? ('en' in message ? message.en : undefined)

const filled = (text: string, fill: FilledLawText['fill']): string =>
  text.replace(/{(\w+)}/g, (slot, name: string) => fill[name] ?? slot)

const beginLarge = (text: string | undefined): string | undefined =>
  text?.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())

/** Not an abbreviation: `IRS` stays. */
const beginSmall = (text: string | undefined): string | undefined =>
  text?.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase())
