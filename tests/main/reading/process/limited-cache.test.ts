import { expect, test } from 'vitest'
import { createLimitedCache } from '../../../../src/main/reading/process/limited-cache.ts'

test('the least recently used entry is dropped first, and the rest stays within the limit', () => {
  const dropped: string[] = []
  const cache = createLimitedCache<string>(10, (value) => dropped.push(value))
  cache.set('a', 'first', 4)
  cache.set('b', 'second', 4)
  expect(cache.get('a')).toBe('first')
  cache.set('c', 'third', 4)
  expect(dropped).toEqual(['second'])
  expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual(['first', undefined, 'third'])
})

test('an entry larger than the limit is not stored, and a replaced value is dropped', () => {
  const dropped: string[] = []
  const cache = createLimitedCache<string>(10, (value) => dropped.push(value))
  cache.set('a', 'too large', 11)
  expect(cache.get('a')).toBeUndefined()
  cache.set('b', 'old', 6)
  cache.set('b', 'new', 6)
  cache.delete('b')
  expect(dropped).toEqual(['too large', 'old', 'new'])
})
