import { famousLines } from './famous-lines.ts'

/*
 * What the estimate by patterns does not know: words that make a sentence follow from each other, a line that everybody knows
 * is one choice among a few, and a word in another alphabet is still a word. Each function answers in guesses, and with
 * infinity where its case does not apply.
 */

type Estimate = (text: string) => number
const guessesOf = (bits: number): number => 2 ** bits

/** Of a text whose beginning is known, a reader guesses the next word in about so many tries. */
const bitsOfWordInSentence = 6
const bitsOfDigit = 3.3
/** A place in one of the famous lines, and how long it goes on. */
const bitsOfFamousRun = 15
/** Characters that stand for letters, as in “t0 b3 0r n0t”: which of them are used. */
const bitsOfDisguise = 4
/** Fewer letters in a row are in those lines by chance. */
const shortestRun = 10
/** One of the two thousand words that people choose in any language. */
const bitsOfForeignWord = 11
const bitsOfRepetition = 2

/** Letters and digits in runs, without what is between them. */
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

const functionWords = new Set(
  `a an the i you he she it we they me him her us them my your his its our their this that these those who what which when where why how
  am is are was were be been do does did have has had can could will would shall should may must not no and or but if so as than then of to
  in on at by for from with about into over under after before dont im its ive youre cant there here all
  el la los las un una unos unas lo yo tu usted ella nosotros ellos me te se nos le les mi mis tus su sus nuestro nuestra este esta esto ese
  esa eso que quien cual cuando donde como porque por es son era eran ser estar estoy esta estan fue hay he ha han tengo tiene no ni y e o u
  pero si ya muy mas de del al a en con sin para sobre entre hasta desde`.split(/\s+/),
)

/** A sentence: every third word or more is one of those that only hold the others together. */
export function guessesOfSentence(text: string): number {
  const words = wordsOf(text)
  const spoken = words.filter((word) => /^\p{L}+$/u.test(word))
  const holding = spoken.filter((word) => functionWords.has(word)).length
  if (spoken.length < 4 || holding < 2 || holding < spoken.length / 3) return Number.POSITIVE_INFINITY
  const digits = words.join('').replace(/\D/g, '').length
  return guessesOf(spoken.length * bitsOfWordInSentence + digits * bitsOfDigit)
}

/** Parts of famous lines, with or without spaces, and what else there is. */
export function guessesOfFamousLines(text: string, estimate: Estimate): number {
  return Math.min(
    withoutRuns(text, [...text.toLowerCase()], 0, estimate),
    withoutRuns(text, [...text.toLowerCase()].map(undisguised), bitsOfDisguise, estimate),
  )
}

const lines = famousLines.map((line) => line.replace(/\s/g, '')).join('|')
const undisguised = (sign: string): string => disguises[sign] ?? sign
const disguises: Record<string, string> = {
  ...{ 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' },
  ...{ '@': 'a', $: 's', '!': 'i', '|': 'i', '+': 't' },
}

/** @param signs those of the text, as they are compared */
function withoutRuns(text: string, signs: readonly string[], extra: number, estimate: Estimate): number {
  const letters = signs.flatMap((sign, at) => (/^[a-z]$/.test(sign) ? [{ sign, at }] : []))
  const squeezed = letters.map(({ sign }) => sign).join('')
  const rest: (string | null)[] = [...text]
  let bits = 0
  for (let at = 0; at + shortestRun <= squeezed.length; ) {
    const length = longestRunAt(squeezed, at)
    if (length === 0) at += 1
    else {
      for (const letter of letters.slice(at, at + length)) rest[letter.at] = null
      bits += bitsOfFamousRun
      at += length
    }
  }
  if (bits === 0) return Number.POSITIVE_INFINITY
  const left = rest.filter((sign) => sign !== null && /[\p{L}\p{N}]/u.test(sign)).join('')
  return guessesOf(bits + extra) * (left === '' ? 1 : estimate(left))
}

function longestRunAt(squeezed: string, at: number): number {
  let length = shortestRun
  if (!lines.includes(squeezed.slice(at, at + length))) return 0
  while (at + length < squeezed.length && lines.includes(squeezed.slice(at, at + length + 1))) length += 1
  return length
}

/** Written without spaces: a sign is about half a word. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** Chinese and Japanese throughout. */
export const isUnspaced = (text: string): boolean =>
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\s]+$/u.test(text)
const hanDigits = /[一二三四五六七八九十百千万零〇]/u
const foreignLetter = /(?!\p{Script=Latin})\p{L}/u

/** Words in other alphabets, which the estimate by patterns takes for letters by chance. */
export function guessesOfForeignWords(text: string, estimate: Estimate): number {
  if (!foreignLetter.test(text)) return Number.POSITIVE_INFINITY
  const known = new Set<string>()
  let guesses = 1
  for (const word of wordsOf(text).flatMap(partsOfWord)) {
    const bits = known.has(word) ? bitsOfRepetition : bitsOf(word)
    known.add(word)
    guesses *= bits === null ? estimate(word) : guessesOf(bits)
  }
  return guesses
}

/** Pairs of signs where words have no spaces between them, so that one that is repeated is seen. */
const partsOfWord = (word: string): string[] =>
  unspaced.test(word) ? (word.match(/.{1,2}/gsu) ?? []) : [word]

/** null: not in another alphabet. */
function bitsOf(word: string): number | null {
  if (!foreignLetter.test(word)) return null
  const bits = [...word].map((sign) => (hanDigits.test(sign) ? bitsOfDigit : bitsOfForeignWord / 2))
  return Math.min(
    bitsOfForeignWord,
    bits.reduce((sum, each) => sum + each, 0),
  )
}
