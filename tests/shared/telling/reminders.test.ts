import { expect, test } from 'vitest'
import { addDays } from '../../../src/shared/deadlines/days.ts'
import { Day } from '../../../src/shared/model/day.ts'
import { factsOf } from '../../../src/shared/model/letter.ts'
import { daysAhead } from '../../../src/shared/telling/days-ahead.ts'
import { remindersOf, type Snoozes } from '../../../src/shared/telling/reminders.ts'
import { law, letterOf } from '../../renderer/memory-api.ts'

/** LT11 of 2 November 2026: the request for a hearing is due on 2 December, a Wednesday, and to be mailed by 27 November. */
const letter = letterOf({}, { noticeCode: 'LT11', noticeDate: Day.parse('2026-11-02') })
const onDay = (today: string, snoozes: Snoozes = {}, of = letter) => {
  const day = Day.parse(today)
  return remindersOf(daysAhead(law, [of], day), day, snoozes)
}
const hearing = (today: string, snoozes?: Snoozes) =>
  onDay(today, snoozes).due.find(({ key }) => key.includes('CDP-1'))

test.each([
  ['2026-11-12', undefined, undefined, undefined],
  ['2026-11-13', 14, 14, '2026-11-20'],
  ['2026-11-14', 13, 14, '2026-11-20'],
  ['2026-11-20', 7, 7, '2026-11-24'],
  ['2026-11-21', 6, 7, '2026-11-24'],
  ['2026-11-24', 3, 3, '2026-11-26'],
  ['2026-11-25', 2, 3, '2026-11-26'],
  ['2026-11-27', 0, 0, null],
  ['2026-11-28', 0, 0, null],
  ['2026-12-02', 0, 0, null],
  ['2026-12-03', undefined, undefined, undefined],
])('on %s: %s days left, step %s, reminds again on %s', (today, daysLeft, step, asksAgain) => {
  const reminder = hearing(today)
  expect(reminder && [reminder.daysLeft, reminder.step, reminder.asksAgain]).toEqual(
    daysLeft === undefined ? undefined : [daysLeft, step, asksAgain],
  )
})

test('a snoozed reminder is separate until its date, and returns on it', () => {
  const key = hearing('2026-11-13')?.key ?? ''
  const snoozes = { [key]: Day.parse('2026-11-20') }
  expect(hearing('2026-11-15', snoozes)).toBeUndefined()
  expect(onDay('2026-11-15', snoozes).putOff.map((each) => each.key)).toContain(key)
  expect(hearing('2026-11-20', snoozes)?.step).toBe(7)
})

test('nothing can be snoozed on the date to send by', () => {
  const key = hearing('2026-12-01')?.key ?? ''
  expect(hearing('2026-12-02', { [key]: Day.parse('2027-01-01') })?.daysLeft).toBe(0)
})

test('a date that moved is a new reminder', () => {
  const key = hearing('2026-11-18')?.key ?? ''
  const moved = letterOf({ id: letter.id }, { noticeCode: 'LT11', noticeDate: Day.parse('2026-11-01') })
  const { due } = onDay('2026-11-18', { [key]: Day.parse('2026-11-25') }, moved)
  expect(due.map((each) => each.key.includes('CDP-1'))).toContain(true)
})

test('the earlier of the printed and the counted date counts', () => {
  const printed = Day.parse('2026-11-27')
  const both = letterOf({}, { ...factsOf(letter), respondByDate: printed })
  const reminder = onDay('2026-11-20', {}, both).due.find(({ key }) => key.includes('CDP-1'))
  expect(reminder).toMatchObject({ differs: true, lastDay: printed })
  expect((reminder?.sendBy ?? '9') <= printed).toBe(true)
})

test('it says that nobody has confirmed the facts, until somebody has', () => {
  expect(hearing('2026-11-25')?.unconfirmed).toBe(true)
  const confirmed = { ...letter, confirmed: factsOf(letter) }
  expect(onDay('2026-11-25', {}, confirmed).due.every((each) => !each.unconfirmed)).toBe(true)
})

test('a letter in the trash asks for nothing', () => {
  expect(onDay('2026-11-25', {}, { ...letter, removed: true })).toEqual({ due: [], putOff: [] })
})

test('on every day from two weeks ahead to the last one, a right reminds or was snoozed', () => {
  for (let day = Day.parse('2026-11-18'); day <= '2026-12-02'; day = addDays(day, 1))
    expect(hearing(day)?.daysLeft).toBeGreaterThanOrEqual(0)
})

test('a letter that was put away reminds of nothing, as its page says that nothing is left to do', () => {
  const events = [{ kind: 'letterDone' as const, day: Day.parse('2026-11-13'), note: '' }]
  expect(onDay('2026-11-20').due.length).toBeGreaterThan(0)
  expect(onDay('2026-11-20', {}, letterOf({ events }, factsOf(letter))).due).toEqual([])
})
