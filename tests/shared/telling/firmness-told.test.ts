import { describe, expect, test } from 'vitest'
import { english } from '../../../src/shared/i18n/english.ts'
import type { SituationAnswer } from '../../../src/shared/model/special.ts'
import { tell } from '../../../src/shared/telling/tell.ts'
import { datedLetter, day } from '../law/dated-letter.ts'
import { law } from './any-letter.ts'

type Facts = Parameters<typeof datedLetter>[0]
const abroad = (says: SituationAnswer['says']) => ({ abroad: { says, from: null, to: null, note: '' } })

function told(facts: Facts, today: string, special = {}) {
  const telling = tell(law, { ...datedLetter(facts), special }, day(today))
  return {
    ...telling,
    when: telling.when && english(telling.when.text),
    steps: telling.steps.map(({ text }) => english(text)),
    howTo: telling.howTo.map(({ text }) => english(text)),
    left: telling.left.map((each) => ({ ...each, text: english(each.text) })),
  }
}

describe('a telling says what its last day is worth', () => {
  test('of a letter that is not known, nobody says after its printed day that no right ended', () => {
    const letter = { noticeCode: 'L9999', noticeDate: '2026-08-03', respondByDate: '2026-11-02' }
    const telling = told(letter, '2026-11-20')
    expect(JSON.stringify(telling)).not.toMatch(/no right ended/)
    expect(telling.steps[0]).toMatch(/clinic/)
  })
  test('an employer with a lock-in letter is told its own duty first, not the right of the employee', () => {
    const steps = told({ noticeCode: 'L2800C', noticeDate: '2026-10-05' }, '2026-10-10').steps
    expect(steps[0]).toBe('Give the employee the copy of the letter.')
    expect(steps.join(' ')).not.toMatch(/Ask the IRS to change the rate/)
  })
  test.each([
    ['LT11', '2026-11-20', 'hard', /A right ends with that day\./],
    [
      'CP3219A',
      '2026-11-20',
      'estimated',
      /prints its last day, and none is known here\. Look for it on page 1/,
    ],
    ['CP260', '2026-11-20', 'soft', /As far as we know, no right ends then\./],
    ['L238', '2026-11-20', 'estimated', /an estimate, and a right may end with it\. .*not .*verified/],
    ['L854C', '2026-11-20', 'estimated', /a right may end with it\. It was not verified/],
    ['L3016C', '2026-11-20', 'estimated', /an estimate\. It was not verified/],
    ['CP11', '2026-12-05', 'estimated', /an estimate, .*must print its last day/],
    ['CP2000', '2026-11-20', 'estimated', /an estimate\. /],
  ] as const)('%s of %s is %s', (noticeCode, noticeDate, firmness, words) => {
    const telling = told({ noticeCode, noticeDate }, noticeDate)
    expect(telling.firmness).toBe(firmness)
    expect(telling.when).toMatch(words)
    expect(telling.left.find(({ right }) => right === telling.right)).toMatchObject({ firmness })
  })

  test('of every letter of the catalog: a day has a mark, and what is asked for is never called open', () => {
    for (const { code } of law.notices) {
      const telling = told({ noticeCode: code, noticeDate: '2026-11-20' }, '2026-11-24')
      expect(telling.firmness === null, code).toBe(telling.lastDay === null)
      if (telling.firmness) expect(telling.when, code).toMatch(/ends? (?:with that day|then)|an estimate/)
      for (const { firmness, until, text } of telling.left) {
        expect(firmness === null, code).toBe(until === null)
        if (firmness === 'soft') expect(text, code).not.toMatch(/: open until/)
      }
    }
  })

  test('unchecked facts are the only reason: said once, with the day', () => {
    const letter = datedLetter({ noticeCode: 'LT11', noticeDate: '2026-11-20' })
    const reading = { facts: letter.confirmed, scamIndicators: [] } as never
    const telling = tell(law, { ...letter, confirmed: null, reading }, day('2026-11-24'))
    expect(telling.firmness).toBe('estimated')
    expect(telling.when && english(telling.when.text)).toMatch(/Check that date against your letter/)
    expect(telling.left.map(({ text }) => english(text)).join(' ')).not.toMatch(
      /Check that date against your letter/,
    )
  })
})

