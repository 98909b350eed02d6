import { expect, test } from 'vitest'
import { addDays } from '../../../src/shared/deadlines/days.ts'
import { english } from '../../../src/shared/i18n/english.ts'
import { textsIn } from '../../../src/shared/i18n/text-ids.ts'
import type { Law, Notice } from '../../../src/shared/law/law.ts'
import { tell } from '../../../src/shared/telling/tell.ts'
import { day } from '../law/dated-letter.ts'
import { law, letterOf } from './any-letter.ts'

/** The same notice in words that no code can know. */
const unreadable = (notice: Notice): Notice => ({
  ...notice,
  steps: notice.steps.map((step) => ({ ...step, en: `Words of ${step.id}.` })),
  ifLate: [notice.ifLate].flat().map((part) => ({ ...part, en: `Words of ${part.id}.` })),
})
const other: Law = { ...law, notices: law.notices.map(unreadable) }

/** Which texts are said in which order, whatever they say. */
const shapeOf = (of: Law, code: string, days: number) => {
  const from = day('2026-03-02')
  const { nextStep, steps } = tell(of, letterOf(code, from, addDays(from, 30)), addDays(from, days))
  return [nextStep, ...steps].map(({ text, right }) => ({
    right,
    key: 'key' in text ? text.key : null,
    ids: textsIn(text).map(({ id }) => id),
  }))
}

test.each([0, 25, 40, 400])('which step comes next after %i days hangs on no English word', (days) => {
  for (const { code } of law.notices)
    expect({ code, shape: shapeOf(other, code, days) }).toEqual({ code, shape: shapeOf(law, code, days) })
})

const nextOf = (code: string, printed: number, days: number) => {
  const from = day('2026-03-02')
  return english(tell(law, letterOf(code, from, addDays(from, printed)), addDays(from, days)).nextStep.text)
}

test.each([
  [
    'a call is not mailed',
    'L2205',
    'Call the agent named in the letter by the day printed, and set a date. Call today.',
  ],
  [
    'a payment is not an answer',
    'CP521',
    'Pay by the date printed. If you pay by mail, mail it by Monday, March 23, 2026.',
  ],
  [
    'an answer that no step names by the printed day is due all the same',
    'L4380',
    'Answer by the mail-by date: give a real reason, such as a payment plan or hardship. Mail it by Monday, March 23, 2026, so that it arrives on time.',
  ],
])('the next step is done as its act says: %s', (_why, code, words) => {
  expect(nextOf(code, 30, 10)).toBe(words)
})

test('a day printed on a final bill leaves the call as the next step, on that day too', () => {
  for (const days of [0, 15, 20, 21])
    expect(nextOf('CP504', 21, days)).toMatch(/^Call the phone number on the letter today/)
})

test('no call is ever mailed, and nothing is faxed to the Tax Court', () => {
  for (const { code } of law.notices)
    for (const days of [0, 27, 29, 30])
      for (const printed of [30, 34]) {
        const next = nextOf(code, printed, days)
        expect({ code, next }).not.toMatchObject({
          next: expect.stringMatching(/^Call [^.]*\. (?:Mail|Send) it/),
        })
        if (/petition/.test(next))
          expect({ code, next }).not.toMatchObject({ next: expect.stringMatching(/\bfax\b/) })
      }
})
