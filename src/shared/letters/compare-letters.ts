import { factsOf, type Letter, type LetterFacts, noFacts } from '../model/letter.ts'
import { foldedText } from '../text/fold.ts'
import { factsToCheck } from './facts-to-check.ts'
import { namesIn } from './persons.ts'

/** What is compared: the facts, and the words of the pages where they are known. */
export type Compared = { facts: LetterFacts; lines: readonly string[] | null }
export const copyKinds = ['second-copy', 'spouse-copy'] as const
type CopyKind = (typeof copyKinds)[number]
/** The words for each are in `copies.because.<reason>`. */
export const copyReasons = [
  'number',
  'date',
  'periods',
  'amount',
  'words',
  'tin',
  'name',
  'address',
  'other-name',
] as const
type CopyReason = (typeof copyReasons)[number]
export type Copy = { kind: CopyKind; because: CopyReason[] }

/**
 * Whether two scans look like the same letter: the same number and date, nothing that contradicts, and enough
 * that agrees. Each spouse gets a copy of a joint letter, so another name at the same address with everything
 * else alike is the spouse's copy. A likeness is only suggested, never acted on: two letters merged by
 * mistake are worse than one too many.
 */
export function compareLetters(a: Compared, b: Compared): Copy | null {
  const because: CopyReason[] = []
  for (const [reason, agree] of agreements(a, b)) {
    if (agree === false) return null
    if (agree) because.push(reason)
  }
  if (!because.includes('number') || !because.includes('date')) return null
  if (!because.includes('words') && !because.includes('amount')) return null
  return copyFrom(a.facts, b.facts, because)
}

/**
 * What of a letter is compared: a value that was hard to read contradicts nothing, since a photo of a letter reads
 * otherwise than its scan. Number and date, by which letters are looked for, stay.
 */
export function factsToCompare(letter: Pick<Letter, 'confirmed' | 'reading'>): LetterFacts {
  const { confirmed, reading } = letter
  const facts = factsOf(letter)
  if (confirmed || !reading || !facts.noticeDate) return facts
  const unsure = factsToCheck(reading, facts.noticeDate).map(({ name }) => name)
  const left = Object.fromEntries(unsure.map((name) => [name, noFacts[name]]))
  return { ...facts, ...left, noticeCode: facts.noticeCode, noticeDate: facts.noticeDate }
}

/** true: both say the same; false: they differ; null: one of them does not say. */
type Agree = boolean | null

function agreements(a: Compared, b: Compared): [CopyReason, Agree][] {
  const [one, other] = [a.facts, b.facts]
  return [
    ['number', same(one.noticeCode, other.noticeCode)],
    ['date', same(one.noticeDate, other.noticeDate)],
    ['periods', same(periodsOf(one), periodsOf(other))],
    ['amount', same(one.amountDue, other.amountDue)],
    ['words', likeWords(a.lines, b.lines)],
  ]
}

function copyFrom(one: LetterFacts, other: LetterFacts, because: CopyReason[]): Copy | null {
  const tin = same(one.tinLast4, other.tinLast4)
  const name = sameName(one.taxpayerName, other.taxpayerName)
  const address = same(plain(one.taxpayerAddress), plain(other.taxpayerAddress))
  if (name !== false && tin !== false && (name || tin)) {
    if (tin) because.push('tin')
    if (name) because.push('name')
    return { kind: 'second-copy', because }
  }
  // Both copies of a joint letter usually go to one address, and each may show either spouse's number.
  if (address && name === false)
    return { kind: 'spouse-copy', because: [...because, 'address', 'other-name'] }
  return null
}

const same = <T extends string>(a: T | null, b: T | null): Agree =>
  a === null || b === null ? null : a === b

const periodsOf = ({ taxPeriods }: LetterFacts): string | null =>
  taxPeriods.length === 0 ? null : [...taxPeriods].sort().join()

const plain = (text: string | null): string | null =>
  text === null
    ? null
    : foldedText([text.replaceAll('\n', ' ')])
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()

/** `JOHN & MARY DOE` and `JOHN DOE` name the same person; `JOHN DOE` and `MARY DOE` do not. */
function sameName(a: string | null, b: string | null): Agree {
  if (a === null || b === null) return null
  const others = namesIn(b).map(plain)
  return namesIn(a).some((name) => others.includes(plain(name)))
}

/**
 * This share of the shorter text's words must appear in the other: two scans of one page misread some words.
 */
const alike = 0.75
/** Boilerplate is the same in every letter of a number, so fewer words than this prove nothing. */
const fewest = 25

function likeWords(a: Compared['lines'], b: Compared['lines']): Agree {
  if (!a || !b) return null
  const [one, other] = [wordsOf(a), wordsOf(b)]
  const least = Math.min(one.size, other.size)
  if (least < fewest) return null
  const shared = [...one].filter((word) => other.has(word)).length
  return shared / least >= alike
}

const wordsOf = (lines: readonly string[]): Set<string> =>
  new Set(foldedText(lines).match(/[\p{L}\p{N}]{4,}/gu) ?? [])
