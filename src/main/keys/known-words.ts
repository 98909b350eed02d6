/*
 * What stands on the letters is known to whoever has stolen them: names, streets, amounts, the caller ID. Such a word is one
 * choice among the few on them, however long it is, and so is the number after another one.
 */

type Estimate = (text: string) => number

/** The number after or near another one. */
const guessesOfNearNumber = 32
/** However few words are on the letters, whoever guesses does not know in which order they come. */
const fewest = 16

/** A street as it is printed, and as people write it out. */
const streets: Record<string, string> = {
  ...{ ct: 'court', st: 'street', ave: 'avenue', dr: 'drive', rd: 'road', ln: 'lane', blvd: 'boulevard' },
  ...{ pl: 'place', cir: 'circle', ter: 'terrace', pkwy: 'parkway', hwy: 'highway', apt: 'apartment' },
  ...{ n: 'north', s: 'south', e: 'east', w: 'west', mt: 'mount', ft: 'fort' },
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
/** `alder`, `4217`: also where a digit follows a letter without a space. */
const wordsOf = (text: string): string[] => plain(text).match(/\p{L}+|\p{N}+/gu) ?? []
const squeezed = (text: string): string => plain(text).replace(/[^\p{L}\p{N}]/gu, '')

/** Words and whole facts, in small letters and without accents or marks. */
export function knownWords(facts: readonly string[]): string[] {
  const words = facts.flatMap((fact) => [squeezed(fact), ...wordsOf(fact)])
  const whole = facts.map((fact) => plain(fact).trim())
  const writtenOut = words.flatMap((word) => streets[word] ?? [])
  return [...new Set([...whole, ...words, ...writtenOut])].filter((word) => word.length > 1)
}

/** Infinity where nothing of the text is known. */
export function guessesOfKnownWords(text: string, known: readonly string[], estimate: Estimate): number {
  const knows = new Set(known)
  const each = Math.max(fewest, knows.size)
  const seen: string[] = []
  let [guesses, isKnown] = [1, false]
  for (const word of wordsOf(text)) {
    const isNear = seen.some((other) => isNextTo(word, other))
    const isOne = knows.has(word)
    isKnown ||= isOne || isNear
    guesses *= isNear ? guessesOfNearNumber : isOne ? each : estimate(word)
    seen.push(word)
  }
  return isKnown ? guesses : Number.POSITIVE_INFINITY
}

const isNextTo = (word: string, other: string): boolean =>
  word === other ||
  (word.length > 2 &&
    /^\d+$/.test(word) &&
    /^\d+$/.test(other) &&
    Math.abs(Number(word) - Number(other)) <= 10)
