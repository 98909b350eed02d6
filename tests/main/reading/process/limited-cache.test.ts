import { expect, test } from 'vitest'
import { createLimitedCache } from '../../../../src/main/reading/process/limited-cache.ts'

test('what was not used for longest goes first, and the rest stays within the bound', () => {
  const dropped: string[] = []
  const cache = createLimitedCache<string>(10, (value) => dropped.push(value))
  cache.set('a', 'first', 4)
  cache.set('b', 'second', 4)
  expect(cache.get('a')).toBe('first')
  cache.set('c', 'third', 4)
  expect(dropped).toEqual(['second'])
  expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual(['first', undefined, 'third'])
})

test('what is larger than the bound is not kept, and a value that is replaced goes', () => {
  const dropped: string[] = []
  const cache = createLimitedCache<string>(10, (value) => dropped.push(value))
  cache.set('a', 'too large', 11)
  expect(cache.get('a')).toBeUndefined()
  cache.set('b', 'old', 6)
  cache.set('b', 'new', 6)
  cache.delete('b')
  expect(dropped).toEqual(['too large', 'old', 'new'])
})
