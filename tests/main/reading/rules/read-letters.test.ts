import { expect, test } from 'vitest'
import { readLetters } from '../../../../src/main/reading/rules/read-letters.ts'
import { law } from '../reading-support.ts'
import { column, type Printed, pageOf } from './page-support.ts'

const head: Printed[] = column(
  50,
  40,
  'Department of the Treasury',
  'Internal Revenue Service',
  'Austin, TX 73301-0030',
)
const box = (code: string, date: string, page: string): Printed[] => [
  [400, 40, 'Notice'],
  [500, 40, code],
  [400, 54, 'Notice date'],
  [500, 54, date],
  [400, 68, 'Social Security number'],
  [520, 68, 'XXX-XX-4411'],
  [400, 82, page],
]
const text = column(
  50,
  300,
  'Dear Anselm,',
  'we have written to you about Notice CP14 and Letter 1058 before.',
)
const read = (...pages: Printed[][]) => {
  const { isIrs, letters } = readLetters(
    law,
    pages.map((printed, at) => pageOf(printed, at + 1)),
  )
  return [isIrs, ...letters.map((letter) => [letter.facts.noticeCode, letter.facts.noticeDate, letter.pages])]
}

test('the stub at the start of the text layer changes nothing', () => {
  const stub: Printed[] = [
    [300, 640, 'Notice'],
    [400, 640, 'CP90'],
    [300, 654, 'Notice date'],
    [400, 654, 'January 23, 2019'],
  ]
  expect(read([...stub, ...box('CP90', 'January 23, 2019', 'Page 1 of 5'), ...head, ...text])).toEqual([
    true,
    ['CP90', '2019-01-23', [1]],
  ])
})

test('a stamp over the letterhead does not hide the sender: the IRS numbers its letters at the foot', () => {
  const letter = (foot: string): Printed[] => [
    ...column(50, 40, 'e partment of the Treas', 'ternal Rev enue Serv'),
    [400, 40, 'Date: 10/28/2026'],
    [400, 54, 'Taxpayer ID number: XXX-XX-4411'],
    ...column(50, 300, 'Dear Anselm,', 'you can ask for a hearing.'),
    [420, 748, 'Letter 3172 (Rev. 3-2019)'],
    [420, 760, foot],
  ]
  expect(read(letter('Catalog Number 26767I'))).toEqual([true, ['L3172', '2026-10-28', [1]]])
  expect(read(letter('Catalog of our services'))).toEqual([null, [null, '2026-10-28', [1]]])
})

test('several letters in one scan are split by number, date, and printed page', () => {
  const pages = [
    [...head, ...box('CP501', 'May 4, 2026', 'Page 1 of 2'), ...text],
    [...box('CP501', 'May 4, 2026', 'Page 2 of 2'), ...text],
    [...head, ...box('CP504', 'July 6, 2026', 'Page 1 of 1'), ...text],
    [...head, ...box('CP504', 'July 6, 2026', 'Page 1 of 2'), ...text],
    [...box('CP504', 'July 6, 2026', 'Page 2 of 2'), ...text],
  ]
  expect(read(...pages)).toEqual([
    true,
    ['CP501', '2026-05-04', [1, 2]],
    ['CP504', '2026-07-06', [3]],
    ['CP504', '2026-07-06', [4, 5]],
  ])
})

test('an enclosed notice of lien stays with the letter that it came with', () => {
  const letter = [
    ...head,
    [400, 40, 'Date: 10/28/2026'] as Printed,
    ...column(50, 300, 'Dear Anselm,', 'enclosed is a copy of Form 668(Y)(c).'),
    [420, 760, 'Letter 3172 (Rev. 3-2019)'] as Printed,
  ]
  const lien: Printed[] = [
    [40, 30, 'Form 668 (Y)(c)'],
    [200, 44, 'Notice of Federal Tax Lien'],
    [200, 30, 'Department of the Treasury - Internal Revenue Service'],
  ]
  expect(read(letter, lien)).toEqual([true, ['L3172', '2026-10-28', [1, 2]]])
})

test('a letter whose number is not in the catalog yields its other facts', () => {
  expect(read([...head, ...box('CP888', 'May 4, 2026', 'Page 1 of 1'), ...text])).toEqual([
    true,
    [null, '2026-05-04', [1]],
  ])
})

test('every value has the place where it was read', () => {
  const page = pageOf([...head, ...box('CP504', 'May 4, 2026', 'Page 1 of 1'), ...text], 7)
  const [letter] = readLetters(law, [page]).letters
  expect(letter?.evidence.noticeCode).toEqual({
    page: 7,
    box: [500 / 612, 40 / 792, 25 / 612, 10 / 792],
    raw: 'CP504',
    confidence: 1,
    rule: 'notice.header-box',
  })
  expect(letter?.evidence.noticeDate).toMatchObject({ page: 7, raw: 'May 4, 2026', rule: 'notice-date.box' })
})

test('a page with almost no text may be anything', () => {
  expect(read([[50, 50, 'unreadable']])).toEqual([null, [null, null, [1]]])
})

test('a letterhead with a misread character counts on a scan', () => {
  const faxed = column(50, 40, 'Nepartment of the Treasury', 'Internal Revenue Service')
  const withoutTin = box('CP504', 'June 20, 2026', 'Page 1 of 2').filter(([, top]) => top !== 68)
  const scanned = {
    ...pageOf([...faxed, ...withoutTin, [50, 220, 'Notice of intent to levy']]),
    source: 'ocr' as const,
  }
  const { isIrs, letters } = readLetters(law, [scanned])
  expect(isIrs).toBe(true)
  expect(letters.map((letter) => letter.facts.noticeCode)).toEqual(['CP504'])
})
