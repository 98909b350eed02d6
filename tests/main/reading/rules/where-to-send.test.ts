import { expect, test } from 'vitest'
import { readLetters } from '../../../../src/main/reading/rules/read-letters.ts'
import type { LetterFacts } from '../../../../src/shared/model/letter.ts'
import { law } from '../reading-support.ts'
import { column, type Printed, pageOf } from './page-support.ts'

/** A fact of a Letter 3172 with these lines on it. */
function read(name: keyof LetterFacts, ...printed: Printed[]): unknown {
  const letterhead = column(50, 40, 'Department of the Treasury', 'Internal Revenue Service')
  const heading = column(350, 40, 'Date: November 2, 2026', 'Taxpayer ID number: XXX-XX-4411')
  const body = column(50, 700, 'You owe federal tax. See www.irs.gov for what you can do about it.')
  const page = pageOf([...letterhead, ...heading, ...printed, ...body, [420, 760, 'Letter 3172']])
  return readLetters(law, [page]).letters[0]?.facts[name] ?? null
}

const office = 'Internal Revenue Service\nP.O. Box 145566, Stop 813G\nMemphis, TN 38101-0069'

test.each<[string, Printed[], string | null]>([
  [
    'in the block under the sentence',
    [
      ...column(50, 300, 'To keep your rights, you must complete and mail the enclosed', 'Form 12153 to:'),
      ...column(80, 328, ...office.split('\n')),
    ],
    office,
  ],
  [
    'in the sentence itself',
    column(
      50,
      300,
      'Mail your request for a hearing to: Internal Revenue Service, P.O. Box 9901,',
      'Stop 813G, Memphis, TN 38101-0069. Keep a copy for your records.',
    ),
    'Internal Revenue Service\nP.O. Box 9901\nStop 813G\nMemphis, TN 38101-0069',
  ],
  ['under a label', column(50, 300, 'Where to send your hearing request:', ...office.split('\n')), office],
  [
    'in Spanish',
    column(50, 300, 'Envíe el Formulario 12153 a la siguiente dirección:', ...office.split('\n')),
    office,
  ],
  ['is not that of a payment', column(50, 300, 'Mail your payment to:', ...office.split('\n')), null],
  [
    'is not the address above',
    column(50, 300, 'Send your request to the address shown at the top of this letter by May 3, 2026.'),
    null,
  ],
])('the address for a hearing request %s', (_, printed, expected) => {
  expect(read('hearingAddress', ...printed)).toBe(expected)
})

test.each<[string, string[], string | null]>([
  ['behind its label', ['Hearing request fax: 855-555-0177'], '855-555-0177'],
  ['in a label of its own', ['Fax number for hearing requests: (855) 555-0177'], '855-555-0177'],
  [
    'in the sentence',
    ['Mail Form 12153 to the address above,', 'or fax it to 855-555-0177.'],
    '855-555-0177',
  ],
  ['after the word fax', ['You may fax your request for a hearing to (855) 555-0177.'], '855-555-0177'],
  ['is not the fax of the office', ['Fax: 855-555-0133'], null],
  ['is not a phone', ['For questions on Form 12153, call 855-555-0133.'], null],
])('the fax for a hearing request %s', (_, lines, expected) => {
  expect(read('hearingFax', ...column(50, 300, ...lines))).toBe(expected)
})

test.each<[string, string[], string | null]>([
  [
    'in a sentence',
    [
      'We filed a Notice of Federal Tax Lien with the Recorder of Deeds of',
      'Shelby County, TN on October 27, 2026.',
    ],
    '2026-10-27',
  ],
  [
    'of which the lien is the subject',
    ['A Notice of Federal Tax Lien was filed on 10/27/2026.'],
    '2026-10-27',
  ],
  ['behind its label', ['Date NFTL filed: October 27, 2026'], '2026-10-27'],
  [
    'in Spanish',
    ['Presentamos un Aviso de Gravamen por Impuestos Federales el 27 de octubre de 2026.'],
    '2026-10-27',
  ],
  [
    'is not the last day',
    ['A federal tax lien was filed. You must request a hearing by December 3, 2026.'],
    null,
  ],
])('the day on which the lien was filed %s', (_, lines, expected) => {
  expect(read('lienFiledDate', ...column(50, 300, ...lines))).toBe(expected)
})

test.each<[string, Printed[], string | null]>([
  [
    'below the name',
    column(350, 80, 'Person to contact:', 'Odalys P. Renner', 'Revenue Officer'),
    'Revenue Officer',
  ],
  [
    'behind the name',
    column(350, 80, 'Person to contact: Odalys P. Renner, Revenue Officer'),
    'Revenue Officer',
  ],
  ['as the label', column(350, 80, 'Revenue Officer: Odalys P. Renner'), 'Revenue Officer'],
  ['behind its label', column(350, 80, 'Title: Lien Advisor'), 'Lien Advisor'],
  ['is not that of who signs', column(50, 640, 'Sincerely,', 'Collection Manager'), null],
])('the title of the person to contact %s', (_, printed, expected) => {
  expect(read('employeeTitle', ...printed)).toBe(expected)
})

test('the name in front of a title is the person to contact', () => {
  const printed = column(350, 80, 'Person to contact: Odalys P. Renner, Revenue Officer')
  expect(read('employeeName', ...printed)).toBe('Odalys P. Renner')
})

test.each<[string, string[], string | null]>([
  ['behind its label', ['Upload code: A1B2-C3D4'], 'A1B2-C3D4'],
  ['in a sentence', ['Go to www.irs.gov/dut and enter this one-time access code: 7KQ2M9XW.'], '7KQ2M9XW'],
  ['in Spanish', ['Código de acceso: A1B2-C3D4'], 'A1B2-C3D4'],
  ['is no word', ['The upload code expires in 30 days.'], null],
  ['is not there', ['You may upload your papers.'], null],
])('the code for an upload %s', (_, lines, expected) => {
  expect(read('uploadCode', ...column(50, 300, ...lines))).toBe(expected)
})
