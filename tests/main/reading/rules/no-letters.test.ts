import { expect, test } from 'vitest'
import { readLetters } from '../../../../src/main/reading/rules/read-letters.ts'
import { law } from '../reading-support.ts'
import { column, pageOf } from './page-support.ts'

const letter = pageOf([
  ...column(50, 40, 'Department of the Treasury', 'Internal Revenue Service'),
  ...column(380, 40, 'Notice CP504', 'Notice date November 2, 2026', 'Social Security number XXX-XX-4411'),
  ...column(50, 300, 'Amount due immediately: $900.00', 'See www.irs.gov for what you can do about it.'),
])

const mail = [
  ...column(
    50,
    40,
    'From: irs-notices@mail.example',
    'To: me',
    'Subject: Notice CP14',
    'Date: October 6, 2025',
  ),
  ...column(50, 120, 'Department of the Treasury', 'Internal Revenue Service', 'Notice CP14'),
  ...column(
    50,
    200,
    'Amount due immediately: $900.00. Click http://irs-pay.example to pay by gift card. Your social',
    'security number 999-88-4417 is suspended.',
  ),
]

test('a printed email that calls itself a notice is none', () => {
  expect(readLetters(law, [pageOf(mail)])).toEqual({ isIrs: false, letters: [] })
})

test('an email behind a letter does not take the letter away, and says nothing for it', () => {
  const { isIrs, letters } = readLetters(law, [letter, pageOf(mail, 2)])
  expect(isIrs).toBe(true)
  expect(letters.map(({ pages, facts }) => [pages, facts.noticeCode, facts.noticeDate])).toEqual([
    [[1, 2], 'CP504', '2026-11-02'],
  ])
})

test('the cover of a fax is no email', () => {
  const cover = column(
    50,
    60,
    'FAX',
    'From: R. Halvorsen',
    'To: Rosa Lima',
    'Subject: CP504',
    'Date: May 4, 2026',
    'Pages: 3',
  )
  const { isIrs, letters } = readLetters(law, [pageOf(cover), { ...letter, page: 2 }])
  expect([isIrs, letters.map(({ facts }) => facts.noticeCode)]).toEqual([true, ['CP504']])
})

test('an article about a notice is none', () => {
  const text = column(
    50,
    40,
    'Notice CP504',
    'What is Notice CP504? The IRS sends Notice CP504 when you have a balance. Department of the Treasury',
    'Internal Revenue Service www.irs.gov Social Security number. Notice date: see your notice. Amount due',
    'immediately: see your notice.',
  )
  expect(readLetters(law, [pageOf(text)])).toEqual({ isIrs: false, letters: [] })
})
