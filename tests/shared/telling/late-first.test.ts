import { expect, test } from 'vitest'
import { addDays } from '../../../src/shared/deadlines/days.ts'
import { lasting } from '../../../src/shared/deadlines/near-day.ts'
import { english } from '../../../src/shared/i18n/english.ts'
import { loggedKinds } from '../../../src/shared/model/case-event.ts'
import type { Day } from '../../../src/shared/model/day.ts'
import { situations } from '../../../src/shared/model/special.ts'
import { daysAhead } from '../../../src/shared/telling/days-ahead.ts'
import { tell } from '../../../src/shared/telling/tell.ts'
import { letterOf as keptLetter } from '../../renderer/memory-api.ts'
import { day } from '../law/dated-letter.ts'
import { law, letterOf } from './any-letter.ts'

const whenOf = (code: string, dated: string, today: string) => {
  const { when } = tell(law, letterOf(code, day(dated)), day(today))
  return when && english(when.text)
}

test('a late letter says first which deadline has passed, then what is left, and days left of what', () => {
  expect(whenOf('CP77', '2026-08-07', '2026-11-22')).toBe(
    'The deadline for the hearing has passed: it was September 8, 2026. Not final yet: a special situation could still extend it or excuse being late. You can still ask for an equivalent hearing. Mail it by Wednesday, August 4, 2027. The last day is Monday, August 9, 2027: 260 days left. A right ends with that day.',
  )
})

test('of every letter that is late, with another day ahead or not, the first words say that a day has passed', () => {
  for (const { code } of law.notices)
    for (const after of [31, 61, 95, 200, 380]) {
      const { state, when } = tell(law, letterOf(code, day('2026-08-03')), addDays(day('2026-08-03'), after))
      if (when && (state === 'lateNextOpen' || state === 'allOver'))
        expect([code, after, english(when.text)]).toEqual([
          code,
          after,
          expect.stringMatching(/^[^.]* has passed/),
        ])
    }
})

test('once everything was asked and nothing helps, that it has passed is said as final', () => {
  const no = { says: 'no' as const, from: null, to: null, note: '' }
  const special = Object.fromEntries(situations.map((each) => [each, no]))
  const { when } = tell(law, { ...letterOf('CP77', day('2026-08-07')), special }, day('2026-11-22'))
  expect(when && english(when.text)).toMatch(/September 8, 2026\. You can still/)
})

test('while nobody has checked the letter, that the deadline has passed is said with an if', () => {
  const { confirmed, ...rest } = letterOf('CP77', day('2026-08-07'))
  const letter = { ...rest, confirmed: null, reading: { pages: [1], facts: confirmed, evidence: {} } }
  const { when } = tell(law, letter, day('2026-11-22'))
  expect(when && english(when.text)).toMatch(
    /^If we read the letter right, the deadline for the hearing has passed: it was September 8, 2026\. You can still/,
  )
})

test('today and tomorrow are said beside their dates, in the step and above it', () => {
  expect(whenOf('LT11', '2026-10-28', '2026-11-22')).toMatch(
    /^Mail it by tomorrow, Monday, November 23, 2026\. The last day is Friday, November 27, 2026: 5 days left\./,
  )
  expect(whenOf('LT11', '2026-10-28', '2026-11-23')).toMatch(/^Mail it by today, Monday, November 23, 2026\./)
  expect(whenOf('LT11', '2026-10-28', '2026-11-26')).toMatch(/tomorrow, Friday, November 27, 2026/)
  const { nextStep } = tell(law, letterOf('LT11', day('2026-10-28')), day('2026-11-22'))
  expect(english(nextStep.text)).toMatch(/Mail it by tomorrow, Monday, November 23, 2026\.$/)
})

test('what is read on another day, on paper or in a calendar, names the date alone', () => {
  const told = lasting(tell(law, letterOf('LT11', day('2026-10-28')), day('2026-11-22')))
  expect(JSON.stringify(told.sentences.map(({ text }) => english(text)))).not.toMatch(/tomorrow|today/)
  expect(english(told.nextStep.text)).toMatch(/Mail it by Monday, November 23, 2026\.$/)
  const letter = keptLetter({}, { noticeCode: 'LT11', noticeDate: day('2026-10-28') })
  const [first] = daysAhead(law, [letter], day('2026-11-22'))
  expect(first && english(first.send)).toBe('Mail it by Monday, November 23, 2026.')
})

test('every step with a way to send it is something to do, not the name of a right', () => {
  const dated: Day = day('2026-08-03')
  const wrong = new Set<string>()
  for (const { code } of law.notices)
    for (const kind of [null, ...loggedKinds])
      for (const after of [0, 8, 29, 45]) {
        const events = kind ? [{ kind, day: addDays(dated, Math.max(0, after - 1)), note: '' }] : []
        const { nextStep } = tell(law, letterOf(code, dated, null, events), addDays(dated, after))
        const step = english(nextStep.text)
        if (JSON.stringify(nextStep.text).includes('telling.left.step') && !isAct.test(step)) wrong.add(step)
      }
  expect([...wrong]).toEqual([])
})

const isAct = /^(?:Talk|Begin|Ask|Send|Tell|Appeal|Buy|Claim|File|Nobody called: send) /
