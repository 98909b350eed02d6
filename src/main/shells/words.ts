import words from '../../../resources/words/en.json' with { type: 'json' }

/** The words for an error code: what happened and what to do next. The same words as on the screen. */
export function wordsOfError(code: string): string {
  const found = (words.errors as Record<string, string>)[code]
  if (!found) throw new Error(`resources/words/en.json: no words for ${code}`)
  return found
}
