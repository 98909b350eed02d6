import type { Output } from '../../shared/contract/contract.ts'
import type { Letter } from '../../shared/model/letter.ts'
import { isEqual } from './is-equal.ts'

type News = Pick<Output<'letters:since'>, 'all' | 'letters' | 'gone'>

/**
 * Applies an update from the core. Unchanged letters keep their identity, and a list without changes is returned as is,
 * so that selectors and memos keep working.
 */
export function withNews(letters: Letter[], { all, letters: news, gone }: News): Letter[] {
  if (!all && news.length === 0 && gone.length === 0) return letters
  const now = all ? news : merged(letters, news, gone)
  return sharing(letters, now, isEqual)
}

function merged(letters: Letter[], news: Letter[], gone: readonly string[]): Letter[] {
  const newById = new Map(news.map((letter) => [letter.id, letter]))
  const dropped = new Set<string>(gone)
  const present = letters.flatMap((letter) => {
    const now = newById.get(letter.id) ?? letter
    newById.delete(letter.id)
    return dropped.has(letter.id) ? [] : [now]
  })
  if (newById.size === 0) return present
  return [...present, ...newById.values()].sort((a, b) => b.keptAt.localeCompare(a.keptAt))
}

/**
 * Keeps the `before` version of each letter whose only change is its reading progress. Everything derived from all
 * letters (deadlines, cases, the map) uses this list, so it is not recomputed for every page that is read.
 */
export const settledLetters = (before: Letter[], now: Letter[]): Letter[] =>
  sharing(before, now, isSameButProgress)

function isSameButProgress(before: Letter, now: Letter): boolean {
  if (!isBeingRead(before) || !isBeingRead(now)) return false
  return isEqual({ ...before, status: now.status }, now)
}

const isBeingRead = ({ status }: Letter): boolean => status.kind === 'waiting' || status.kind === 'reading'

/** `now`, reusing the objects of `before` wherever `isSame` says so. */
function sharing(before: Letter[], now: Letter[], isSame: (one: Letter, other: Letter) => boolean): Letter[] {
  const old = letterById(before)
  const shared = now.map((letter) => {
    const earlier = old.get(letter.id)
    return earlier && (earlier === letter || isSame(earlier, letter)) ? earlier : letter
  })
  const isSameList = shared.length === before.length && shared.every((letter, at) => letter === before[at])
  return isSameList ? before : shared
}

const indexes = new WeakMap<Letter[], Map<string, Letter>>()

/** The letters by id; built once per list. */
export function letterById(letters: Letter[]): Map<string, Letter> {
  const known = indexes.get(letters)
  if (known) return known
  const index = new Map(letters.map((letter) => [letter.id as string, letter]))
  indexes.set(letters, index)
  return index
}
