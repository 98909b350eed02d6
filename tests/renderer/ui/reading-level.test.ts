import { expect, test } from 'vitest'
import { habitsIn } from '../../english-habits.ts'
import { wordsByLanguage } from '../../words-by-language.ts'

type Tree = { [key: string]: string | Tree }
const flat = (tree: Tree, before = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[before + key, value] as [string, string]] : flat(value, `${before}${key}.`),
  )

/** Names and terms that a person meets on the letter itself, or that have no shorter word. */
const allowed = [
  'Low Income Taxpayer Clinic',
  'Taxpayer Advocate Service',
  'Taxpayer Advocate',
  'Collection Due Process',
  'equivalent hearing',
  'independent officer',
  'revenue officer',
  'recovery key',
  'passphrase',
  'Vietnamese, Greek and Cyrillic',
]

/** Syllables as the usual counters count them: groups of vowels, without a silent ending. */
function syllables(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '')
  if (letters.length <= 3) return 1
  const spoken = letters.replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, '').replace(/^y/, '')
  return Math.max(1, spoken.match(/[aeiouy]{1,2}/g)?.length ?? 0)
}

const wordsIn = (sentence: string): string[] => sentence.split(/[\s/]+/).filter((word) => /[a-z]/i.test(word))

/** Flesch-Kincaid grade: https://apps.dtic.mil/sti/citations/ADA006655 */
function grade(sentences: string[]): number {
  const words = sentences.flatMap(wordsIn)
  const spoken = words.reduce((sum, word) => sum + syllables(word), 0)
  return (0.39 * words.length) / sentences.length + (11.8 * spoken) / words.length - 15.59
}

/** Shorter ones say nothing: one long word makes a heading "grade 20". */
const fewestWords = 7

const simple = (text: string): string =>
  allowed.reduce((rest, term) => rest.replaceAll(term, 'it'), text.replace(/{{\w+}}/g, 'it'))
/** What is said on the command line alone shows what to type. */
const onScreens = flat(wordsByLanguage.en).filter(([key]) => !key.startsWith('errors.input.'))
const sentences = onScreens.flatMap(([key, text]) =>
  simple(text)
    .split(/(?<=[.!?:;])\s+/)
    .filter((sentence) => wordsIn(sentence).length >= fewestWords)
    .map((sentence) => ({ key, sentence })),
)

test('the counter tells easy text from hard', () => {
  expect(grade(['The cat sat on the mat and then it ran away.'])).toBeLessThan(3)
  expect(
    grade(['The adjudication of administrative determinations necessitates comprehensive documentation.']),
  ).toBeGreaterThan(15)
})

test('every sentence of the screens is for grade 8 or below', () => {
  const hard = sentences
    .map(({ key, sentence }) => ({ key, sentence, grade: Math.round(grade([sentence]) * 10) / 10 }))
    .filter((each) => each.grade > 8)
  expect(hard).toEqual([])
})

test('all sentences together are for grade 5 or below', () => {
  expect(sentences.length).toBeGreaterThan(300)
  expect(grade(sentences.map(({ sentence }) => sentence))).toBeLessThan(5)
})

test('no sentence of the screens has a habit of another language', () => {
  expect(habitsIn(onScreens)).toEqual([])
})