const deficiency = law.notices.filter(({ rights }) => rights.some(({ rule }) => rule === 'DEF-90'))
test.each(deficiency.map(({ code }) => code))(
  '%s: the printed day counts, and is looked for first',
  (code) => {
    const facts = { noticeCode: code, noticeDate: '2026-06-01' }
    expect(told(facts, '2026-07-01')).toMatchObject({ firmness: 'estimated' })
    const late = told(facts, '2026-11-25')
    expect(late.when).toMatch(/We counted that day, and it is an estimate.*Look for it on page 1/)
    expect(late.steps[0]).toMatch(/^Look for the last day that is printed on page 1/)
    expect(late.left.find(({ right }) => right === 'DEF-90')?.text).toMatch(/Look for it on page 1/)
    const printed = { ...facts, respondByDate: '2026-08-31' }
    expect(told(printed, '2026-07-01').firmness).toBe('hard')
    expect(told(printed, '2026-11-25').steps[0]).not.toMatch(/^Look for the last day/)
  },
)

test('a day that was an estimate while it was open is one after it, on every letter', () => {
  for (const { code } of law.notices) {
    const facts = { noticeCode: code, noticeDate: '2025-01-15', taxPeriods: ['2015'] }
    for (const { state, firmness, until, text, right } of told(facts, '2027-09-01').left)
      if (state === 'over' && until && firmness === 'estimated' && right !== 'printed')
        expect([code, right, text]).toEqual([code, right, expect.stringMatching(/it is an estimate\./)])
  }
})

describe('innocent spouse relief', () => {
  const starts = law.notices.filter(({ rights }) => rights.some(({ form }) => form?.en === '8857'))
  test('is counted on every letter that starts its two years, with what stays open after them', () => {
    const codes = starts.map(({ code }) => code)
    expect(codes).toEqual(expect.arrayContaining(['LT11', 'CP90', 'L1058', 'CP49', 'CP42', 'CP16']))
    for (const code of ['LT11', 'CP90', 'L1058', 'CP49', 'CP42', 'CP16']) {
      const of = (today: string) =>
        told({ noticeCode: code, noticeDate: '2024-09-02' }, today).left.find(({ right }) =>
          right.startsWith('SPOUSE-2Y'),
        )
      expect(of('2024-10-01'), code).toMatchObject({ until: '2026-09-02', firmness: 'estimated' })
      const late = of('2026-11-25')
      expect(late?.text, code).toMatch(/joint return.*6015\(f\), which stays open/)
    }
  })
  test.each(['CP49', 'CP42', 'CP16'])(
    '%s: a kept refund started it before the letter, which is said',
    (code) => {
      const { left } = told({ noticeCode: code, noticeDate: '2026-11-16' }, '2026-11-25')
      const own = left.find(({ right }) => right === 'SPOUSE-2Y-KEPT')
      expect(own?.text).toMatch(/started|happened before the date of the letter/)
      expect(own?.deadline.sendBy && own.deadline.sendBy < '2028-09-18').toBe(true)
      expect(left.map(({ text }) => text).join(' ')).not.toMatch(/no number of days is published/)
    },
  )
  test('the share of a joint refund has one answer on every letter', () => {
    const of = (code: string) =>
      told({ noticeCode: code, noticeDate: '2026-11-16', taxPeriods: ['2024'] }, '2026-11-25').left.find(
        ({ form }) => form !== null && 'en' in form && form.en === '8379',
      )
    for (const code of ['CP42', 'CP49', 'CP16']) expect(of(code), code).toMatchObject({ until: '2028-04-15' })
  })
})

describe('the longer time for a letter addressed abroad', () => {
  const letters = [
    ['CP3219A', '2026-11-20', '2027-02-18', '2027-04-19'],
    ['L531', '2026-11-20', '2027-02-18', '2027-04-19'],
    ['L1153', '2026-11-20', '2027-01-19', '2027-02-03'],
  ] as const
  test.each(letters)('%s: until somebody says so, the shorter day counts', (code, date, short, long) => {
    const telling = told({ noticeCode: code, noticeDate: date }, '2027-01-10')
    expect(telling.lastDay).toBe(short)
    const other = telling.left.find(({ until }) => until === long)
    expect(other?.text).toMatch(
      /Only if the letter is addressed .* Until you say so, the earlier day counts\./,
    )
    expect(telling.left.map(({ text }) => text).join(' ')).not.toMatch(/[Mm]ail/)
  })
  test.each(letters)('%s: once it is said, the longer day takes its place', (code, date, short, long) => {
    const telling = told({ noticeCode: code, noticeDate: date }, '2027-01-19', abroad('yes'))
    expect(telling).toMatchObject({ state: expect.stringMatching(/open|near/), lastDay: long })
    expect(telling.left.some(({ until }) => until === short)).toBe(false)
    expect(telling.steps.join(' ')).not.toMatch(/too late/)
    expect(told({ noticeCode: code, noticeDate: date }, '2027-01-10', abroad('no')).left).not.toContainEqual(
      expect.objectContaining({ until: long }),
    )
  })
  test('past the shorter day nothing is told as final before it was asked', () => {
    const telling = told({ noticeCode: 'CP3219A', noticeDate: '2026-11-20' }, '2027-03-01')
    expect(telling.when).toMatch(/has passed: it was February 18, 2027\. Not final yet/)
  })
  test('a day printed on the letter counts for the right that is theirs', () => {
    const facts = { noticeCode: 'CP3219A', noticeDate: '2026-11-20', respondByDate: '2027-04-19' }
    const telling = told(facts, '2027-03-01', abroad('yes'))
    expect(telling).toMatchObject({ lastDay: '2027-04-19' })
    expect(telling.left.filter(({ open, until }) => open && until)).toHaveLength(1)
  })
})

