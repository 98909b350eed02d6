import { expect, test } from 'vitest'
import { clockDoubtOf, type KnownTime } from '../../../src/shared/deadlines/clock-doubt.ts'
import { Day } from '../../../src/shared/model/day.ts'

const newest = '2026-11-22T12:00:00.000Z'
const none: KnownTime = { newest, confirmed: null, doubted: null }
const kindOn = (today: string, now: string, kept: KnownTime = none) =>
  clockDoubtOf({ today: Day.parse(today), now }, kept)?.kind ?? null

test.each([
  ['the same moment', '2026-11-22', newest, null],
  ['a clock put right by some minutes', '2026-11-22', '2026-11-22T11:10:00.000Z', null],
  ['a clock set back by two hours', '2026-11-22', '2026-11-22T10:00:00.000Z', 'earlier'],
  ['a time zone where it is still the day before', '2026-11-21', '2026-11-22T12:01:00.000Z', null],
  ['the calendar day two days back', '2026-11-20', '2026-11-22T12:01:00.000Z', 'earlier'],
  ['a year later to the day', '2027-11-22', '2027-11-22T09:00:00.000Z', null],
  ['a year and a day later', '2027-11-23', '2027-11-23T09:00:00.000Z', 'longAfter'],
])('%s', (_name, today, now, kind) => {
  expect(kindOn(today, now)).toBe(kind)
})

test('an empty library has nothing to compare with', () => {
  expect(kindOn('1999-01-01', '1999-01-01T00:00:00.000Z', { ...none, newest: null })).toBeNull()
})

test('a confirmed date replaces the record it was compared with, and no other', () => {
  const confirmed = { day: Day.parse('2024-05-01'), newest }
  expect(kindOn('2024-05-02', '2024-05-02T08:00:00.000Z', { ...none, confirmed })).toBeNull()
  expect(kindOn('2024-04-20', '2024-04-20T08:00:00.000Z', { ...none, confirmed })).toBe('earlier')
  const other = { ...confirmed, newest: '2026-10-01T12:00:00.000Z' }
  expect(kindOn('2024-05-02', '2024-05-02T08:00:00.000Z', { ...none, confirmed: other })).toBe('earlier')
})

test('records stored during a doubt do not end it', () => {
  const kept = { ...none, newest: '2031-01-05T12:00:00.000Z', doubted: newest }
  expect(kindOn('2031-01-06', '2031-01-06T12:00:00.000Z', kept)).toBe('longAfter')
})
