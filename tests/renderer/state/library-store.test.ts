import { expect, test } from 'vitest'
import { settledLetters, withNews } from '../../../src/renderer/state/letter-lists.ts'
import { letterOf } from '../memory-api.ts'

const [a, b, c] = [
  letterOf({ keptAt: '2026-02-03T10:00:00Z' }),
  letterOf({ keptAt: '2026-02-02T10:00:00Z' }),
  letterOf({ keptAt: '2026-02-01T10:00:00Z' }),
]
const nothing = { all: false, letters: [], gone: [] }

test('without news the list and its unchanged letters stay the same objects', () => {
  const letters = [a, b]
  expect(withNews(letters, nothing)).toBe(letters)
  const changed = { ...b, removed: true }
  const [first, second] = withNews(letters, { ...nothing, letters: [changed] })
  expect(first).toBe(a)
  expect(second).toBe(changed)
})

test('new letters are sorted by the day they were added, and deleted ones leave the list', () => {
  expect(withNews([a, c], { ...nothing, letters: [b] })).toEqual([a, b, c])
  expect(withNews([a, b, c], { ...nothing, gone: [b.id] })).toEqual([a, c])
})

test('a complete list replaces the old one', () => {
  expect(withNews([a], { all: true, letters: [b], gone: [] })).toEqual([b])
})

test('the same letters sent again stay the same objects', () => {
  const letters = [a, b]
  expect(withNews(letters, { all: true, letters: structuredClone(letters), gone: [] })).toBe(letters)
})

test('progress of a reading is not news for the settled list, but its end is', () => {
  const waiting = { ...b, status: { kind: 'waiting' as const } }
  const reading = { ...b, status: { kind: 'reading' as const, page: 2, of: 3 } }
  const before = [a, waiting]
  expect(settledLetters(before, [a, reading])).toBe(before)
  expect(settledLetters(before, [a, b])).toEqual([a, b])
  expect(settledLetters(before, [a, { ...reading, removed: true }])).not.toBe(before)
})
