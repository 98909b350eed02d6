import path from 'node:path'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { loadForms } from '../../../src/main/content/form-files.ts'
import type { Forms } from '../../../src/shared/appeals/appeal-papers.ts'
import { checklist } from '../../../src/shared/appeals/checklist.ts'
import { chooseAppeal } from '../../../src/shared/appeals/choose-appeal.ts'
import type { Checklist } from '../../../src/shared/appeals/draft.ts'
import { draft9423 } from '../../../src/shared/appeals/draft-9423.ts'
import { computeDeadlines } from '../../../src/shared/deadlines/compute-deadlines.ts'
import { type InEnglish, inEnglish } from '../../../src/shared/i18n/english.ts'
import { type CollectionAction, collectionActions } from '../../../src/shared/model/appeal.ts'
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
  const choice = chooseAppeal(law, letter, today)
  return inEnglish(checklist({ law, letter, telling, deadlines, choice, draft }))
}

const stepsUnder = (list: InEnglish<Checklist>, heading: string) =>
  list.groups.find((group) => group.heading === heading)?.steps ?? []

describe('checklist', () => {
  test.each(collectionActions.map((action) => [action]))(
    '%s has its own enclosures',
    (action: CollectionAction) => {
      const list = checklistOf(sampleLetter({ answers: { actions: [action] } }))
      const texts = stepsUnder(list, 'What to say and to enclose').map((step) => step.text)
      expect(texts).toEqual(inEnglish(law.checklists[action]))
    },
  )

  it('shows the safe date to send by, not the last day', () => {
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
