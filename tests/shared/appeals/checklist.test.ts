import path from 'node:path'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { loadForms } from '../../../src/main/content/form-files.ts'
import { appealPapers, type Forms } from '../../../src/shared/appeals/appeal-papers.ts'
import { checklist } from '../../../src/shared/appeals/checklist.ts'
import type { Checklist } from '../../../src/shared/appeals/draft.ts'
import { draft9423 } from '../../../src/shared/appeals/draft-9423.ts'
import { computeDeadlines } from '../../../src/shared/deadlines/compute-deadlines.ts'
import { type InEnglish, inEnglish } from '../../../src/shared/i18n/english.ts'
import { type CollectionAction, collectionActions } from '../../../src/shared/model/appeal.ts'
import type { CaseEvent } from '../../../src/shared/model/case-event.ts'
import type { Letter } from '../../../src/shared/model/letter.ts'
import { caseAmong } from '../../../src/shared/telling/tell-all.ts'
import { law } from '../../law.ts'
import { day, emptyLetter, sampleLetter } from './sample-letter.ts'

const resources = path.resolve('resources')
let forms: Forms
beforeAll(async () => {
  forms = await loadForms(resources)
})

function checklistOf(letter: Letter, on = '2026-03-12'): InEnglish<Checklist> {
  const today = day(on)
  const deadlines = computeDeadlines(law, letter, today)
  const draft = draft9423({
    form: forms.forms['9423'],
    reasons: forms.reasons,
    law,
    letter,
    deadlines,
    today,
  })
  const { telling } = caseAmong(law, [letter], letter, today)
  return inEnglish(checklist({ law, letter, telling, deadlines, draft }))
}

const stepsUnder = (list: InEnglish<Checklist>, heading: string) =>
  list.groups.find((group) => group.heading === heading)?.steps ?? []

