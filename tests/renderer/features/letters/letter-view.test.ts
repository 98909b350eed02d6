import { expect, test } from 'vitest'
import { filterChoices, filterLetters } from '../../../../src/renderer/features/letters/letter-filter.ts'
import { listLettersByView } from '../../../../src/renderer/features/letters/letter-view.ts'
import { letterViews } from '../../../../src/renderer/state/route.ts'
import { noAnswers } from '../../../../src/shared/model/appeal.ts'
import type { CaseEvent, LoggedKind } from '../../../../src/shared/model/case-event.ts'
import { Letter, type LetterFacts, noFacts } from '../../../../src/shared/model/letter.ts'
import { law } from '../../../law.ts'
import { day } from '../../../shared/law/dated-letter.ts'

const today = day('2026-02-10')
let last = 0

function letter(facts: Partial<LetterFacts>, part: Partial<Letter> = {}): Letter {
  last += 1
  const all = { ...noFacts, taxpayerName: 'ALMA EXAMPLE', ...facts }
  return Letter.parse({
    id: `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`,
    fileName: `${last}.pdf`,
    keptAt: '2026-02-09T10:00:00Z',
    pages: [1],
    status: { kind: 'read' },
    isIrs: true,
    reading: null,
    confirmed: all,
    events: [],
    answers: noAnswers,
    removed: false,
    ...part,
  })
}
const did = (kind: LoggedKind, on = '2026-02-09'): CaseEvent => ({ kind, day: day(on), note: '' })
const lt11 = { noticeCode: 'LT11', noticeDate: day('2026-01-30') }

/** `view why` of one letter, among others if there are some. */
function placeOf(one: Letter, others: Letter[] = [], on = today): string {
  const byView = listLettersByView(law, [one, ...others], on)
  const found = letterViews.flatMap((view) => byView[view]).filter(({ letter: { id } }) => id === one.id)
  expect(found).toHaveLength(1)
  return `${found[0]?.view} ${found[0]?.why}`
}

const unread = { reading: null, confirmed: null }
test.each<[string, Letter, string]>([
  ['one that waits to be read', letter({}, { ...unread, status: { kind: 'waiting' } }), 'doNow reading'],
  ['one with facts to check', letter({}, { confirmed: null }), 'doNow check'],
  [
    'one that failed',
    letter({}, { ...unread, status: { kind: 'failed', code: 'scan.damaged' } }),
    'unread failed',
  ],
  [
    'one that failed and was typed by hand',
    letter(lt11, { status: { kind: 'failed', code: 'scan.damaged' } }),
    'doNow date',
  ],
  ['a final notice with its days ahead', letter(lt11), 'doNow date'],
  ['a hearing asked for in time', letter(lt11, { events: [did('hearingRequestMailed')] }), 'waiting sent'],
  ['an unrelated call', letter(lt11, { events: [did('phoneCall')] }), 'doNow date'],
  ['a debt that was paid', letter(lt11, { events: [did('debtPaid')] }), 'done paid'],
  ['one that the person put away', letter(lt11, { events: [did('letterDone')] }), 'done closed'],
  [
    'a yes under a number for yes and no',
    letter({ noticeCode: 'L4711', noticeDate: day('2026-01-30') }, { events: [did('requestGranted')] }),
    'done granted',
  ],
  [
    'a no under it',
    letter({ noticeCode: 'L4711', noticeDate: day('2026-01-30') }, { events: [did('requestRefused')] }),
    'doNow noDate',
  ],
  ['one whose number is not known', letter({}), 'doNow noDate'],
])('%s', (_, one, place) => {
  expect(placeOf(one)).toBe(place)
})

test('a late hearing request counts as sent, although the hearing was missed', () => {
  const one = letter(lt11, { events: [did('hearingRequestMailed', '2026-04-01')] })
  expect(placeOf(one, [], day('2026-04-02'))).toBe('waiting sent')
})

test('a letter whose deadlines have all passed is late, with nothing ahead', () => {
  expect(placeOf(letter(lt11), [], day('2028-06-01'))).toBe('doNow late')
})

test('a reminder replaced by a newer one is done, unless one of its rights is still open', () => {
  const same = { taxPeriods: ['2022'], tinLast4: '1234' }
  const first = letter({ noticeCode: 'CP14', noticeDate: day('2025-10-01'), ...same })
  const newer = letter({ noticeCode: 'CP501', noticeDate: day('2026-01-12'), ...same })
  expect(placeOf(first)).not.toBe('done replaced')
  expect(placeOf(first, [newer])).toBe('done replaced')
})

test('the to-do list is sorted by the nearest deadline, then late letters, then those without a date', () => {
  const none = letter({})
  const late = letter({ noticeCode: 'LT11', noticeDate: day('2023-01-30') })
  const second = letter({ noticeCode: 'LT11', noticeDate: day('2026-02-05') })
  const first = letter(lt11)
  const { doNow } = listLettersByView(law, [none, late, second, first], today)
  expect(doNow.map(({ letter: { id } }) => id)).toEqual([first.id, second.id, late.id, none.id])
  expect(doNow[0]?.next?.lastDay).toBe('2026-03-02')
})

test('a removed letter is in no view', () => {
  const byView = listLettersByView(law, [letter(lt11, { removed: true })], today)
  expect(letterViews.flatMap((view) => byView[view])).toEqual([])
})

test('people and years to choose from; a joint letter belongs to both people', () => {
  const joint = letter({ taxpayerName: 'JOHN & MARY DOE', taxPeriods: ['2021', '2022'] })
  const quarter = letter({ taxpayerName: 'ACME LLC', taxPeriods: ['2023-06'] })
  expect(filterChoices([joint, quarter])).toEqual({
    persons: ['ACME LLC', 'JOHN DOE', 'MARY DOE'],
    years: ['2023', '2022', '2021'],
  })
  const ids = (person: string | null, year: string | null) =>
    filterLetters([joint, quarter], { person, year }).map(({ id }) => id)
  expect(ids('MARY DOE', null)).toEqual([joint.id])
  expect(ids(null, '2023')).toEqual([quarter.id])
  expect(ids('MARY DOE', '2023')).toEqual([])
  expect(ids(null, null)).toEqual([joint.id, quarter.id])
})
