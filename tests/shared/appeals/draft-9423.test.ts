import path from 'node:path'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { loadForms } from '../../../src/main/content/form-files.ts'
import type { Forms } from '../../../src/shared/appeals/appeal-papers.ts'
import type { Draft, DraftBlock } from '../../../src/shared/appeals/draft.ts'
import { draft9423 } from '../../../src/shared/appeals/draft-9423.ts'
import { computeDeadlines } from '../../../src/shared/deadlines/compute-deadlines.ts'
import { type InEnglish, inEnglish } from '../../../src/shared/i18n/english.ts'
import type { Letter } from '../../../src/shared/model/letter.ts'
import { law } from '../../law.ts'
import { day, emptyLetter, sampleLetter } from './sample-letter.ts'

const resources = path.resolve('resources')
let forms: Forms
beforeAll(async () => {
  forms = await loadForms(resources)
})

function draftOf(letter: Letter, today = '2026-03-06'): EnglishDraft {
  const draft = draft9423({
    form: forms.forms['9423'],
    reasons: forms.reasons,
    law,
    letter,
    deadlines: computeDeadlines(law, letter, day(today)),
    today: day(today),
  })
  return inEnglish(draft)
}

type EnglishDraft = InEnglish<Draft>

function blockOf(draft: EnglishDraft, block: string) {
  const found = draft.blocks.find((each) => each.block === block)
  if (!found) throw new Error(`no block ${block}`)
  return found
}

function printed(block: InEnglish<DraftBlock>): string {
  switch (block.kind) {
    case 'text':
      return block.value
    case 'boxes':
      return block.boxes
        .filter((box) => box.checked)
        .map((box) => box.label)
        .join('; ')
    case 'blank':
      return block.stops ? 'blank, stops' : 'blank'
    case 'handwritten':
    case 'irsUse':
      return block.kind
  }
}

const partOf = (draft: EnglishDraft, heading: string) =>
  draft.statement.find((part) => part.heading === heading)

const blocks: [string, Parameters<typeof sampleLetter>[0], string, string][] = [
  ['the name on the letter', {}, '1', 'Sample Q. Person'],
  ['the name that the person typed', { answers: { name: 'Sam Person' } }, '1', 'Sam Person'],
  ['no name', { facts: { taxpayerName: null } }, '1', 'blank, stops'],
  ['no representative', {}, '2', 'blank'],
  [
    'a representative who signs but has no name',
    { answers: { signer: 'representative' } },
    '2',
    'blank, stops',
  ],
  ['the last four digits are not the number', {}, '3', 'handwritten'],
  ['the number that the person typed', { answers: { tin: '900-00-1234' } }, '3', '900-00-1234'],
  ['the street, apartment line included', {}, '7', '12 Elm Street, Apt 4'],
  ['no city', { facts: { taxpayerAddress: null } }, '8', 'blank, stops'],
  ['no ZIP code', { facts: { taxpayerAddress: null } }, '10', 'blank'],
  ['an income tax return', {}, '11', 'Income (1040)'],
  ['a form that we have no name for', { facts: { form: '8804' } }, '11', 'Form 8804'],
  ['a civil penalty', { facts: { form: 'CIVPEN' } }, '11', 'Civil penalty (CIVPEN)'],
  ['years', {}, '12', '2021, 2022'],
  ['one quarter', { facts: { taxPeriods: ['2023-06'] } }, '12', 'period ending June 2023 (202306)'],
  [
    'quarters',
    { facts: { taxPeriods: ['2023-06', '2023-09'] } },
    '12',
    'periods ending June 2023 (202306), September 2023 (202309)',
  ],
  ['no periods', { facts: { taxPeriods: [] } }, '12', 'blank, stops'],
  ['thousands', {}, '13', '$9,533.53'],
  ['millions', { facts: { amountDue: '1234567.00' } }, '13', '$1,234,567.00'],
  ['an amount that is the missed payments only', { facts: { noticeCode: 'CP523' } }, '13', 'blank'],
  ['the action of the notice', {}, '14', 'Levy or Proposed Levy'],
  [
    'the actions that the person chose',
    { answers: { actions: ['lien', 'seizure'] } },
    '14',
    'Federal Tax Lien; Seizure',
  ],
  ['a number that may also be a grant', { facts: { noticeCode: 'L4025' } }, '14', ''],
  ['signature', {}, '16', 'handwritten'],
  ['date', {}, '17', 'handwritten'],
  ['IRS use', {}, '18', 'irsUse'],
  ['IRS use, last', {}, '29', 'irsUse'],
]

