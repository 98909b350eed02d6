import { describe, expect, test } from 'vitest'
import { wayTraveled } from '../../../src/renderer/map/way-traveled.ts'
import { lettersTogether, storiesAbout } from '../../../src/shared/letters/letters-together.ts'
import { personsOf } from '../../../src/shared/letters/persons.ts'
import type { CaseEventKind } from '../../../src/shared/model/case-event.ts'
import { LetterId } from '../../../src/shared/model/letter.ts'
import { law } from '../../law.ts'
import { datedLetter, day } from '../law/dated-letter.ts'

const idOf = (index: number) => LetterId.parse(`00000000-0000-4000-8000-00000000000${index}`)
const first = idOf(1)
const second = idOf(2)
const third = idOf(3)

type More = {
  name?: string | null
  periods?: string[]
  tin?: string | null
  events?: Partial<Record<CaseEventKind, string>>
}
function letter(index: number, noticeCode: string, noticeDate: string | null, more: More = {}) {
  const { name = 'SAMPLE Q PERSON', periods = ['2021'], tin = '1234', events = {} } = more
  const base = datedLetter(noticeDate ? { noticeCode, noticeDate } : { noticeCode }, events)
  if (!base.confirmed) throw new Error('not confirmed')
  return {
    ...base,
    id: idOf(index),
    confirmed: { ...base.confirmed, taxpayerName: name, taxPeriods: periods, tinLast4: tin },
  }
}
const story = (letters: ReturnType<typeof letter>[], today = '2026-11-22') =>
  lettersTogether(law, letters, day(today))

test('the newest letter replaces the bills before it, and an undated one is never the newest', () => {
  const [told] = story([
    letter(2, 'CP503', '2026-09-07'),
    letter(1, 'CP14', '2026-06-01'),
    letter(3, 'CP501', null),
  ])
  expect(told).toMatchObject({
    person: 'SAMPLE PERSON',
    taxPeriod: '2021',
    letters: [first, second, third],
    newest: second,
    replaced: [{ letter: first, by: second }],
    rulesNow: null,
  })
})

test('the stories about one letter are all those it is part of', () => {
  const letters = [
    letter(1, 'CP14', '2026-06-01', { periods: ['2020', '2021'] }),
    letter(2, 'CP503', '2026-09-07', { periods: ['2020', '2021'] }),
    letter(3, 'CP501', '2026-07-01', { periods: ['2020'] }),
  ]
  const all = story(letters)
  expect(all).toHaveLength(2)
  expect(storiesAbout(law, letters, day('2026-11-22'), second)).toEqual(all)
  expect(storiesAbout(law, letters, day('2026-11-22'), third)).toEqual(
    all.filter(({ letters: ids }) => ids.includes(third)),
  )
})

test('the earliest open deadline comes first, whichever letter it is on', () => {
  const [told] = story([letter(1, 'LT11', '2026-11-02'), letter(2, 'L3193', '2026-11-16')])
  expect(told?.newest).toBe(second)
  expect(told?.rulesNow).toMatchObject({ letter: first, deadline: { rule: 'CDP-1', sendBy: '2026-11-27' } })
})

test('once that was sent, the next deadline comes first', () => {
  const sent = letter(1, 'LT11', '2026-11-02', { events: { hearingRequestMailed: '2026-11-10' } })
  const [told] = story([sent, letter(2, 'L3193', '2026-11-16')])
  expect(told?.rulesNow).toMatchObject({ letter: second, deadline: { rule: 'CDP-10' } })
})

test('a bill does not replace a notice with rights', () => {
  expect(story([letter(1, 'LT11', '2026-06-01'), letter(2, 'CP504', '2026-09-07')])[0]?.replaced).toEqual([])
})

test('a repeated bill replaces the first, a repeated final notice does not', () => {
  expect(story([letter(1, 'CP71C', '2025-06-02'), letter(2, 'CP71C', '2026-06-01')])[0]?.replaced).toEqual([
    { letter: first, by: second },
  ])
  expect(story([letter(1, 'LT11', '2026-06-01'), letter(2, 'LT11', '2026-09-07')])[0]?.replaced).toEqual([])
})

