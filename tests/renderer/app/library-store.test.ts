import { expect, test } from 'vitest'
import { withNews } from '../../../src/renderer/app/library-store.ts'
import { letterOf } from '../memory-api.ts'

const [a, b, c] = [
  letterOf({ keptAt: '2026-02-03T10:00:00Z' }),
  letterOf({ keptAt: '2026-02-02T10:00:00Z' }),
  letterOf({ keptAt: '2026-02-01T10:00:00Z' }),
]
const nothing = { all: false, letters: [], gone: [] }

test('without news the list is the very same, and so are letters that did not change', () => {
  const letters = [a, b]
  expect(withNews(letters, nothing)).toBe(letters)
  const changed = { ...b, removed: true }
  const [first, second] = withNews(letters, { ...nothing, letters: [changed] })
  expect(first).toBe(a)
  expect(second).toBe(changed)
})

test('a new letter stands by the day on which it was kept, and one that is gone does not stay', () => {
  expect(withNews([a, c], { ...nothing, letters: [b] })).toEqual([a, b, c])
  expect(withNews([a, b, c], { ...nothing, gone: [b.id] })).toEqual([a, c])
})

test('a whole list replaces all', () => {
  expect(withNews([a], { all: true, letters: [b], gone: [] })).toEqual([b])
})
