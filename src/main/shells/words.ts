import words from '../../../resources/words/en.json' with { type: 'json' }

/** The words for an error code: what happened and what to do next, at which place. The same words as on the screen. */
export function wordsOfError(code: string, block?: string): string {
  const found = (words.errors as Record<string, string>)[code]
  if (!found) throw new Error(`resources/words/en.json: no words for ${code}`)
  return found.replace('{{place}}', placeWords(block))
}

function placeWords(block: string | undefined): string {
  if (!block) return words.places.unknown
  const name = (words.officialFacts as Record<string, string>)[block.replace('.', '-')] ?? block
  return (/^\d/.test(name) ? words.places.block : words.places.named).replace('{{name}}', name)
}
