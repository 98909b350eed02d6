import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../../src/shared/deadlines/days.ts'
import { english } from '../../../src/shared/i18n/english.ts'
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

const grid = [0, 1, 20, 29, 30, 31, 45, 61, 91, 200, 365, 366, 372, 400, 731, 1095]

test('every notice has a telling with a step on a grid of days, and without any date', () => {
  for (const { code } of law.notices)
    for (const after of grid) {
      const today = addDays(day('2026-11-12'), after)
      const each = { code, today, letter: letterOf(code, day('2026-11-12')) }
      for (const holds of Object.values(properties)) holds(told(each), each)
      expect(told({ ...each, letter: letterOf(code, null) }).steps.length).toBeGreaterThan(0)
    }
})

test('no step says again what another step said', () => {
  for (const { code } of law.notices)
    for (const after of grid) {
      const letter = letterOf(code, day('2026-11-12'))
      const said = told({ letter, today: addDays(day('2026-11-12'), after) }).steps.map(({ text }) => {
        const step = english(text)
        return { step, words: new Set(step.toLowerCase().match(/[a-z0-9]{3,}/g)) }
      })
      for (const [nth, one] of said.entries())
        for (const other of said.slice(nth + 1)) {
          const least = Math.min(one.words.size, other.words.size)
          const shared = [...one.words].filter((word) => other.words.has(word)).length
          if (least >= 9 && shared / least > 0.6) expect.fail(`${code}: ${one.step} / ${other.step}`)
        }
    }
})
