import fc from 'fast-check'
import { expect, test } from 'vitest'
import { opensAppeal } from '../../src/shared/appeals/checklist.ts'
import { addDays } from '../../src/shared/deadlines/days.ts'
import { lasting } from '../../src/shared/deadlines/near-day.ts'
import { english } from '../../src/shared/i18n/english.ts'
import { law } from '../law.ts'
import { sampleLetter } from '../shared/appeals/sample-letter.ts'
import { day } from '../shared/law/dated-letter.ts'
import { letterOf } from '../shared/telling/any-letter.ts'
import { anyKept, keptLetter } from './any-kept-letter.ts'
import { packetPages, sheetsOf } from './papers.ts'
import { daysIn, holdTogether } from './surfaces.ts'

const whole = import.meta.env.MODE === 'whole'
const today = day('2026-11-30')

test('in thousands of cases no two surfaces disagree', () => {
  fc.assert(
    fc.property(anyKept, (each) => {
      holdTogether(each)
    }),
    { numRuns: whole ? 20_000 : 3000 },
  )
})

test('the sheets of any letter on any day say its next step', async () => {
  await fc.assert(
    fc.asyncProperty(anyKept, async ({ letter, today }) => {
      const next = english(lasting(holdTogether({ letter, today }).nextStep.text))
      if (letter.removed) return
      const { call, summary } = await sheetsOf(letter, [letter], today)
      expect(call).toContain(next)
      expect(summary).toContain(next)
    }),
    { numRuns: whole ? 1000 : 60 },
  )
})

test('the last day of the equivalent hearing is on every sheet of a letter whose hearing is open', async () => {
  const codes = law.notices.filter(({ isCdpNotice }) => isCdpNotice).map(({ code }) => code)
  expect(codes.length).toBeGreaterThan(10)
  for (const code of codes) {
    const from = addDays(today, -10)
    const letter = keptLetter(letterOf(code, from, addDays(from, 30)))
    const { left } = holdTogether({ letter, today })
    const other = left.find(({ program, state }) => program === 'EH' && state === 'later')
    if (!other?.until) continue
    for (const [name, text] of Object.entries(await sheetsOf(letter, [letter], today)))
      expect([code, name, daysIn(text, other.until)]).toEqual([code, name, true])
  }
})

const { answers } = sampleLetter()
const withForm = law.notices.filter(({ code }) => opensAppeal(law, letterOf(code, null)))

test.each(withForm.map(({ code }) => code))(
  'the packet of %s says the next step, and its papers keep to one and two pages',
  async (code) => {
    for (const after of whole ? [0, 10, 29, 30, 45, 100, 364, 366, 411, 900] : [10, 411]) {
      const from = addDays(today, -after)
      // With every question answered: what is missing takes room of its own.
      const letter = { ...keptLetter(letterOf(code, from, addDays(from, 30))), answers }
      const { nextStep, left } = holdTogether({ letter, today })
      const { instructions, kept, own } = await packetPages(letter, today)
      expect(instructions).toContain(english(lasting(nextStep.text)))
      expect([code, after, own]).toEqual([code, after, 3])
      const equivalent = left.find(({ program, state }) => program === 'EH' && state === 'later')
      if (!equivalent?.until) continue
      expect(daysIn(instructions, equivalent.until)).toBe(true)
      expect(daysIn(kept, equivalent.until)).toBe(true)
    }
  },
)
