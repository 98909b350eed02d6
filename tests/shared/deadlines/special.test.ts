import { describe, expect, test } from 'vitest'
import { lineOfDeadline } from '../../../src/main/shells/cli/text.ts'
import { computeDeadlines } from '../../../src/shared/deadlines/compute-deadlines.ts'
import type { Deadline } from '../../../src/shared/deadlines/deadline.ts'
import { english } from '../../../src/shared/i18n/english.ts'
import { type Special, situations } from '../../../src/shared/model/special.ts'
import { tell } from '../../../src/shared/telling/tell.ts'
import { wordsOfEach } from '../../../src/shared/telling/words-of-each.ts'
import { law } from '../../law.ts'
import { datedLetter, day } from '../law/dated-letter.ts'

type Answer = readonly [from?: string, to?: string]
const yes = ([from, to]: Answer = []) => ({
  says: 'yes' as const,
  from: from ? day(from) : null,
  to: to ? day(to) : null,
  note: '',
})
const no = { says: 'no' as const, from: null, to: null, note: '' }
const allNo: Special = Object.fromEntries(situations.map((each) => [each, no]))

const all = (facts: Parameters<typeof datedLetter>[0], today: string, special?: Special): Deadline[] =>
  computeDeadlines(law, { ...datedLetter(facts), ...(special ? { special } : {}) }, day(today))
function one(rule: string, facts: Parameters<typeof datedLetter>[0], today: string, special?: Special) {
  const found = all(facts, today, special).find((each) => each.rule === rule)
  if (!found) throw new Error(`no ${rule}`)
  return found
}
const snod = { noticeCode: 'CP3219N', noticeDate: '2026-03-02', respondByDate: '2026-06-01' }

test.each<[string, Special, string, string]>([
  // 7508A(e): the last day, June 1, is within May 20 to September 22 (120 days after the declaration of May 25).
  ['a disaster', { disaster: yes(['2026-05-20', '2026-05-25']) }, '2026-09-22', 'T-10'],
  // A declaration before the first day of the disaster: the later of the two counts, and September 17 is a Thursday.
  ['a disaster declared before', { disaster: yes(['2026-05-20', '2026-05-01']) }, '2026-09-17', 'T-10'],
  // 7508(a): 24 days were left on May 9 (May 9 to June 1); 180 days after July 1 is December 28; January 21, 2027.
  ['service', { combatZone: yes(['2026-05-09', '2026-07-01']) }, '2027-01-21', 'T-11'],
  // 6213(f): none of the 91 days had run on March 2; 60 days after June 1 is July 31; 91 more: October 30.
  ['a bankruptcy', { bankruptcy: yes(['2026-02-01', '2026-06-01']) }, '2026-10-30', 'T-14'],
])('%s moves the day to petition by its rule, with both days and its source', (_, special, lastDay, rule) => {
  const before = one('DEF-90', snod, '2026-07-10')
  expect(before).toMatchObject({ state: 'late', lastDay: '2026-06-01', movedFrom: null, notFinal: 'ask' })
  const after = one('DEF-90', snod, '2026-07-10', special)
  expect(after).toMatchObject({
    ...{ state: 'open', lastDay, movedFrom: '2026-06-01', firmness: 'estimated' },
    // What can still be done by the unmoved day, or today, is not put off.
    sendBy: '2026-07-10',
  })
  expect(after.applies.map(({ statement }) => statement.id)).toEqual([`rule.${rule}.statement`])
  expect(after.applies[0]?.citation.en).toContain('IRC')
  expect(after.doubts.map((doubt) => ('key' in doubt ? doubt.key : ''))).toContain('doubt.moved')
})

test('a service that lasts gives the earliest possible day', () => {
  // On July 10 the service lasts: 180 days later is January 6, 2027, and the 24 days that were left end on January 30, a Saturday.
  const lasting = one('DEF-90', snod, '2026-07-10', { combatZone: yes(['2026-05-09']) })
  expect(lasting).toMatchObject({ state: 'open', lastDay: '2027-02-01' })
})

test('what was done by the moved day was done on time', () => {
  const letter = datedLetter(snod, { petitionMailed: '2026-08-03' })
  const of = (special: Special) =>
    computeDeadlines(law, { ...letter, special }, day('2026-08-10')).find(({ rule }) => rule === 'DEF-90')
  expect(of(allNo)?.state).toBe('late')
  expect(of({ ...allNo, disaster: yes(['2026-05-20', '2026-05-25']) })).toMatchObject({
    ...{ state: 'met', metOn: '2026-08-03' },
  })
})

