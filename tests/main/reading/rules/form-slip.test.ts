import { describe, expect, test } from 'vitest'
import { readLetters } from '../../../../src/main/reading/rules/read-letters.ts'
import { law } from '../reading-support.ts'
import { column, type Printed, pageOf } from './page-support.ts'

const slip = column(
  50,
  50,
  'WARNING!!!',
  'The attached Form 656 is not a stand-alone form and is intended for tax professional use only.',
  'Individuals requesting consideration of an offer must use Form 656-B, which may be found on www.irs.gov.',
  'Completed financial statements and the required application fee must be included with your Form 656.',
)
const formPage: Printed[] = [
  ...column(50, 100, 'Section 1', 'Individual Information', 'Your first name, middle initial, last name'),
  [430, 765, 'Form 656 (Rev. 4-2025)'],
]
const otherForm: Printed[] = [
  ...column(50, 100, 'Section 1', 'Personal Information', 'Full name of taxpayer and spouse'),
  [430, 765, 'Form 433-A (Rev. 7-2022)'],
]

const read = (pages: Printed[][], confidence = 1) => {
  const texts = pages.map((printed, at) => pageOf(printed, at + 1))
  const lines = (at: number) => texts[at]?.lines.map((line) => ({ ...line, confidence })) ?? []
  return readLetters(
    law,
    texts.map((page, at) => ({ ...page, lines: lines(at) })),
  )
}

test('an official form under a slip that says who may use it is not a letter', () => {
  expect(read([slip, formPage, formPage])).toEqual({ isIrs: false, letters: [] })
})

describe('the pages stay a possible letter where', () => {
  const added = (...more: string[]): Printed[] => [...slip, ...column(50, 200, ...more)]
  test.each<[string, Printed[]]>([
    ['the slip has a greeting', added('Dear Anselm,')],
    ['the slip has a date', added('Date: 10/28/2026')],
    ['the slip has a taxpayer number', added('Social Security number: XXX-XX-4411')],
    ['the slip has a phone number', added('Call us at 800-555-0100')],
    ['the slip asks for money', added('Pay $205 with your offer.')],
    ['the slip ends like a letter', added('Sincerely,', 'Operations Manager')],
    ['the slip lists enclosures', added('Enclosures: Form 656')],
    ['the slip is as long as a letter', added(...Array<string>(12).fill('More words about your offer.'))],
    ['the slip names no form', column(50, 50, 'Visit www.irs.gov for the forms and the booklets you need.')],
  ])('%s', (_, first) => {
    expect(read([first, formPage]).letters).toHaveLength(1)
  })

  test('a different form follows than the slip describes', () => {
    expect(read([slip, otherForm]).letters).toHaveLength(1)
    expect(read([slip, formPage, otherForm]).letters).toHaveLength(1)
  })

  test('the first page is hard to read', () => {
    expect(read([slip, formPage], 0.6).letters).toHaveLength(1)
  })

  test('no form follows', () => {
    expect(read([slip]).letters).toHaveLength(1)
  })
})
