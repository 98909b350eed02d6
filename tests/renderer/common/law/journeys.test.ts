import { expect, test } from 'vitest'
import { journeysFrom } from '../../../../src/renderer/common/law/journeys.tsx'
import { law } from '../../../law.ts'

test('from the final notice on, the shortest route first', () => {
  const journeys = journeysFrom(law, 'coll-levy-notice')
  expect(journeys.map(({ id }) => id)).toContain('levy-fought')
  const ignored = journeys.find(({ id }) => id === 'bill-ignored')
  expect(ignored?.onward.map(({ id }) => id)).toEqual(['coll-levy', 'coll-release'])
  const lengths = journeys.map(({ onward }) => onward.length)
  expect(lengths).toEqual([...lengths].sort((a, b) => a - b))
})

test('a journey that ends or does not pass here is not shown', () => {
  expect(journeysFrom(law, 'coll-release').every(({ id }) => id !== 'bill-ignored')).toBe(true)
  expect(journeysFrom(law, 'no-such-stop')).toEqual([])
})
