import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../src/shared/deadlines/days.ts'
import { lasting } from '../../src/shared/deadlines/near-day.ts'
import { english } from '../../src/shared/i18n/english.ts'
import { day } from '../shared/law/dated-letter.ts'
import { letterOf } from '../shared/telling/any-letter.ts'
import { anyKept, keptLetter } from './any-kept-letter.ts'
import { sheetsOf } from './papers.ts'
import { daysIn, holdTogether } from './surfaces.ts'

const today = day('2026-11-30')

/** A sample; surfaces-agree.long.test.ts takes thousands, and whole packets. */
test('two surfaces never disagree: list, reminders, calendar, map, and command line', () => {
  fc.assert(
    fc.property(anyKept, (each) => {
      holdTogether(each)
    }),
    { numRuns: 250 },
  )
})

test('nor beside a newer letter that takes the place of an older one', () => {
  const older = keptLetter(letterOf('CP14', day('2026-08-03')))
  const newer = keptLetter(letterOf('CP501', day('2026-10-05')))
  const facts = { taxpayerName: 'ROSA MUÑOZ', taxPeriods: ['2022'] }
  const named = (letter: typeof older) => ({
    ...letter,
    confirmed: letter.confirmed && { ...letter.confirmed, ...facts },
  })
  const [first, second] = [named(older), named(newer)]
  expect(holdTogether({ letter: first, today }, [second]).state).toBe('replaced')
  expect(holdTogether({ letter: second, today }, [first]).state).not.toBe('replaced')
})

test.each([
  ['LT11', 21],
  ['CP504', 10],
  ['CP523', 14],
  ['CP90', 100],
  ['CP77', 411],
  ['CP2000', 20],
])('the sheets of %s after %s days say its next step and its last day', async (code, after) => {
  const letter = keptLetter(letterOf(code, addDays(today, -after)))
  const telling = holdTogether({ letter, today })
  const { call, summary, fridge } = await sheetsOf(letter, [letter], today)
  // A paper is read on another day: it names the date without `tomorrow`.
  const next = english(lasting(telling.nextStep.text))
  expect(call).toContain(next)
  expect(summary).toContain(next)
  for (const { until, text, deadline } of telling.left)
    if (until && !deadline.aside) expect(summary).toContain(english(text))
  if (telling.lastDay && telling.mailBy) expect(daysIn(fridge, telling.lastDay)).toBe(true)
})