describe('where and how to petition the Tax Court', () => {
  const petitioned = law.notices.filter(({ rights }) =>
    rights.some(({ program, aside }) => program === 'tax-court' && !aside),
  )
  test.each(petitioned.map(({ code }) => code))('%s says it once, and no step twice', (code) => {
    const telling = told({ noticeCode: code, noticeDate: '2026-11-20' }, '2026-11-24')
    const said = telling.howTo.join(' ')
    expect(said).toMatch(/400 Second Street NW, Washington, DC 20217/)
    expect(said).toMatch(/\$60 fee, or .*waive/)
    expect(said).toMatch(/copy of the notice/)
    expect(telling.steps.filter((step) => /(?:file|petition) .*Tax Court/.test(step))).toHaveLength(1)
    expect(told({ noticeCode: code, noticeDate: '2023-11-20' }, '2026-11-24').howTo).toEqual([])
  })
})

describe('the next step is the act that the law data names', () => {
  test.each(['CP91', 'CP298', 'CP504', 'CP101'])('%s is a call, and nothing to mail', (noticeCode) => {
    const telling = told({ noticeCode, noticeDate: '2026-11-20' }, '2026-11-24')
    expect(telling.steps[0]).toMatch(/[Cc]all/)
    expect(`${telling.when} ${telling.steps.join(' ')}`).not.toMatch(/Mail it/)
    expect(telling.mailBy).toBeNull()
  })
  test.each(['CP2100', 'CP2100A'])(
    '%s: compared first, withheld only where no number comes',
    (noticeCode) => {
      const telling = told({ noticeCode, noticeDate: '2026-11-20' }, '2026-11-24')
      expect(telling.steps[0]).toBe('Compare the list with your records, and correct your own mistakes.')
      expect(telling.steps[2]).toMatch(/^Begin backup withholding only where no right number comes back/)
      expect(telling.when).toMatch(/^Do it by .*December 31, 2026/)
      expect(telling.when).not.toMatch(/Mail|Send/)
      const late = told({ noticeCode, noticeDate: '2026-10-05' }, '2026-12-20')
      expect(late.steps[0]).toMatch(/Compare the list.*You can be held liable/)
      expect(late.steps.join(' ')).not.toMatch(/Answer now/)
    },
  )
  test('nobody is told to mail what is to be read', () => {
    for (const { code } of law.notices) {
      const { steps } = told({ noticeCode: code, noticeDate: '2026-11-20' }, '2026-11-24')
      expect(steps[0], code).not.toMatch(/^(?:Read|Compare|Look|Find|Write down)\b.*Mail it/)
    }
  })
})

describe('after the day', () => {
  test.each(['CP504', 'CP504B'])(
    '%s: the appeal stays open, no day is near, and no step speaks of it',
    (noticeCode) => {
      const telling = told({ noticeCode, noticeDate: '2026-11-20' }, '2027-01-05')
      expect(telling).toMatchObject({ state: 'open', lastDay: null, when: null })
      expect(telling.left[0]).toMatchObject({
        until: null,
        text: 'Collection Appeals Program: still open. The IRS can act now: December 20, 2026 has passed.',
      })
      expect(telling.steps.join(' ')).not.toMatch(/before the day named/)
    },
  )
  test.each(['CP91', 'CP298'])('%s: the next step is a call', (noticeCode) => {
    const telling = told({ noticeCode, noticeDate: '2026-11-20' }, '2026-12-21')
    expect(telling.state).toBe('lateNextOpen')
    expect(telling.steps[0]).toMatch(/^Call the phone number on the letter/)
  })
  test('CP523: the appeal after the end of the plan needs its day, and is not told as over', () => {
    const telling = told({ noticeCode: 'CP523', noticeDate: '2026-11-20' }, '2027-01-05')
    expect(telling.state).toBe('lateNextOpen')
    expect(telling.steps[0]).toMatch(/^Find the day on which the letter ends your payment plan/)
  })
})

