import { english } from '../i18n/english.ts'
import type { Message } from '../i18n/message.ts'

/** Messages without repetition: a rule may say the same thing as the right based on it. */
export function eachOnce(messages: Message[]): Message[] {
  const texts = messages.map(english)
  return messages.filter((_, index) => texts.indexOf(texts[index] ?? '') === index)
}
