import { describe, expect, test } from 'vitest'
import { inEnglish } from '../../../src/shared/i18n/english.ts'
import { codeFrom } from '../../../src/shared/law/code-from.ts'
import { contentAge } from '../../../src/shared/law/content-age.ts'
import { letterByNumber, seriesOf } from '../../../src/shared/law/notice-number.ts'
import { noticeHeadings, noticePage } from '../../../src/shared/law/notice-page.ts'
import { windowOf } from '../../../src/shared/law/rule-words.ts'
import { law } from '../../law.ts'
import { day } from './dated-letter.ts'

describe('a number in any printed form', () => {
  test.each(law.notices.flatMap(({ code, printedAs }) => [code, ...printedAs].map((form) => [form, code])))(
    '%s is %s',
    (form = '', code) => {
      expect(letterByNumber(law, form)?.code).toBe(code)
      expect(letterByNumber(law, ` ${form.toLowerCase()} `)?.code).toBe(code)
    },
  )
  test.each([
    ['CP 504', 'CP504'],
    ['letter 1058', 'L1058'],
    ['ltr. 2272-c', 'L2272C'],
    ['1058', 'L1058'],
    ['IRS Notice CP-14', 'CP14'],
    ['Letter LT11', 'LT11'],
    ['form 668-W', 'F668W'],
  ])('%s is %s', (typed, code) => expect(letterByNumber(law, typed)?.code).toBe(code))
  test.each(['CP5', 'CP5044', 'L105', '', 'levy'])('%j is not one of our numbers', (typed) => {
    expect(letterByNumber(law, typed)).toBeUndefined()
  })
})

describe('a number that is not in the catalog gets the page of its series', () => {
  test.each([
    ['CP399', 'CP'],
    ['CP 599', 'CP5'],
    ['CP999', 'CP9'],
    ['CP605', 'CP6'],
    ['LT99', 'LT'],
    ['Letter 9999-C', 'L'],
    ['9999', 'L'],
    ['LP 99', 'LP'],
    ['Form 999', 'F'],
    ['XYZ', ''],
  ])('%s: %s', (typed, prefix) => {
    expect(seriesOf(law, typed).prefix).toBe(prefix)
    const page = inEnglish(noticePage(law, typed))
    expect(page).toMatchObject({ code: null, station: null, rights: [] })
    expect(page.steps.length).toBeGreaterThan(1)
    for (const heading of noticeHeadings.filter((each) => each !== 'moreInformation'))
      expect(page.answers[heading].join('')).not.toBe('')
  })
  test('codes are made from what is typed, never from a similar one', () => {
    expect(['Letter 9999-C', 'Notice CP 999', 'Form 999', 'LT 99'].map(codeFrom)).toEqual([
      'L9999C',
      'CP999',
      'F999',
      'LT99',
    ])
  })
})

describe('the seven answers of every notice', () => {
  test.each(law.notices.map(({ code }) => code))('%s', (code) => {
    const page = inEnglish(noticePage(law, code))
    expect(Object.keys(page.answers)).toEqual([...noticeHeadings])
    for (const heading of noticeHeadings) {
      const empty = heading === 'moreInformation' ? page.forms.length + page.publications.length === 0 : false
      expect(page.answers[heading].length > 0 || empty).toBe(true)
    }
    expect(page.steps.length).toBeLessThanOrEqual(3)
    expect(page.steps[0]?.length).toBeLessThan(140)
    expect(page.sources.length).toBeGreaterThan(0)
    const words = [...Object.values(page.answers).flat(), ...page.steps].join(' ')
    expect(words).not.toMatch(/the taxpayer\b|undefined|null|\.\.|shown here/)
  })
})

test.each([
  ['CDP-1', '30 days from the date of the letter'],
  ['CDP-6', '1 year and 5 business days from the filing of the lien notice'],
  ['CAP-F4', '3 business days from the conference'],
  ['CAP-S2', '1 day before the day of the sale'],
  ['CAP-W4', '2 years from the levy'],
  ['CAP-N2', null],
  ['T-1', null],
])('the window of %s reads %s', (id, words) => {
  const rule = law.rules.find((each) => each.id === id)
  expect(rule && inEnglish(windowOf(rule))).toBe(words)
})

test.each([
  ['2026-11-22', 0, false],
  ['2026-11-01', 0, false],
  ['2026-12-21', 0, false],
  ['2026-12-22', 1, false],
  ['2027-11-22', 12, false],
  ['2027-11-23', 12, true],
  ['2027-12-10', 12, true],
  ['2027-12-22', 13, true],
])('on %s the facts of 2026-11-22 are %i months old, too old: %s', (today, months, isOld) => {
  const content = { version: '1', checked: day('2026-11-22'), goodForMonths: 12 }
  expect(contentAge(content, day(today))).toEqual({ version: '1', checked: '2026-11-22', months, isOld })
})