test.each([
  ['a no', { disaster: no }],
  ['a yes without its day', { disaster: yes() }],
  ['a disaster that FEMA did not declare', { disaster: yes(['2026-05-20']) }],
  ['a disaster after the last day', { disaster: yes(['2026-06-02', '2026-06-02']) }],
  ['a disaster whose 120 days ended before', { disaster: yes(['2025-12-01', '2025-12-02']) }],
  ['a service that ended long before', { combatZone: yes(['2025-01-01', '2025-02-01']) }],
])('%s moves nothing', (_, special: Special) => {
  expect(one('DEF-90', snod, '2026-07-10', special)).toMatchObject({ state: 'late', movedFrom: null })
})

const lt11 = { noticeCode: 'LT11', noticeDate: '2026-01-30' }

test('a disaster does not move a hearing request; it says where more time could come from', () => {
  const cdp = one('CDP-1', lt11, '2026-04-01', { disaster: yes(['2026-02-20', '2026-02-22']) })
  expect(cdp).toMatchObject({ state: 'late', movedFrom: null })
  expect(cdp.applies.map(({ statement }) => statement.id)).toEqual(['rule.T-16.statement'])
})

test('an old address or a late letter may excuse a late request, and says what to do', () => {
  for (const special of [{ oldAddress: yes() }, { cameLate: yes(['2026-03-20']) }]) {
    const cdp = one('CDP-1', lt11, '2026-04-01', special)
    expect(cdp.state).toBe('late')
    expect(cdp.applies.map(({ statement }) => statement.id)).toEqual(['rule.CDP-11.statement'])
    expect(one('DEF-90', snod, '2026-07-10', special).applies.map(({ statement }) => statement.id)).toEqual([
      'rule.TC-LATE.statement',
    ])
  }
})

test('an earlier hearing for the same period limits the new one', () => {
  const cdp = one('CDP-1', lt11, '2026-02-10', { priorHearing: yes() })
  expect(cdp.applies.map(({ statement }) => statement.id)).toEqual(['rule.CDP-4.statement'])
  expect(one('CDP-1', lt11, '2026-02-10').applies).toEqual([])
})

test('the longer days abroad are an aside until somebody says yes, and go with a no', () => {
  const abroad = (special?: Special) =>
    all(snod, '2026-03-10', special).find(({ rule }) => rule === 'DEF-150')
  expect(abroad()).toMatchObject({ aside: true })
  expect(abroad()?.onlyIf).not.toBeNull()
  expect(abroad({ abroad: yes() })).toMatchObject({ aside: false, onlyIf: null })
  expect(abroad({ abroad: no })).toBeUndefined()
})

test('late is not told as final before everything was asked, on any right that ends', () => {
  const asked = (special?: Special) =>
    all(lt11, '2029-01-05', special).filter(({ state }) => state === 'late')
  expect(asked().length).toBeGreaterThan(1)
  for (const each of asked()) expect(each.notFinal).toBe(each.ends === 'right' ? 'ask' : null)
  const { priorHearing: _, ...six } = allNo
  expect(asked(six).some(({ notFinal }) => notFinal === 'ask')).toBe(true)
  expect(asked(allNo).some(({ notFinal }) => notFinal !== null)).toBe(false)
  const [late] = asked()
  if (!late) throw new Error('nothing is late')
  const words = wordsOfEach(law, [late], { noticeDate: null, today: day('2027-12-01'), events: [] })
  expect(words(late)).toMatchObject({ key: 'window.lateAskFirst' })
  expect(lineOfDeadline(late, null)).toContain('not final')
})

test('what a person ruled out is no longer said to help', () => {
  expect(one('CDP-1', lt11, '2026-04-01').movedBy.map(({ id }) => id)).toEqual([
    'rule.CDP-11.statement',
    'rule.T-16.statement',
  ])
  expect(one('CDP-1', lt11, '2026-04-01', allNo).movedBy).toEqual([])
})

/** Every letter with a right for people in one situation that is true of one letter. */
const lettersOfSituation = law.notices.filter(({ rights }) =>
  rights.some(({ rule: id }) =>
    law.rules.some((rule) => rule.id === id && rule.count !== null && rule.situations.length > 0),
  ),
)
test('what was once said of an unknown letter of the person never lengthens a day as firm', () => {
  expect(lettersOfSituation.length).toBeGreaterThan(5)
  for (const { code } of lettersOfSituation) {
    const letter = datedLetter({ noticeCode: code, noticeDate: '2026-08-17' })
    const of = (specialBefore?: Special) =>
      computeDeadlines(law, { ...letter, ...(specialBefore ? { specialBefore } : {}) }, day('2026-11-20'))
    const longer = of({ abroad: yes() }).filter(({ insteadOf }) => insteadOf !== null)
    expect(longer, code).not.toHaveLength(0)
    for (const each of longer) {
      expect(each, code).toMatchObject({ firmness: 'estimated', aside: false, how: null })
      expect(each.onlyIf, code).not.toBeNull()
      const ordinary = (days: Deadline[]) => days.find(({ rule }) => rule === each.insteadOf)
      expect(ordinary(of({ abroad: yes() })), code).toEqual(ordinary(of()))
    }
    expect(of({ abroad: no }), code).toEqual(of())
  }
})

