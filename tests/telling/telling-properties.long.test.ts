import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../src/shared/deadlines/days.ts'
import { day } from '../shared/law/dated-letter.ts'
import { anyCase, law, letterOf, told } from '../shared/telling/any-letter.ts'
import { properties } from '../shared/telling/properties.ts'

test.each(Object.entries(properties))('in thousands of cases: %s', (_name, holds) => {
  fc.assert(
    fc.property(anyCase, (each) => holds(told(each), each)),
    { numRuns: 3000 },
  )
})

/** Every day of each notice with `--mode whole`; else days that lie apart by a number that meets every weekday. */
const apart = import.meta.env.MODE === 'whole' ? 1 : 13

test.each(law.notices.map(({ code }) => code))(
  '%s on the days from that of the letter to three years later',
  (code) => {
    let count = 0
    for (let after = 0; after <= 3 * 365; after += apart) {
      const today = addDays(day('2026-11-12'), after)
      const each = { code, today, letter: letterOf(code, day('2026-11-12')) }
      const telling = told(each)
      for (const holds of Object.values(properties)) holds(telling, each)
      count += 1
    }
    expect(count).toBeGreaterThan(80)
  },
)
