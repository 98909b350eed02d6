import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countDays } from '../../../src/shared/deadlines/count-days.ts'
import { addDays, daysBetween, isWeekend } from '../../../src/shared/deadlines/days.ts'
import { isPostOpen, mailDayOf, safeDay, sendingOn, sendsBy } from '../../../src/shared/deadlines/send-by.ts'
import { sendWords } from '../../../src/shared/deadlines/send-words.ts'
import { english } from '../../../src/shared/i18n/english.ts'
import { getRule } from '../../../src/shared/law/law.ts'
import { law } from '../../law.ts'
import { day } from '../law/dated-letter.ts'

/** The request of a rule whose last day is known, on a day. */
function sent(rule: string, lastDay: string, today: string) {
  const by = sendsBy(getRule(law, rule))
  const last = day(lastDay)
  const sending = sendingOn(law, { by, safe: safeDay(law, by, last), lastDay: last, today: day(today) })
  const daysLeft = daysBetween(day(today), last)
  const words = sendWords({ ...sending, program: 'other', lastDay: last, daysLeft })
  return { ...sending, mailBy: mailDayOf(law, sending, last), words: words && english(words) }
}

test.each([
  ['three business days before a Wednesday', 'CDP-1', '2026-12-09', '2026-11-30', '2026-12-04'],
  ['over Thanksgiving', 'CDP-1', '2026-11-30', '2026-11-12', '2026-11-24'],
  ['before the Tuesday after Martin Luther King Day', 'CDP-5', '2027-01-19', '2026-12-01', '2027-01-13'],
  ['before a Sunday that the law does not move', 'CAP-F4', '2026-12-13', '2026-12-01', '2026-12-09'],
  ['seven business days where it must arrive', 'EXAM-30', '2026-12-23', '2026-11-30', '2026-12-14'],
  ['seven where no source says what counts', 'MATH-60', '2026-12-23', '2026-11-30', '2026-12-14'],
])('%s: %s by %s, on %s, is mailed by %s', (_, rule, lastDay, today, mailBy) => {
  expect(sent(rule, lastDay, today)).toMatchObject({ sendBy: mailBy, mailBy })
})

test.each([
  ['2026-12-07', 'counterToday', '2026-12-07', /today/],
  ['2026-12-06', 'counterOn', '2026-12-07', /closed today\. Mail it tomorrow, Monday, December 7, 2026:/],
  ['2026-12-09', 'counterLastDay', '2026-12-09', /Today is the last day: .*hand-stamped postmark/],
])('the margin is used up on %s: %s', (today, how, mailBy, words) => {
  const told = sent('CDP-1', '2026-12-09', today)
  expect(told).toMatchObject({ how, mailBy })
  expect(told.words).toMatch(words)
})

test('a Sunday before a Monday that is the last day says so, and names a way for today', () => {
  const told = sent('CDP-1', '2026-12-14', '2026-12-13')
  expect(told).toMatchObject({ how: 'counterOnLastDay', mailBy: '2026-12-14' })
  expect(told.words).toMatch(/that is the last day.*upload or fax it today/)
})

test('where no post office opens in time, nothing is mailed', () => {
  expect(sent('CAP-F4', '2026-12-13', '2026-12-13')).toMatchObject({ how: 'upload', mailBy: null })
})

test('what must arrive is faxed once the mail may be too late, and only mailed as well before the last day', () => {
  expect(sent('EXAM-30', '2026-12-23', '2026-12-15')).toMatchObject({ how: 'fax', mailBy: '2026-12-15' })
  expect(sent('EXAM-30', '2026-12-23', '2026-12-23')).toMatchObject({ how: 'fax', mailBy: null })
})

test('a phone rule says today, and nothing is mailed', () => {
  expect(sent('IA-CALL', '2026-12-23', '2026-12-15')).toMatchObject({
    sendBy: '2026-12-15',
    mailBy: null,
    words: 'Call today.',
  })
})

describe('for every rule, every start, and every day until its last', () => {
  const rules = law.rules.filter(({ count, actor }) => count && actor === 'taxpayer')
  const cases = fc
    .record({
      rule: fc.constantFrom(...rules),
      start: fc.integer({ min: 0, max: 365 * 12 }).map((days) => addDays(day('2022-01-01'), days)),
      before: fc.integer({ min: 0, max: 60 }),
    })
    .map(({ rule, start, before }) => {
      const { lastDay, sendBy } = countDays(law, rule, start)
      const today = addDays(lastDay, -before)
      const by = sendsBy(rule)
      const sending = sendingOn(law, { by, safe: sendBy ?? lastDay, lastDay, today })
      return { rule, start, lastDay, today, sending, mailBy: mailDayOf(law, sending, lastDay) }
    })

  test('the mail-by day is not past, not after the last day, and a day with an open post office', () => {
    fc.assert(
      fc.property(cases, ({ lastDay, today, sending, mailBy }) => {
        expect(sending.sendBy >= today && sending.sendBy <= lastDay).toBe(true)
        if (mailBy) expect(mailBy >= today && mailBy <= lastDay && isPostOpen(law, mailBy)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('it is the last day only where the words say so', () => {
    fc.assert(
      fc.property(cases, ({ rule, lastDay, sending, mailBy }) => {
        if (mailBy !== lastDay) return
        expect([rule.id, sending.how]).toEqual([rule.id, expect.stringMatching(/LastDay$/)])
        expect(
          english(sendWords({ ...sending, program: 'other', lastDay, daysLeft: null }) ?? { verbatim: '' }),
        ).toMatch(/last day/)
      }),
      { numRuns: 2000 },
    )
  })

  test('as long as it says by when, the margin is whole', () => {
    const wanted = { mail: 3, mailToArrive: 7, court: 7, online: 3 } as Record<string, number>
    const businessDays = (from: string, to: string) => {
      let count = 0
      for (let each = day(from); each < to; each = addDays(each, 1))
        if (!isWeekend(each) && isPostOpen(law, each)) count += 1
      return count
    }
    fc.assert(
      fc.property(cases, ({ start, lastDay, today, sending }) => {
        const margin = wanted[sending.how]
        // Before its first day a short time can only be planned; from that day on the words say that it is short.
        const isOnlyPlanned = sending.sendBy > today && lastDay <= addDays(start, 14)
        if (margin && !isOnlyPlanned)
          expect(businessDays(sending.sendBy, lastDay)).toBeGreaterThanOrEqual(margin)
      }),
      { numRuns: 2000 },
    )
  })
})

test('each way of sending has one margin with a source', () => {
  const margins = law.rules.flatMap(({ margin }) => margin ?? [])
  expect(margins.map(({ of }) => of).sort()).toEqual(['arrival', 'call', 'court', 'do', 'online', 'postmark'])
})