test('a second levy hearing for the same period is named, one about the lien is another hearing', () => {
  const [told] = story([
    letter(1, 'LT11', '2026-06-01'),
    letter(2, 'L3172', '2026-07-06'),
    letter(3, 'L1058', '2026-11-16'),
  ])
  expect(told?.secondHearing).toEqual([{ letter: third, first }])
})

test.each([
  ['2026-11-10', 1],
  ['2026-12-10', 1],
  ['2026-12-11', 0],
  ['2026-11-09', 0],
])('a letter of %s after a mailing of November 10 crossed it: %i', (date, crossed) => {
  const sent = letter(1, 'LT11', '2026-11-02', { events: { hearingRequestMailed: '2026-11-10' } })
  const [told] = story([sent, letter(2, 'LT16', date)], '2027-01-04')
  expect(told?.crossed).toHaveLength(crossed)
})

test('actions of the IRS cross nothing', () => {
  const sent = letter(1, 'LT11', '2026-11-02', { events: { levyServed: '2026-11-10' } })
  expect(story([sent, letter(2, 'LT16', '2026-11-12')])[0]?.crossed).toEqual([])
})

describe('whose letters they are', () => {
  test('periods and people are kept apart', () => {
    const letters = [
      letter(1, 'CP14', '2026-06-01', { periods: ['2020'] }),
      letter(2, 'CP501', '2026-07-06', { periods: ['2020', '2021'] }),
      letter(3, 'CP503', '2026-09-07', { name: 'OTHER PERSON', periods: ['2020', '2021'] }),
    ]
    expect(story(letters).map(({ person, taxPeriod, letters: ids }) => [person, taxPeriod, ids])).toEqual([
      ['SAMPLE PERSON', '2020', [first, second]],
    ])
  })

  test('a joint letter is in both people’s stories', () => {
    const letters = [
      letter(1, 'CP14', '2026-06-01', { name: 'JOHN & MARY DOE' }),
      letter(2, 'L1058', '2026-09-07', { name: 'John A. Doe' }),
      letter(3, 'L1058', '2026-09-07', { name: 'MARY DOE' }),
    ]
    expect(story(letters).map(({ person, letters: ids }) => [person, ids])).toEqual([
      ['JOHN DOE', [first, second]],
      ['MARY DOE', [first, third]],
    ])
  })

  test('letters that name nobody and no period are one story', () => {
    const blank = { name: null, tin: null, periods: [] }
    expect(
      story([letter(1, 'CP14', '2026-06-01', blank), letter(2, 'CP501', '2026-07-06', blank)]),
    ).toMatchObject([{ person: null, taxPeriod: null }])
  })

  test.each([
    ['JOHN DOE AND MARY ROE', '1234', ['JOHN DOE', 'MARY ROE']],
    ['JOHN DOE\nMARY DOE', null, ['JOHN DOE', 'MARY DOE']],
    ['ANDERSON, INC.', null, ['ANDERSON INC']],
    [null, '9876', ['SAMPLE PERSON']],
    [null, '5555', ['number ending in 5555']],
    [null, null, []],
  ])('%j with %j belongs to %j', (taxpayerName, tinLast4, people) => {
    const others = [{ taxpayerName: 'Sample Q. Person', tinLast4: '9876' }]
    expect(personsOf({ taxpayerName, tinLast4 }, others)).toEqual(people)
  })
})

test('the route so far follows the dates and skips letters without a place', () => {
  const letters = [
    letter(3, 'LT11', '2026-11-02'),
    letter(1, 'CP501', '2026-06-01'),
    letter(2, 'CP503', '2026-07-06'),
    letter(4, 'CP888', '2026-08-03'),
  ]
  expect(wayTraveled(law, letters).map(({ station, letter: id }) => [station, id])).toEqual([
    ['coll-reminders', first],
    ['coll-levy-notice', third],
  ])
})
