import type { GuessingTime } from '../../shared/contract/passphrase.ts'
import { err, type Failure, ok, type Result } from '../../shared/model/result.ts'
import { guessesOfKnownWords, knownWords } from './known-words.ts'
import {
  guessesOfFamousLines,
  guessesOfForeignWords,
  guessesOfSentence,
  isUnspaced,
} from './text-strength.ts'

/** How soon somebody who has a copy of the file guesses it, or that what stands on the letters makes it easy to guess. */
export type WeakPassphrase = Failure<
  'passphrase.at-once' | 'passphrase.in-hours' | 'passphrase.in-months' | 'passphrase.of-names'
>

/**
 * Guesses a second. One takes a third of a second and 128 MB on a computer of today; somebody who rents thousands of them
 * makes this many.
 */
const guessesPerSecond = 10_000
const [hour, day, year] = [3600, 24 * 3600, 365 * 24 * 3600]
/** The rule: guessing takes at least so many seconds. */
const enough = 3 * year
const aLifetime = 100 * year

/** Of a longer one the beginning is looked at: it alone must be enough, and the time to look grows with the length. */
const longestLook = 64

/**
 * Whether a new passphrase holds against guessing, by the patterns that guessers try: common passwords, words and names of
 * both languages, keyboard rows, dates, repetitions, sentences, famous lines, words in other alphabets, and `known`, what is read
 * on the letters, which whoever has stolen them has in hand.
 */
export async function ratePassphrase(
  passphrase: string,
  known: readonly string[],
): Promise<Result<{ takes: GuessingTime }, WeakPassphrase>> {
  const estimate = await estimator()
  const looked = passphrase.normalize('NFKC').trim().slice(0, longestLook)
  const names = knownWords(known)
  const own = [...ours, ...names]
  const byPatterns = (text: string) => estimate(text, own)
  const letters = plain(looked).toLowerCase()
  const guesses = Math.min(
    // Each of those signs is one of thousands, and not of the few that the patterns know of.
    ...(isUnspaced(letters) ? [] : formsOf(looked).map(byPatterns)),
    guessesOfSentence(letters),
    guessesOfFamousLines(letters, byPatterns),
    guessesOfForeignWords(letters, byPatterns),
    guessesOfKnownWords(letters, names, byPatterns),
  )
  const takes = guesses / guessesPerSecond
  if (takes >= enough) return ok({ takes: takes >= aLifetime ? 'lifetimes' : 'years' })
  const small = plain(looked).toLowerCase()
  if (names.some((name) => name.length > 2 && small.includes(name)))
    return err({ code: 'passphrase.of-names' })
  if (takes < hour) return err({ code: 'passphrase.at-once' })
  return err({ code: takes < 2 * day ? 'passphrase.in-hours' : 'passphrase.in-months' })
}

/** What every guesser of a passphrase of this program tries first. */
const ours = ['waymark', 'irs', 'letter', 'letters', 'tax', 'taxes', 'carta', 'cartas', 'impuestos']

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '')

/**
 * As it is, and without what hides a pattern from the estimate: accents, marks between characters, and the same word again.
 * Marks among characters by chance hide nothing; they are what makes those hard to guess.
 */
function formsOf(text: string): string[] {
  const parts = plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  const isByChance = parts.some(
    (part) => !/^(\p{N}+|\p{Lu}?[\p{Ll}\p{Lo}\p{Lm}]+|\p{Lu}+)\p{N}*$/u.test(part),
  )
  if (isByChance) return [text, plain(text)]
  const words = parts.map((part) => part.toLowerCase())
  return [...new Set([text, plain(text), words.join(''), [...new Set(words)].join('')])]
}

type Estimate = (passphrase: string, known: string[]) => number
let loaded: Promise<Estimate> | undefined

/** Loaded when a passphrase is first chosen: the lists of words take time and memory. */
function estimator(): Promise<Estimate> {
  loaded ??= load()
  return loaded
}

/** Ways to read signs as letters. All of them take seconds, in which no other call is answered. */
const mostDisguises = 32

async function load(): Promise<Estimate> {
  const [{ ZxcvbnFactory }, common, english, spanish] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
    import('@zxcvbn-ts/language-es-es'),
  ])
  const dictionary = { ...common.dictionary, ...english.dictionary, ...spanish.dictionary }
  const factory = new ZxcvbnFactory({
    dictionary,
    graphs: common.adjacencyGraphs,
    l33tMaxSubstitutions: mostDisguises,
  })
  return (passphrase, known) => factory.check(passphrase, known).guesses
}
