import { type AppealAnswers, noAnswers } from '../../../src/shared/model/appeal.ts'
import { type CaseEvent, CaseEvent as CaseEventSchema } from '../../../src/shared/model/case-event.ts'
import { Day } from '../../../src/shared/model/day.ts'
import { type Letter, type LetterFacts, LetterId, noFacts } from '../../../src/shared/model/letter.ts'

export const day = (text: string): Day => Day.parse(text)

/** A final notice before a levy, to a person who does not exist. */
export const sampleFacts: LetterFacts = {
  ...noFacts,
  noticeCode: 'L1058',
  noticeDate: day('2026-03-03'),
  taxPeriods: ['2021', '2022'],
  form: '1040',
  amountDue: '9533.53',
  tinType: 'SSN',
  tinLast4: '1234',
  taxpayerName: 'Sample Q. Person',
  taxpayerAddress: '12 Elm Street\nApt 4\nSpringfield, IL 62701',
  returnAddress: 'Internal Revenue Service\n100 Example Street, Stop 5000\nChicago, IL 60604',
  contactPhone: '312-555-0142',
  employeeName: 'R. Officer',
  language: 'en',
}

export const sampleAnswers: AppealAnswers = {
  ...noAnswers,
  contact: 'revenueOfficer',
  homePhone: '217-555-0101',
  whyWrong: 'My request for an installment agreement of February 20, 2026 is pending.',
  harm: 'The levy would take the rent that is due on April 1.',
  fix: 'I offer $250 a month by direct debit from April 15, 2026.',
  attachments: ['Form 9465 as filed', 'Bank statements, January to March 2026'],
  conferenceWith: 'Manager P. Sample',
}

type SessionContext = {
  facts?: Partial<LetterFacts>
  answers?: Partial<AppealAnswers>
  events?: { kind: CaseEvent['kind']; day: string }[]
  confirmed?: boolean
  pages?: number[]
}

/** The sample letter with some facts, answers or events of a test's own. */
export function sampleLetter({
  facts = {},
  answers = {},
  events = [],
  confirmed = true,
  pages = [1],
}: SessionContext = {}): Letter {
  const all = { ...sampleFacts, ...facts }
  return {
    id: LetterId.parse('5f0c4b1e-6a0f-4d5e-9a53-3d4f5b6c7d8e'),
    fileName: 'sample.pdf',
    keptAt: '2026-03-06T09:00:00Z',
    pages,
    status: { kind: 'read' },
    isIrs: true,
    reading: { pages, facts: all, evidence: {} },
    confirmed: confirmed ? all : null,
    events: events.map((event) => CaseEventSchema.parse({ ...event, note: '' })),
    answers: { ...sampleAnswers, ...answers },
    exhibits: [],
    mailings: [],
    removed: false,
  }
}

/** The sample letter of which nothing is known and nothing was answered. */
export const emptyLetter: Letter = {
  ...sampleLetter(),
  reading: null,
  confirmed: null,
  answers: noAnswers,
}
