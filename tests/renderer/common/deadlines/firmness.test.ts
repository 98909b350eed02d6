import { expect, test } from 'vitest'
import { loadLaw } from '../../../../src/main/content/law-files.ts'
import { firmnessOf } from '../../../../src/renderer/common/deadlines/firmness.ts'
import { computeDeadlines } from '../../../../src/shared/deadlines/compute-deadlines.ts'
import { datedLetter, day } from '../../../shared/law/dated-letter.ts'

const law = loadLaw('resources')
const firmness = (facts: Parameters<typeof datedLetter>[0], program: string, confirmed = true) => {
  const letter = datedLetter(facts)
  const reading = { pages: [1], facts: letter.confirmed, evidence: {} }
  const own = confirmed ? letter : { ...letter, confirmed: null, reading: reading as never }
  const found = computeDeadlines(law, own, day('2026-02-10')).find((each) => each.program === program)
  return found && firmnessOf(law, found)
}
const lt11 = { noticeCode: 'LT11', noticeDate: '2026-01-30' }

test('a hearing by law is firm; on facts that nobody confirmed it is an estimate', () => {
  expect(firmness(lt11, 'CDP')).toBe('hard')
  expect(firmness(lt11, 'CDP', false)).toBe('estimated')
})

test('a printed day to pay that belongs to no right is soft', () => {
  expect(
    firmness({ noticeCode: 'CP14', noticeDate: '2026-01-30', respondByDate: '2026-02-20' }, 'other'),
  ).toBe('soft')
})

test('a right under a condition is an estimate; the condition of an equivalent hearing is its own', () => {
  expect(firmness({ noticeCode: 'L2272C', noticeDate: '2026-01-30' }, 'IA-appeal')).toBe('estimated')
  expect(firmness({ noticeCode: 'LT11', noticeDate: '2025-10-01' }, 'EH')).toBe('hard')
})
