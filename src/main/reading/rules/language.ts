import type { LetterFacts, PageText } from '../../../shared/model/letter.ts'

/** By the small words that each language cannot do without; null when there is too little text. */
export function languageOf(pages: readonly PageText[]): LetterFacts['language'] {
  const text = pages.flatMap((page) => page.lines.map((line) => line.text)).join(' ')
  const english = text.match(/\b(?:the|you|your|and|of|this|for|we)\b/gi)?.length ?? 0
  const spanish = text.match(/\b(?:el|la|los|usted|su|sus|de|que|por|para|este)\b/gi)?.length ?? 0
  if (english + spanish < 8) return null
  return spanish > english ? 'es' : 'en'
}