describe('a yes never makes a lateness more final than no answer', () => {
  const disaster: Special = { ...allNo, disaster: yes(['2026-02-20', '2026-02-22']) }
  test.each<[string, Special, Deadline['notFinal']]>([
    ['all is ruled out', allNo, null],
    ['a disaster whose relief takes a notice of the IRS', disaster, 'notice'],
    ['a service, the same', { ...allNo, combatZone: yes(['2026-02-20', '2026-02-22']) }, 'notice'],
    ['an old address', { ...allNo, oldAddress: yes() }, 'excuse'],
    ['a letter that never came', { ...allNo, cameLate: yes() }, 'excuse'],
    ['a yes among open questions', { disaster: yes(['2026-02-20', '2026-02-22']) }, 'ask'],
  ])('a hearing request: %s', (_, special, notFinal) => {
    expect(one('CDP-1', lt11, '2026-04-01', special)).toMatchObject({ state: 'late', notFinal })
  })
  test.each<[string, Special, Deadline['notFinal']]>([
    ['a disaster that FEMA did not declare', { ...allNo, disaster: yes(['2026-05-20']) }, 'notice'],
    ['a disaster without its day', { ...allNo, disaster: yes() }, 'ask'],
    ['a service without its day', { ...allNo, combatZone: yes() }, 'ask'],
    [
      'a disaster that was counted, and is over',
      { ...allNo, disaster: yes(['2025-12-01', '2025-12-02']) },
      null,
    ],
  ])('a petition: %s', (_, special, notFinal) => {
    expect(one('DEF-90', snod, '2026-07-10', special)).toMatchObject({ state: 'late', notFinal })
  })
  test('for every right of every letter and every yes', () => {
    for (const { code } of law.notices)
      for (const situation of situations) {
        const facts = { noticeCode: code, noticeDate: '2025-01-30', taxPeriods: ['2015'] }
        const late = (special?: Special) =>
          all(facts, '2027-06-01', special).filter(({ state, ends }) => state === 'late' && ends === 'right')
        for (const each of late({ ...allNo, [situation]: yes() })) {
          const helps = each.applies.some(({ statement }) => each.movedBy.includes(statement))
          if (helps) expect([code, situation, each.rule, each.notFinal]).not.toContain(null)
        }
      }
  })
})

const keysOf = ({ doubts }: Deadline) => doubts.map((doubt) => ('key' in doubt ? doubt.key : ''))

test('a day moved by what still lasts is counted as if it ended today, and says so', () => {
  const bankruptcy = (to?: string): Special => ({ bankruptcy: yes(to ? ['2026-05-01', to] : ['2026-05-01']) })
  expect(keysOf(one('DEF-90', snod, '2026-07-10', bankruptcy()))).toContain('doubt.lasting')
  expect(keysOf(one('DEF-90', snod, '2026-07-10', bankruptcy('2026-06-20')))).not.toContain('doubt.lasting')
})

test('a hearing that may be used up is an estimate, and the step says only if', () => {
  const before = one('CDP-1', lt11, '2026-02-10', { ...allNo, priorHearing: yes() })
  expect(before).toMatchObject({ firmness: 'estimated', isNarrowed: true })
  expect(keysOf(before)).toContain('doubt.narrowed')
  expect(one('CDP-1', lt11, '2026-02-10', allNo)).toMatchObject({ firmness: 'hard', isNarrowed: false })
  const letter = { ...datedLetter(lt11), special: { ...allNo, priorHearing: yes() } }
  expect(english(tell(law, letter, day('2026-02-10')).nextStep.text)).toMatch(
    /only one about a levy.* If that one/,
  )
})

test('what applies because a person said so is said with the letter', () => {
  const said = (special: Special) =>
    tell(law, { ...datedLetter(lt11), special }, day('2026-04-01'))
      .doubts.map(({ text }) => english(text))
      .join(' ')
  expect(said({ ...allNo, disaster: yes(['2026-02-20', '2026-02-22']) })).toMatch(
    /only if a notice of the IRS says so/,
  )
  expect(said({ ...allNo, cameLate: yes() })).toMatch(/can be excused/)
  expect(said(allNo)).toBe('')
})
