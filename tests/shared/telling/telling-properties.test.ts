import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../../src/shared/deadlines/days.ts'
import { day } from '../law/dated-letter.ts'
import { anyCase, law, letterOf, told } from './any-letter.ts'
import { properties } from './properties.ts'

/** A sample; telling-properties.long.test.ts tries every day of every notice. */
test.each(Object.entries(properties))('%s', (_name, holds) => {
  fc.assert(
    fc.property(anyCase, (each) => holds(told(each), each)),
    { numRuns: 1500 },
  )
})

test('every notice has a telling with a step on a grid of days, and without any date', () => {
  const days = [0, 1, 20, 29, 30, 31, 45, 61, 91, 200, 365, 366, 372, 400, 731, 1095]
  for (const { code } of law.notices)
    for (const after of days) {
      const today = addDays(day('2026-11-12'), after)
      const each = { code, today, letter: letterOf(code, day('2026-11-12')) }
      for (const holds of Object.values(properties)) holds(told(each), each)
      expect(told({ ...each, letter: letterOf(code, null) }).steps.length).toBeGreaterThan(0)
    }
})
