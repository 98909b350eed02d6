import { expect, test } from 'vitest'
import { isArticleNumber } from '../../../../src/main/reading/rules/identifiers.ts'
import { readLetters } from '../../../../src/main/reading/rules/read-letters.ts'
import type { LetterFacts } from '../../../../src/shared/model/letter.ts'
import { law } from '../reading-support.ts'
import { column, type Printed, pageOf } from './page-support.ts'

const head: Printed[] = column(50, 40, 'Department of the Treasury', 'Internal Revenue Service')
const body: Printed[] = column(50, 400, 'You owe federal tax. See www.irs.gov for what you can do about it.')
const box = (code: string, ...rows: [string, string][]): Printed[] =>
  [['Notice', code], ['Notice date', 'November 2, 2026'], ...rows].flatMap(([label = '', value = ''], at) => [
    [380, 40 + 14 * at, label] as const,
    [500, 40 + 14 * at, value] as const,
  ])
const heading = (number: string, ...rows: string[]): Printed[] => [
  ...column(350, 40, 'Date: November 2, 2026', 'Taxpayer ID number: XXX-XX-4411', ...rows),
  [420, 760, `Letter ${number}`],
]
function read(name: keyof LetterFacts, ...printed: Printed[]): unknown {
  const [letter] = readLetters(law, [pageOf([...head, ...printed, ...body])]).letters
  return letter?.facts[name] ?? null
}

test.each<[string, Printed[], string | null]>([
  ['beside its label', box('CP504', ['Your Caller ID', '427813']), '427813'],
  ['after a colon', box('LT11', ['Caller ID number:', '427813']), '427813'],
  [
    'in Spanish',
    [...box('CP504'), ...column(50, 120, 'Su número de identificación de llamada: 427813')],
    '427813',
  ],
  [
    'whose label goes on below it',
    [...box('CP504'), ...column(50, 120, 'Su número de identificación de 427813', 'llamada')],
    '427813',
  ],
  [
    'in Spanish whose accent was misread',
    [...box('CP504'), ...column(50, 120, 'Su numero de identificacién de llamada 427813')],
    '427813',
  ],
  [
    'beside a label of two lines',
    [...box('CP504'), ...column(50, 120, 'Su número de identificación', 'de llamada'), [250, 120, '427813']],
    '427813',
  ],
  [
    'not after the words of another label',
    [...box('CP504'), ...column(50, 120, 'Su número de identificación de 427813', 'seguro social')],
    null,
  ],
  ['not a taxpayer’s number', box('CP504', ['Your Caller ID', '900-11-4411']), null],
  ['not a phone', box('CP504', ['Your Caller ID', '800-555-0133']), null],
  ['not there', box('CP504'), null],
])('a caller ID %s', (_, printed, expected) => {
  expect(read('callerId', ...printed)).toBe(expected)
})

test.each<[string, Printed[], string | null]>([
  ['beside its label', heading('3172', 'Fax: 855-555-0133'), '855-555-0133'],
  ['with brackets', heading('3172', 'Fax number: (855) 555-0133'), '855-555-0133'],
  ['of the person to contact', heading('3172', 'Contact fax number: 855-555-0133'), '855-555-0133'],
  ['named in a sentence alone is no labeled one', heading('3172', 'You may fax your request to us.'), null],
  ['is not taken from the phone', heading('3172', 'Telephone: 855-555-0133'), null],
])('a fax number %s', (_, printed, expected) => {
  expect(read('faxNumber', ...printed)).toBe(expected)
})

test('the phone is not taken from the fax, nor the fax from the phone', () => {
  const printed = heading('3172', 'Telephone: 617-555-0135', 'Fax: 855-555-0133')
  expect([read('contactPhone', ...printed), read('faxNumber', ...printed)]).toEqual([
    '617-555-0135',
    '855-555-0133',
  ])
})

test.each<[string, string, string | null]>([
  ['of 22 digits', 'Certified Mail 9407 1118 9922 3197 4284 90', '9407 1118 9922 3197 4284 90'],
  ['of 20 digits', 'CERTIFIED MAIL: 7112 3456 7891 2345 6787', '7112 3456 7891 2345 6787'],
  ['as an article number', 'Article number: 9407111899223197428490', '9407 1118 9922 3197 4284 90'],
  ['whose check digit does not fit was misread', 'Certified Mail 9407 1118 9922 3197 4284 91', null],
  ['that lacks a digit was misread', 'Certified Mail 9407 1118 9922 3197 4284 9', null],
  ['without a label is some other number', '9407 1118 9922 3197 4284 90', null],
])('a certified-mail number %s', (_, line, expected) => {
  expect(read('certifiedNumber', ...heading('1058'), [50, 150, line])).toBe(expected)
})

test('the check digit reveals one wrong digit anywhere', () => {
  const right = '9407111899223197428490'
  expect(isArticleNumber(right)).toBe(true)
  for (let at = 2; at < right.length; at++) {
    const wrong = right.slice(0, at) + ((Number(right[at]) + 1) % 10) + right.slice(at + 1)
    expect(isArticleNumber(wrong)).toBe(false)
  }
})

const sentence = (text: string): Printed[] => column(50, 300, text)
test.each<[string, Printed[], 'respondByDate' | 'terminationDate', string | null]>([
  [
    'Letter 3172: the hearing date by its label',
    [...heading('3172'), ...sentence('Hearing request due: December 9, 2026')],
    'respondByDate',
    '2026-12-09',
  ],
  [
    'Letter 3172: the hearing date in a sentence',
    [...heading('3172'), ...sentence('You must request your hearing by December 9, 2026.')],
    'respondByDate',
    '2026-12-09',
  ],
  [
    'Letter 3172: the day to pay is not the hearing date',
    [
      ...heading('3172'),
      ...sentence('You must request your hearing by December 9, 2026.'),
      ...column(50, 330, 'Amount due by: November 23, 2026'),
    ],
    'respondByDate',
    '2026-12-09',
  ],
  [
    'CP523: the day on which the plan ends, by its label',
    [...box('CP523'), ...sentence('Termination date: December 9, 2026')],
    'terminationDate',
    '2026-12-09',
  ],
  [
    'CP523: in a sentence',
    [...box('CP523'), ...sentence('We will terminate your installment agreement on December 9, 2026.')],
    'terminationDate',
    '2026-12-09',
  ],
  [
    'CP623: in a sentence',
    [
      ...box('CP623'),
      ...sentence('Your installment agreement will be terminated effective December 9, 2026.'),
    ],
    'terminationDate',
    '2026-12-09',
  ],
  [
    'CP623: 30 days from now is no date that is printed',
    [...box('CP623'), ...sentence('We may terminate your agreement 30 days from the date of this notice.')],
    'terminationDate',
    null,
  ],
])('%s', (_, printed, name, expected) => {
  expect(read(name, ...printed)).toBe(expected)
})
