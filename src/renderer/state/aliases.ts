/**
 * Words that must not stand in an address, since a browser keeps addresses in its history on the disk and sends them to
 * the person's other devices: each gets a random name that means nothing outside this window. A page that was loaded
 * again has forgotten them.
 */
const aliases = new Map<string, string>()
const words = new Map<string, string>()

/** Cannot be mistaken for the words themselves, which an address of an earlier version still holds. */
const mark = '~'

/** The same words have the same alias for as long as the page stays. */
export function aliasOf(text: string): string {
  const known = aliases.get(text)
  if (known) return known
  const alias = mark + crypto.randomUUID().slice(0, 13)
  aliases.set(text, alias)
  words.set(alias, text)
  return alias
}

/** What a part of an address stands for: null for an alias that this page does not know. */
export const wordsOf = (part: string): string | null =>
  part.startsWith(mark) ? (words.get(part) ?? null) : part
