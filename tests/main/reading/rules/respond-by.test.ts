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

/** The sentence over two lines, broken after somewhat more than half of its words. */
const inTwoLines = (sentence: string): Printed[] => {
  const words = sentence.split(' ')
  const half = Math.ceil(words.length * 0.6)
  return column(50, 300, words.slice(0, half).join(' '), words.slice(half).join(' '))
}

test.each([
  'Please let us hear from you by May 1, 2026.',
  'You have until May 1, 2026 to appeal our decision.',
  'You have until May 1, 2026, to respond to this letter.',
  'You have until May 1, 2026 to request a Collection Due Process hearing.',
  'The deadline to respond is May 1, 2026.',
  'The deadline for requesting a hearing is May 1, 2026.',
  'The last day to request a hearing is May 1, 2026.',
  'The last day to file a petition with the United States Tax Court is May 1, 2026.',
  'You must file your petition with the Tax Court on or before May 1, 2026.',
  'To avoid termination of your agreement, bring your account current by May 1, 2026.',
  'Mail the form so that we receive it no later than close of business on May 1, 2026.',
  'If you want to appeal, your request must be postmarked by May 1, 2026.',
  'Your request must reach us by May 1, 2026.',
  'Your payment must be received by May 1, 2026.',
  'We need to receive your payment by May 1, 2026 to avoid more interest.',
  'Return the enclosed form by May 1, 2026.',
  'Complete and return the form to us by May 1, 2026.',
  'Contact us no later than May 1, 2026.',
  'Unless you meet them by May 1, 2026 we will terminate it.',
  'We must have your form no later than May 1, 2026.',
  'You may ask for further review by May 1, 2026.',
  'Your last payment day is May 1, 2026.',
  'Send us the documents listed below. They must reach us by May 1, 2026.',
  'This must be done by May 1, 2026.',
  'Tiene hasta el 1 de mayo de 2026 para responder.',
  'Tiene hasta el 1 de mayo de 2026 para solicitar una audiencia.',
  'A menos que cumpla con ellos antes del 1 de mayo de 2026, cancelaremos su plan.',
  'Si no los cumple antes del 1 de mayo de 2026, cancelaremos su plan.',
  'Debemos recibir su formulario a más tardar el 1 de mayo de 2026.',
  'Puede pedir otra revisión a más tardar el 1 de mayo de 2026.',
  'La fecha límite para responder es el 1 de mayo de 2026.',
  'El último día para solicitar una audiencia es el 1 de mayo de 2026.',
  'El último día para presentar una petición ante el Tribunal Tributario es el 1 de mayo de 2026.',
  'Su pago debe llegar antes del 1 de mayo de 2026.',
  'Necesitamos tener su respuesta para el 1 de mayo de 2026.',
])('the last day is read from: %s', (sentence) => {
  expect(read(inTwoLines(sentence))?.[0]).toBe('2026-05-01')
})

test.each([
  'We asked you to respond by May 1, 2026, but we did not hear from you.',
  'On March 2, 2026 we asked you to pay by May 1, 2026.',
  'You did not respond to our letter by May 1, 2026.',
  'We received your payment on May 1, 2026.',
  'You filed your return by May 1, 2026.',
  'Interest is figured until May 1, 2026.',
  'Our offices are closed until May 1, 2026.',
  'No recibimos su respuesta antes del 1 de mayo de 2026.',
  'Your agreement was approved; you paid until May 1, 2026.',
])('no last day is in: %s', (sentence) => {
  expect(read(inTwoLines(sentence))).toBeNull()
})