describe('what one letter alone says', () => {
  test.each(['CP23', 'CP24', 'CP24E'])('%s: the right to undo the change is no firm one', (noticeCode) => {
    const telling = told({ noticeCode, noticeDate: '2026-11-20' }, '2026-11-24')
    expect(telling.firmness).toBe('estimated')
    expect(telling.when).toMatch(/need not undo changes to estimated payments/)
    expect(telling.left.every(({ deadline }) => deadline.pauses === null)).toBe(true)
  })
  test('CP24 is a credit: late, nobody is sent to a payment plan', () => {
    expect(
      told({ noticeCode: 'CP24', noticeDate: '2026-08-03' }, '2026-11-24').steps.slice(1).join(' '),
    ).not.toMatch(/payment plan|pay and/)
  })
  test('L566: the version with 45 days is named, open and late', () => {
    for (const today of ['2026-10-05', '2026-11-02']) {
      const telling = told({ noticeCode: 'L566', noticeDate: '2026-09-28' }, today)
      expect(telling.left.map(({ text }) => text).join(' ')).toMatch(/566-J gives 45 days/)
    }
  })
  test('CP53E: late, nothing is answered and nobody is called before the check had its time', () => {
    const [first, ...more] = told({ noticeCode: 'CP53E', noticeDate: '2026-10-05' }, '2026-11-20').steps
    expect(first).toMatch(/No money is lost: the refund comes as a check/)
    expect([first, ...more].join(' ')).not.toMatch(/Answer now|call the phone number on the letter\./)
  })
  test.each(['CP91', 'CP298'])('%s: late, CAP comes with the levy, and is not told as over', (noticeCode) => {
    const facts = { noticeCode, noticeDate: '2026-11-12' }
    const late = told(facts, '2026-12-14')
    expect(late.steps.join(' ')).toMatch(/Once the levy has begun, you can use CAP against it/)
    expect(late.left.map(({ text }) => text).join(' ')).not.toMatch(
      /Collection Appeals Program: the last day/,
    )
    expect(
      told(facts, '2026-11-15').steps.filter((step) => /^Call the phone number/.test(step)),
    ).toHaveLength(1)
  })
  test.each([
    ['CP523', '2026-12-16'],
    ['CP523', '2026-12-14'],
    ['L2272C', '2026-12-16'],
  ] as const)('%s on %s: in the last days a call saves the plan appeal', (noticeCode, today) => {
    const step = told({ noticeCode, noticeDate: '2026-11-16' }, today).steps[0]
    expect(step).toMatch(/a call to the phone number on the letter is enough, unless a revenue officer sent/)
    const early = told({ noticeCode, noticeDate: '2026-11-16' }, '2026-11-18').steps[0]
    expect(early).not.toMatch(/a call .* is enough/)
  })
  test('L2603C: an accepted plan asks for no payment offer', () => {
    const { steps } = told({ noticeCode: 'L2603C', noticeDate: '2026-11-16' }, '2026-11-20')
    expect(steps[0]).toMatch(/^To stop the lien before it is filed/)
    expect(steps.join(' ')).not.toMatch(/Say what you can pay/)
  })
  test.each(['CP515B', 'CP518B'])('%s: a business gets no form of a person', (noticeCode) => {
    const telling = told({ noticeCode, noticeDate: '2026-11-16' }, '2026-11-20')
    const said = JSON.stringify([telling.steps, telling.meaning, telling.ifNothing])
    expect(said).not.toMatch(/15103|CP2566/)
    expect(said).toMatch(/business/)
  })
  test('L2801C: late, no step speaks of the 60 days as ahead', () => {
    const { steps } = told({ noticeCode: 'L2801C', noticeDate: '2026-08-01' }, '2026-12-10')
    expect(steps.join(' ')).not.toMatch(/before the 60 days end/)
    expect(steps.join(' ')).toMatch(/still send the IRS a new Form W-4/)
  })
})

test('a last day that is counted from a date after today is no firm day', () => {
  const facts = { noticeCode: 'LT11', noticeDate: day('2027-11-02') }
  const { firmness, when, steps } = told(facts, '2026-11-22')
  expect(firmness).toBe('estimated')
  expect(when).toMatch(/counted from November 2, 2027, which is after today\. Compare that date/)
  expect(steps[0]).toMatch(/^Compare the date with the paper/)
  // The IRS dates letters some days ahead.
  expect(told(facts, '2027-10-20').firmness).toBe('hard')
})
