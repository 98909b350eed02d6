import { beforeAll, describe, expect, test } from 'vitest'
import { loadForms } from '../../../src/main/content/form-files.ts'
import { appealPapers, type Forms } from '../../../src/shared/appeals/appeal-papers.ts'
import { opensAppeal } from '../../../src/shared/appeals/checklist.ts'
import { actionsOf } from '../../../src/shared/appeals/draft-9423.ts'
import { english } from '../../../src/shared/i18n/english.ts'
import type { LetterFacts } from '../../../src/shared/model/letter.ts'
import { caseAmong } from '../../../src/shared/telling/tell-all.ts'
import { law } from '../../law.ts'
import { day, sampleLetter } from '../../shared/appeals/sample-letter.ts'
import { resources } from '../../support.ts'

let forms: Forms
beforeAll(async () => {
  forms = await loadForms(resources)
})

type Parts = NonNullable<Parameters<typeof sampleLetter>[0]>
function papersOf(noticeCode: string, facts: Partial<LetterFacts> = {}, answers: Parts['answers'] = {}) {
  const letter = sampleLetter({
    facts: { noticeCode, ...facts },
    answers: { contact: null, form: null, ...answers },
  })
  return { letter, ...appealPapers(forms, caseAmong(law, [letter], letter, day('2026-03-12')), null) }
}
const listed = ({ checklist }: ReturnType<typeof papersOf>) =>
  checklist.groups.flatMap(({ steps }) => steps.map(({ text }) => english(text)))

describe('a notice of deficiency', () => {
  const notices = ['L3219', 'CP3219A', 'CP3219N', 'L531', 'L3523', 'LT3219B']

  test.each(notices)('%s goes to the court, never to the office that wrote', (code) => {
    const papers = papersOf(code)
    expect(opensAppeal(law, papers.letter)).toBe(false)
    const steps = listed(papers).join('\n')
    expect(steps).toContain('400 Second Street NW, Washington, DC 20217')
    expect(steps).not.toContain('100 Example Street')
    expect(steps).not.toMatch(/Form 9423|Collection Appeals Program/)
  })
})

test('a letter known by name gets the form of a collection appeal only where a debt is being collected', () => {
  const opens = (code: string) => opensAppeal(law, sampleLetter({ facts: { noticeCode: code } }))
  const byStation = new Map(law.named.map(({ code, station }) => [code, station]))
  const open = [...byStation].filter(([code]) => opens(code)).map(([, station]) => station)
  expect(open.length).toBeGreaterThan(0)
  expect(open.length).toBeLessThan(byStation.size / 2)
  expect(open.filter((station) => !/^(?:coll|alt|sys)-/.test(station ?? ''))).toEqual([])
})

test('a proposed change of a return is answered: no collection appeal, and no court yet', () => {
  const papers = papersOf('CP2000', { respondByDate: day('2026-04-02') })
  expect(opensAppeal(law, papers.letter)).toBe(false)
  const steps = listed(papers).join('\n')
  expect(steps).toContain('For each item that the letter changes')
  expect(steps).not.toMatch(/Form 9423|400 Second/)
})

test.each([
  ['L3975', 'returnOfProperty', 'Refused return of levied property'],
  ['L4711', 'lienCertificate', 'Refused withdrawal, discharge, subordination or non-attachment'],
])('%s is not a levy or a lien notice: what was refused is appealed', (code, action, says) => {
  const papers = papersOf(code, {}, { form: '9423', actions: null })
  const notice = law.notices.find((each) => each.code === code)
  expect(notice?.action).toBe(action)
  if (actionsOf(law, papers.letter).length === 0) return
  expect(actionsOf(law, papers.letter)).toEqual([action])
  expect(
    english(papers.form.actions.find((each) => each.action === action)?.says ?? { verbatim: '' }),
  ).toContain(says)
  expect(papers.draft.statement.map((part) => ('text' in part ? part.text : '')).join()).toContain(says)
})

describe('the track of a collection appeal', () => {
  const officer = /manager|revenue officer/i
  test.each(['Revenue Officer', 'REVENUE OFFICER', 'Oficial de cobros'])(
    'a letter signed by a %s is on the officer track, whichever notice it is',
    (employeeTitle) => {
      const papers = papersOf('CP504', { employeeTitle }, { form: '9423' })
      expect(papers.telling.road).toBe('officer')
      const conference = papers.draft.statement.find((part) => english(part.heading) === 'Conference')
      expect(conference && 'blank' in conference && english(conference.blank)).toMatch(officer)
    },
  )

  test('what the person says wins over the title', () => {
    const papers = papersOf(
      'CP504',
      { employeeTitle: 'Revenue Officer' },
      { form: '9423', contact: 'phoneOrNotice' },
    )
    expect(papers.telling.road).toBe('phone')
  })

  test.each(['CP504', 'L3174', 'F668W', 'LT16', 'L5972C'])(
    '%s names one of the two tracks, never both',
    (code) => {
      for (const employeeTitle of [null, 'Revenue Officer'])
        for (const contact of [null, 'revenueOfficer', 'phoneOrNotice'] as const) {
          const papers = papersOf(code, { employeeTitle }, { form: '9423', contact })
          const steps = papers.checklist.groups.flatMap((group) =>
            group.steps.map(({ text }) => english(text)),
          )
          const of = (id: string) =>
            english(law.rules.find((rule) => rule.id === id)?.statement ?? { id: '', en: '?' })
          const tracks = [of('CAP-F1'), of('CAP-P1')].filter((text) => steps.includes(text))
          expect(tracks).toHaveLength(1)
        }
    },
  )
})
