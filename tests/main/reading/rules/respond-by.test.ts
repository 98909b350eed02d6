import { expect, test } from 'vitest'
import { findRespondBy, findTermination } from '../../../../src/main/reading/rules/respond-by.ts'
import { column, type Printed, pageOf } from './page-support.ts'

const read = (printed: Printed[]) => {
  const found = findRespondBy([pageOf(printed)])
  return found && [found.value, found.evidence.rule]
}

test.each<[string, Printed[], [string, string]]>([
  [
    'a hearing in a sentence',
    column(
      50,
      300,
      'you can appeal by requesting a Collection Due Process',
      'hearing (Internal Revenue Code Section',
      '6330) by February 22, 2019.',
    ),
    ['2019-02-22', 'respond-by.hearing-sentence'],
  ],
  [
    'Form 12153 in a sentence',
    column(
      50,
      300,
      'complete and mail the enclosed Form 12153, Request for a',
      'Hearing, by February 22, 2019.',
    ),
    ['2019-02-22', 'respond-by.hearing-sentence'],
  ],
  [
    'the last day to request a hearing by its label',
    [[60, 300, 'Last day to request a hearing: February 22, 2019']],
    ['2019-02-22', 'respond-by.hearing'],
  ],
  [
    'the deadline for Form 12153 by its label',
    [
      [60, 300, 'Deadline to file Form 12153:'],
      [60, 312, 'February 22, 2019'],
    ],
    ['2019-02-22', 'respond-by.hearing'],
  ],
  [
    'a petition by its label',
    [
      [300, 60, 'Last day to file petition with US Tax Court:'],
      [300, 72, 'March 4, 2026'],
    ],
    ['2026-03-04', 'respond-by.petition'],
  ],
  [
    'an answer by its label',
    [
      [300, 60, 'Response due date:'],
      [420, 60, '12/09/2026'],
    ],
    ['2026-12-09', 'respond-by.response'],
  ],
  [
    'a payment by its label',
    column(50, 300, 'Amount due by', 'February 20, 2018', '$1,075.21'),
    ['2018-02-20', 'respond-by.pay'],
  ],
  [
    'the hearing before the payment',
    [
      [50, 250, 'Amount due by February 20, 2018'],
      ...column(50, 300, 'You must request a hearing by', 'March 2, 2018.'),
    ],
    ['2018-03-02', 'respond-by.hearing'],
  ],
  [
    'a Form 9423 that must be there',
    column(50, 300, 'We must have your Form 9423 no later than April 2, 2026.'),
    ['2026-04-02', 'respond-by.hearing-sentence'],
  ],
  [
    'a further review',
    column(50, 300, 'If you disagree, you may ask for further review by', 'April 2, 2026.'),
    ['2026-04-02', 'respond-by.hearing-sentence'],
  ],
  [
    'the terms of an agreement',
    column(50, 300, 'Unless you meet them by October 9, 2026 we will', 'terminate it.'),
    ['2026-10-09', 'respond-by.response-sentence'],
  ],
  [
    'papers that must be there',
    column(50, 300, 'We must receive your papers no later than April 2, 2026.'),
    ['2026-04-02', 'respond-by.response-sentence'],
  ],
  [
    'an appeal in Spanish',
    column(50, 300, 'Puede apelar por escrito a más tardar el 2 de abril de 2026.'),
    ['2026-04-02', 'respond-by.hearing-sentence'],
  ],
  [
    'an answer in Spanish',
    column(50, 300, 'Comuníquese con nosotros antes del 2 de abril de 2026.'),
    ['2026-04-02', 'respond-by.response-sentence'],
  ],
  [
    'a payment in Spanish',
    column(50, 300, 'Pague la cantidad que debe antes del 2 de abril de 2026.'),
    ['2026-04-02', 'respond-by.pay-sentence'],
  ],
])('the last day for %s', (_what, printed, expected) => {
  expect(read(printed)).toEqual(expected)
})

test.each<[string, Printed[]]>([
  [
    'the day on which a levy may begin',
    column(50, 300, 'or we may seize (levy) your property on or after February 22, 2019.'),
  ],
  [
    'the last day for an equivalent hearing',
    column(50, 300, 'You may request an equivalent hearing by November 9, 2027.'),
  ],
  [
    'the notice date',
    [
      [400, 50, 'Notice date'],
      [500, 50, 'January 30, 2019'],
    ],
  ],
  [
    'a count of days without a date',
    column(50, 300, 'You must request a hearing within 30 days from the date of this letter.'),
  ],
])('%s is not a deadline to answer', (_what, printed) => {
  expect(read(printed)).toBeNull()
})

test('the end of an installment agreement is read only where a date is given', () => {
  const named = column(50, 300, 'we will terminate your installment agreement on', 'December 9, 2026.')
  const counted = column(
    50,
    300,
    'we will terminate your installment agreement 30 days from',
    'the date of this notice.',
  )
  expect(findTermination([pageOf(named)])?.value).toBe('2026-12-09')
  expect(findTermination([pageOf(counted)])).toBeNull()
})