describe('checklist', () => {
  test.each(collectionActions.map((action) => [action]))(
    '%s has its own enclosures',
    (action: CollectionAction) => {
      const list = checklistOf(sampleLetter({ answers: { actions: [action] } }))
      const texts = stepsUnder(list, 'What to say and to enclose').map((step) => step.text)
      const proposed = action === 'levy' ? (law.checklists.levyProposed ?? []) : []
      expect(texts).toEqual(inEnglish([...proposed, ...(law.checklists[action] ?? [])]))
    },
  )

  it('shows the mail-by date, not the last day', () => {
    const list = checklistOf(
      sampleLetter({ events: [{ kind: 'conferenceHeld', day: '2026-11-24' }] }),
      '2026-11-24',
    )
    const sent = stepsUnder(list, 'Days').find((step) => step.id.startsWith('day CAP-F4'))
    expect(sent).toMatchObject({ by: '2026-11-24' })
  })

  it('puts Form 12153 first while its hearing is open, and not afterwards', () => {
    expect(checklistOf(sampleLetter()).groups[0]?.heading).toBe('First: Form 12153 is the better choice')
    const headings = checklistOf(sampleLetter({ facts: { noticeCode: 'CP504' } })).groups.map(
      (group) => group.heading,
    )
    expect(headings).not.toContain('First: Form 12153 is the better choice')
  })

  it('sends to the office on the letter and never straight to Appeals', () => {
    const steps = stepsUnder(checklistOf(sampleLetter()), 'Where and how')
    expect(steps[0]?.text).toContain(
      'R. Officer, Internal Revenue Service, 100 Example Street, Stop 5000, Chicago, IL 60604',
    )
    expect(steps.find((step) => step.id === 'CAP-G5')?.text).toMatch(/never straight to Appeals/i)
    expect(steps.find((step) => step.id === 'T-4')?.source).toContain('USPS')
    // Carriers by name, uploads by the day of arrival, mail from abroad, and that a state's holidays are not counted.
    expect(steps.map(({ id }) => id)).toEqual(expect.arrayContaining(['T-3', 'T-5', 'T-15', 'T-18']))
    expect(steps.find(({ id }) => id === 'T-3')?.text).toContain('2nd Day Air')
    expect(steps.find(({ id }) => id === 'T-18')?.text).toContain(
      'We do not count the holidays of single states',
    )
  })

  const tracks: [string, Parameters<typeof sampleLetter>[0], string[]][] = [
    ['a revenue officer', {}, ['CAP-F1', 'CAP-F2', 'CAP-F5', 'CAP-F3', 'CAP-F4']],
    [
      'letters and calls',
      { answers: { contact: 'phoneOrNotice' } },
      ['CAP-P1', 'CAP-P2', 'CAP-P3', 'CAP-P4'],
    ],
    ['Advisory', { answers: { contact: 'advisory' } }, ['CAP-N2']],
    [
      'an ended plan, which needs no conference',
      { answers: { actions: ['installmentAgreementTerminated'] } },
      [],
    ],
  ]
  test.each(tracks)('the manager conference, for %s', (_, parts, ids) => {
    expect(
      stepsUnder(checklistOf(sampleLetter(parts)), 'Talk to the manager').map((step) => step.id),
    ).toEqual(ids)
  })

  it('lists what blocks an empty draft, and each step once', () => {
    const list = checklistOf(emptyLetter)
    expect(stepsUnder(list, 'Fill in').length).toBeGreaterThan(8)
    const ids = list.groups.flatMap((group) => group.steps.map((step) => step.id))
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('the checklist fits the road of the letter', () => {
  const listOf = (noticeCode: string, noticeDate: string, on: string, events: CaseEvent[] = []) => {
    const letter = sampleLetter({
      facts: { noticeCode, noticeDate: day(noticeDate) },
      events,
      answers: { form: null },
    })
    const told = caseAmong(law, [letter], letter, day(on))
    return inEnglish(appealPapers(forms, told, null).checklist)
  }
  const textOf = (list: InEnglish<Checklist>) =>
    list.groups.flatMap(({ steps }) => steps.map(({ text }) => text)).join('\n')

  test.each([
    ['CP504', '2026-11-20', false],
    ['CP77', '2025-09-15', false],
    ['LT11', '2026-11-09', false],
    ['F668A', '2026-11-26', true],
  ])('%s of %s: the hold of a bank is named: %s', (code, dated, isNamed) => {
    expect(textOf(listOf(code, dated, '2026-11-30')).includes('the bank holds the money')).toBe(isNamed)
  })

  test('a levy that the person recorded makes it one that has happened', () => {
    const events: CaseEvent[] = [{ kind: 'levyServed', day: day('2026-11-27'), note: '' }]
    expect(textOf(listOf('CP504', '2026-11-20', '2026-11-30', events))).toContain('the bank holds the money')
  })

  test('the appeal about a payment plan asks for no conference', () => {
    expect(textOf(listOf('CP523', '2026-11-16', '2026-11-30'))).not.toMatch(/conference/)
    expect(textOf(listOf('CP504', '2026-11-20', '2026-11-30'))).toMatch(/the day of the conference/)
  })

  test('an equivalent hearing ticks its own box, and no court follows', () => {
    const text = textOf(listOf('CP90', '2026-08-22', '2026-11-30'))
    expect(text).toContain('tick the box for an equivalent hearing')
    expect(text).not.toContain('File with the U.S. Tax Court')
    expect(textOf(listOf('CP90', '2026-11-12', '2026-11-30'))).toContain('File with the U.S. Tax Court')
  })

  test('a day that has passed is told, and is nothing to tick', () => {
    const list = listOf('CP77', '2025-09-15', '2026-11-30')
    const days = stepsUnder(list, 'Days')
    expect(days.map(({ text }) => text).join(' ')).toContain('has passed')
    expect(days.filter(({ by, isNote }) => by !== null || !isNote)).toEqual([])
  })

  test.each([
    ['CP2000', '2026-11-20', '2026-11-30', 'If you cannot get all of it by then'],
    ['L3193', '2026-06-01', '2026-11-30', 'why the deadline passed'],
    ['CP14', '2026-11-20', '2026-11-30', 'Copies of what proves your answer'],
  ])('%s of %s on %s has no collection appeal, and its list no word of one', (code, dated, on, own) => {
    const list = listOf(code, dated, on)
    expect(textOf(list)).toContain(own)
    expect(JSON.stringify(list)).not.toMatch(/9423|12153|Collection Appeals/)
  })

  test('no letter without a collection appeal gets a list that speaks of one', () => {
    for (const { code, rights } of law.notices) {
      if (rights.some(({ program }) => program !== 'other' && program !== 'tax-court')) continue
      for (const on of ['2026-11-21', '2027-03-01', '2028-06-01'])
        expect([code, on, JSON.stringify(listOf(code, '2026-11-20', on))]).not.toEqual([
          code,
          on,
          expect.stringMatching(/Form 9423, |ask the collection manager|Collection Appeal Request/),
        ])
    }
  })
})
