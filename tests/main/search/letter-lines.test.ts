import { expect, test } from 'vitest'
import { letterLines } from '../../../src/main/storage/search-index/letter-lines.ts'
import { noAnswers } from '../../../src/shared/model/appeal.ts'
import { Day } from '../../../src/shared/model/day.ts'
import { noFacts } from '../../../src/shared/model/facts.ts'

test('facts that belong together are one line, dates are written both ways, and the full number is left out', () => {
  const confirmed = {
    ...noFacts,
    noticeCode: 'CP504',
    noticeDate: Day.parse('2026-01-30'),
    respondByDate: Day.parse('2026-02-20'),
    taxPeriods: ['2017', '2018'],
    form: '1040',
    amountDue: '9533.53',
    tinType: 'SSN' as const,
    tinLast4: '0123',
    taxpayerName: 'ROSA MUÑOZ',
    taxpayerAddress: '12 ELM ST\nDAYTON OH 45402',
    contactPhone: '555-0142',
    employeeName: 'A. Trevanion',
    faxNumber: '855-555-0133',
  }
  const lines = letterLines({
    confirmed,
    reading: null,
    fileName: 'scan.pdf',
    events: [],
    exhibits: [],
    mailings: [],
    answers: { ...noAnswers, tin: '900-12-0123', harm: 'I cannot pay rent.' },
  })
  expect(lines).toEqual([
    'CP504',
    'ROSA MUÑOZ',
    '12 ELM ST, DAYTON OH 45402',
    '9533.53',
    '2017 2018 1040',
    'SSN 0123',
    'January 30, 2026 (2026-01-30) February 20, 2026 (2026-02-20)',
    '555-0142 A. Trevanion',
    '855-555-0133',
    'scan.pdf',
    'I cannot pay rent.',
  ])
})
