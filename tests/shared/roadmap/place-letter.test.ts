import { expect, test } from 'vitest'
import { inEnglish } from '../../../src/shared/i18n/english.ts'
import { type Evidence, noFacts } from '../../../src/shared/model/letter.ts'
import { placeLetter } from '../../../src/shared/roadmap/place-letter.ts'
import { waysAhead } from '../../../src/shared/roadmap/ways-ahead.ts'
import { law } from '../../law.ts'
import { datedLetter } from '../law/dated-letter.ts'

const place = (letter: Parameters<typeof placeLetter>[1]) => inEnglish(placeLetter(law, letter))

test.each([
  ['CP14', 'coll-bill'],
  ['CP504', 'coll-cp504'],
  ['LT11', 'coll-levy-notice'],
  ['L1058', 'coll-levy-notice'],
  ['L3172', 'coll-lien-notice'],
  ['CP523', 'alt-ia-default'],
  ['L4052', 'alt-ia-rejected'],
  ['CP92', 'coll-postlevy-cdp'],
  ['CP3219A', 'exam-snod'],
])('%s stands at %s', (noticeCode, station) => {
  expect(place(datedLetter({ noticeCode }))).toMatchObject({ kind: 'placed', station, ask: null })
})

test('a placement says how the number is known and why the number means this stop', () => {
  const noticeCode: Evidence = {
    page: 1,
    box: [0.6, 0.05, 0.2, 0.02],
    raw: 'CP 504',
    confidence: 0.9,
    rule: 'notice.header-box',
  }
  const reading = { pages: [1], facts: { ...noFacts, noticeCode: 'CP504' }, evidence: { noticeCode } }
  const placed = place({ confirmed: null, reading })
  expect(placed.because.join(' ')).toContain('CP504 was read on page 1 as "CP 504"')
  expect(placed.because.join(' ')).toContain('Taxpayer Advocate Service')
})

test('a station that is only our judgment says so', () => {
  const placed = place(datedLetter({ noticeCode: 'CP502' }))
  expect(placed.because.join(' ')).toContain('No source ties this number to a stop')
})

test('a decision about a lien asks whether it is a denial', () => {
  const placed = place(datedLetter({ noticeCode: 'L4711' }))
  expect(placed).toMatchObject({ kind: 'placed', ask: expect.stringContaining('refuse') })
})

test('no number: unknown, with where to look', () => {
  expect(place(datedLetter({}))).toMatchObject({
    kind: 'unknown',
    ask: expect.stringContaining('top right'),
  })
})

test('an unknown number is not placed by its neighbors, only compared with them', () => {
  const placement = place(datedLetter({ noticeCode: 'CP508D' }))
  expect(placement.kind).toBe('unknown')
  expect(placement.because.join(' ')).toMatch(/Numbers near it: .*CP501/)
})

test('an unknown letter number has no family', () => {
  expect(place(datedLetter({ noticeCode: 'L3179' })).because).toEqual(['L3179 is not in our catalog.'])
})

test('the ways ahead of a final notice lead to the hearing and to the levy, each with its condition', () => {
  const ways = waysAhead(law, 'coll-levy-notice')
  expect(ways.map((way) => way.station.id)).toEqual(expect.arrayContaining(['coll-cdp-req', 'coll-levy']))
  for (const way of ways) expect(way.when).not.toBe('')
})

test('the route ends where a case is closed', () => {
  expect(waysAhead(law, 'sys-closed')).toEqual([])
})

test('a station that is not there is a bug', () => {
  expect(() => waysAhead(law, 'nowhere')).toThrow('no station nowhere')
})
