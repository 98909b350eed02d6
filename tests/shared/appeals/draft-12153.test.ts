import path from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { loadForms } from '../../../src/main/content/form-files.ts'
import { appealPapers } from '../../../src/shared/appeals/appeal-papers.ts'
import type { Draft } from '../../../src/shared/appeals/draft.ts'
import { type InEnglish, inEnglish } from '../../../src/shared/i18n/english.ts'
import type { Letter } from '../../../src/shared/model/letter.ts'
import { caseAmong } from '../../../src/shared/telling/tell-all.ts'
import { law } from '../../law.ts'
import { day, emptyLetter, sampleLetter } from './sample-letter.ts'

const resources = path.resolve('resources')
const forms = await loadForms(resources)

type EnglishDraft = InEnglish<Draft>
const draftOf = (letter: Letter, today = '2026-03-12'): EnglishDraft =>
  inEnglish(appealPapers(forms, caseAmong(law, [letter], letter, day(today)), null).draft)

function checkedIn(draft: EnglishDraft, id: string): string[] {
  const block = draft.blocks.find((each) => each.block === id)
  return block?.kind === 'boxes' ? block.boxes.filter((box) => box.checked).map((box) => box.label) : []
}
const textIn = (draft: EnglishDraft, id: string) => {
  const block = draft.blocks.find((each) => each.block === id)
  return block?.kind === 'text' ? block.value : block?.kind
}

describe('the form that is drafted', () => {
  const rows: [string, Parameters<typeof sampleLetter>[0], string, string][] = [
    ['a CDP hearing is open', {}, '2026-03-12', '12153'],
    ['only an equivalent hearing is open', {}, '2026-06-12', '12153'],
    ['every hearing is over', {}, '2027-06-12', '9423'],
    ['no hearing belongs to the letter', { facts: { noticeCode: 'CP504' } }, '2026-03-12', '9423'],
    ['the person wants the other one', { answers: { form: '9423' } }, '2026-03-12', '9423'],
  ]
  test.each(rows)('%s', (_, parts, today, form) => {
    expect(draftOf(sampleLetter(parts), today).form).toBe(form)
  })
})

describe('draft12153', () => {
  it('has each item on the page once', () => {
    const form = forms.forms['12153']
    const placed = form.sections.flatMap((section) => section.rows.flat().map((cell) => cell.block))
    expect([...placed].sort()).toEqual(form.blocks.map(({ block }) => block).sort())
    expect(draftOf(sampleLetter()).blocks.map(({ block }) => block)).toEqual(
      form.blocks.map(({ block }) => block),
    )
  })

  const basis: [string, string[]][] = [
    ['L1058', ['Notice of Proposed or Actual Levy']],
    ['L3172', ['Filed Notice of Federal Tax Lien']],
  ]
  test.each(basis)('item 1 says what %s is about', (noticeCode, labels) => {
    const draft = draftOf(sampleLetter({ facts: { noticeCode }, answers: { form: '12153' } }))
    expect(checkedIn(draft, '1')).toEqual(labels)
  })

  it.each([['2026-03-12'], ['2026-06-12']])('item 2 is checked on %s, on time or late', (today) => {
    expect(checkedIn(draftOf(sampleLetter(), today), '2')).toHaveLength(1)
  })

  it('checks in items 8 and 9 what the person chose', () => {
    const draft = draftOf(
      sampleLetter({
        answers: {
          whyWrong: '',
          fix: '',
          reasons: [{ id: 'paid', detail: 'I paid $500.00 on May 2, 2025 by check 104.' }],
          remedies: [{ id: 'monthly', amount: '$250', day: 'April 15, 2026' }],
        },
      }),
    )
    expect(checkedIn(draft, '8')).toEqual([
      "I've made payments that were not applied to my taxes",
      'I am unable to pay in full and would like a collection alternative (see item 9)',
    ])
    expect(checkedIn(draft, '9')).toEqual(['Installment Agreement'])
    const text = JSON.stringify(draft.statement)
    expect(text).toContain('I paid $500.00 on May 2, 2025 by check 104.')
    expect(text).toContain('I offer to pay $250 a month, beginning on April 15, 2026 (IRC 6159).')
    expect(draft.missingFields.filter((field) => field.stops)).toEqual([])
  })

  it('stops for a reason without its facts and an offer without its amount', () => {
    const reasons = [{ id: 'hardship', detail: ' ' }]
    const remedies = [{ id: 'monthly', amount: '', day: 'April 15, 2026' }]
    const draft = draftOf(sampleLetter({ answers: { whyWrong: '', fix: '', reasons, remedies } }))
    const stops = draft.missingFields.filter((field) => field.stops).map((field) => field.what)
    expect(stops).toHaveLength(2)
    expect(stops[0]).toContain('Income and basic expenses a month'.toLowerCase().slice(1, 20))
    expect(stops[1]).toContain('Write the amount.')
  })

  it('leaves the other signer’s lines blank', () => {
    const penOf = (letter: Letter) =>
      draftOf(letter).blocks.flatMap((block) =>
        block.kind === 'handwritten' && block.pen && block.pen !== 'write' ? [block.block] : [],
      )
    expect(penOf(sampleLetter())).toEqual(['10', '10 date'])
    expect(penOf(sampleLetter({ answers: { jointName: 'Pat Person' } }))).toEqual([
      '10',
      '10 date',
      '10 joint',
      '10 joint date',
    ])
    expect(penOf(sampleLetter({ answers: { signer: 'representative' } }))).toEqual([
      '10 representative',
      '10 representative date',
    ])
  })

  it('takes the tax from the letter, with all twelve quarters', () => {
    const taxPeriods = Array.from({ length: 12 }, (_, index) => `${2020 + (index % 3)}-0${3 + index}`).map(
      (period, index) => `${period.slice(0, 4)}-${['03', '06', '09', '12'][index % 4]}`,
    )
    const draft = draftOf(sampleLetter({ facts: { form: '941', taxPeriods } }))
    expect(textIn(draft, '7 type')).toBe('Employment')
    for (const period of taxPeriods) expect(textIn(draft, '7 periods')).toContain(period.replace('-', ''))
  })

  it('names what is missing in an empty request and invents nothing', () => {
    const draft = draftOf({ ...emptyLetter, answers: { ...emptyLetter.answers, form: '12153' } })
    const stops = draft.missingFields.filter((field) => field.stops).map((field) => field.block)
    expect(stops).toEqual(['1', '3', '3 address', '3 city', '8', '8, 9', '8, 9', '8, 9', null])
  })
})
