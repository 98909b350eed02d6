import { expect, test } from 'vitest'
import { computeDeadlines } from '../../../src/shared/deadlines/compute-deadlines.ts'
import { deadlinesOf } from '../../../src/shared/deadlines/deadlines-of.ts'
import { law } from '../../law.ts'
import { day, sampleLetter } from '../appeals/sample-letter.ts'

const today = day('2026-03-12')

test('a letter’s deadlines are computed once, and again for another letter, another day, other rules', () => {
  const letter = sampleLetter()
  const first = deadlinesOf(law, letter, today)
  expect(first).toEqual(computeDeadlines(law, letter, today))
  expect(deadlinesOf(law, letter, today)).toBe(first)

  const later = day('2027-03-12')
  expect(deadlinesOf(law, letter, later)).toEqual(computeDeadlines(law, letter, later))
  expect(deadlinesOf(law, letter, later)).not.toEqual(first)

  const other = { ...law, rules: law.rules.map((rule) => ({ ...rule, citation: { id: '', en: 'another' } })) }
  expect(deadlinesOf(other, letter, today)).toEqual(computeDeadlines(other, letter, today))

  const changed = { ...letter, confirmed: null }
  expect(deadlinesOf(law, changed, today)).toEqual(computeDeadlines(law, changed, today))
})