describe('draft9423', () => {
  test.each(blocks)('%s', (_, parts, block, expected) => {
    expect(printed(blockOf(draftOf(sampleLetter(parts)), block))).toBe(expected)
  })

  it('has all blocks of the form once, each on the page once', () => {
    const numbers = Array.from({ length: 29 }, (_, index) => `${index + 1}`)
    expect(draftOf(sampleLetter()).blocks.map((block) => block.block)).toEqual(numbers)
    const placed = forms.forms['9423'].sections.flatMap((section) =>
      section.rows.flat().map((cell) => cell.block),
    )
    const second = ['16 joint', '17 joint']
    expect(placed.filter((block) => !second.includes(block))).toEqual(numbers)
    expect(placed).toEqual(expect.arrayContaining(second))
  })

  it('checks one signer, as answered', () => {
    const signature = blockOf(draftOf(sampleLetter({ answers: { signer: 'representative' } })), '16')
    expect(signature.kind === 'handwritten' && signature.boxes?.map((box) => box.checked)).toEqual([
      false,
      true,
    ])
  })

  it('says that it is based on unconfirmed facts', () => {
    expect(draftOf(sampleLetter({ confirmed: false })).unconfirmed).toBe(true)
    expect(draftOf(sampleLetter()).unconfirmed).toBe(false)
  })

  it('names every blank of an empty letter and invents nothing', () => {
    const draft = draftOf(emptyLetter)
    const stopping = draft.missingFields.filter((field) => field.stops).map((field) => field.block)
    expect(stopping).toEqual(['1', '7', '8', '11', '12', '14', '15', '15', '15', null])
    expect(draft.blocks.filter((block) => block.kind === 'text').map((block) => block.block)).toEqual(['15'])
  })

  const numbers: [string, string, boolean | null][] = [
    ['nine digits that fit the letter', '900-00-1234', null],
    ['nine digits that do not fit the letter', '900-00-9999', false],
    ['too few digits', '900-00-12', true],
  ]
  test.each(numbers)('a typed number with %s', (_, tin, stops) => {
    const field = draftOf(sampleLetter({ answers: { tin } })).missingFields.find((each) => each.block === '3')
    expect(field?.stops ?? null).toBe(stops)
  })
})

describe('block 15', () => {
  it('follows the order of the checklist', () => {
    const { statement } = draftOf(sampleLetter({ events: [{ kind: 'conferenceHeld', day: '2026-03-05' }] }))
    expect(statement.map((part) => part.heading)).toEqual([
      'Action and date',
      'Why it is wrong',
      'Harm',
      'Proposed solution',
      'Attached',
      'Conference',
    ])
    expect(statement[0]).toMatchObject({
      text: 'I am Sample Q. Person, the taxpayer named in Letter 1058, dated March 3, 2026. The tax at issue is Form 1040, 2021, 2022. I appeal this collection action: Levy or Proposed Levy.',
    })
    expect(statement[4]).toMatchObject({
      text: 'Exhibit A: Form 9465 as filed; Exhibit B: Bank statements, January to March 2026; copy of the IRS letter (Letter 1058) of March 3, 2026.',
    })
    expect(statement[5]).toMatchObject({
      text: 'The conference with the Collection manager (Manager P. Sample) was held on March 5, 2026.',
    })
  })

  const conferences: [string, Parameters<typeof sampleLetter>[0], string, object | undefined][] = [
    [
      'the manager may still call',
      { events: [{ kind: 'conferenceRequested', day: '2026-03-09' }] },
      '2026-03-11',
      { stops: true },
    ],
    [
      'nobody called in two business days',
      { events: [{ kind: 'conferenceRequested', day: '2026-03-09' }] },
      '2026-03-12',
      {
        text: 'On March 9, 2026, I requested a conference with the Collection manager (Manager P. Sample). Nobody from the IRS made contact by March 11, 2026.',
      },
    ],
    [
      'held, and the appeal announced',
      {
        events: [
          { kind: 'conferenceRequested', day: '2026-03-09' },
          { kind: 'conferenceHeld', day: '2026-03-10' },
          { kind: 'appealAnnounced', day: '2026-03-11' },
        ],
      },
      '2026-03-12',
      {
        text: 'The conference with the Collection manager (Manager P. Sample) was held on March 10, 2026. On March 11, 2026, I told the IRS that this appeal was coming.',
      },
    ],
    ['a revenue officer, no conference yet', {}, '2026-03-12', { stops: true }],
    ['it is not known who acted', { answers: { contact: null } }, '2026-03-12', { stops: true }],
    ['only letters and calls', { answers: { contact: 'phoneOrNotice' } }, '2026-03-12', { stops: false }],
    [
      'only letters and calls, referred to a manager',
      { answers: { contact: 'phoneOrNotice' }, events: [{ kind: 'managerReferral', day: '2026-03-10' }] },
      '2026-03-12',
      { text: 'The IRS referred me to a Collection manager on March 10, 2026.' },
    ],
    [
      'an installment agreement needs no conference',
      { answers: { actions: ['installmentAgreementTerminated'] } },
      '2026-03-12',
      undefined,
    ],
  ]
  test.each(conferences)('conference: %s', (_, parts, today, expected) => {
    const part = partOf(draftOf(sampleLetter(parts), today), 'Conference')
    if (expected) expect(part).toMatchObject(expected)
    else expect(part).toBeUndefined()
  })

  it('asks the person to check the claim that nobody called', () => {
    const letter = sampleLetter({ events: [{ kind: 'conferenceRequested', day: '2026-03-09' }] })
    expect(draftOf(letter, '2026-03-12').missingFields).toContainEqual({
      block: '15',
      name: 'Block 15',
      what: 'Conference: The draft says that nobody called. If somebody did, record the conference.',
      stops: false,
      question: 'events',
    })
  })

  it('moves a statement that is too long to the continuation, complete and with a heading', () => {
    const whyWrong = 'A long story. '.repeat(200)
    const draft = draftOf(sampleLetter({ answers: { whyWrong } }))
    expect(printed(blockOf(draft, '15'))).toBe('See the attached continuation sheet for block 15.')
    expect(draft.continuation).toMatch(
      /^Form 9423, block 15: continuation\nSample Q. Person, XXX-XX-1234\n\n1\. /,
    )
    expect(draft.continuation).toContain(whyWrong.trim())
  })

  it('fits the box when it is short', () => {
    const draft = draftOf(sampleLetter())
    expect(draft.continuation).toBeNull()
    expect(printed(blockOf(draft, '15'))).toContain(
      '2. Why it is wrong: My request for an installment agreement',
    )
  })
})
