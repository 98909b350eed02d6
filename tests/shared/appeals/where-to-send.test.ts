import { beforeAll, describe, expect, test } from 'vitest'
import { loadForms } from '../../../src/main/content/form-files.ts'
import { appealPapers, type Forms } from '../../../src/shared/appeals/appeal-papers.ts'
import { placeLine } from '../../../src/shared/appeals/where-to-send.ts'
import { english } from '../../../src/shared/i18n/english.ts'
import type { LetterFacts } from '../../../src/shared/model/letter.ts'
import { caseAmong } from '../../../src/shared/telling/tell-all.ts'
import { law } from '../../law.ts'
import { resources } from '../../support.ts'
import { day, sampleLetter } from './sample-letter.ts'

let forms: Forms
beforeAll(async () => {
  forms = await loadForms(resources)
})

const place = { form: '12153' as const, whyWrong: 'A plan is pending.' }
const atOffice = 'R. Officer, Internal Revenue Service, 100 Example Street, Stop 5000, Chicago, IL 60604'
const hearingAddress = 'Internal Revenue Service\nP.O. Box 145566, Stop 813G\nMemphis, TN 38101-0069'

function papersOf(facts: Partial<LetterFacts>, answers: Parameters<typeof sampleLetter>[0] & {} = {}) {
  const letter = sampleLetter({ ...answers, facts })
  return appealPapers(forms, caseAmong(law, [letter], letter, day('2026-03-12')), null)
}
const gaps = ({ draft }: ReturnType<typeof papersOf>) =>
  draft.missingFields
    .filter(({ name }) => english(name) === 'Where to send it')
    .map(({ what, stops }) => [stops, english(what)])
const office = ({ checklist }: ReturnType<typeof papersOf>) =>
  checklist.groups.flatMap(({ steps }) =>
    steps.filter(({ id }) => id === 'office').map(({ text }) => english(text)),
  )

describe('where a request for a hearing goes', () => {
  test('to the place that the letter prints for it, not to its letterhead and without the person who works there', () => {
    const papers = papersOf(
      { hearingAddress, hearingFax: '855-555-0177', faxNumber: '312-555-0199' },
      { answers: place },
    )
    expect(papers.draft.whereToSend).toEqual({
      person: '',
      address: hearingAddress,
      addressFrom: 'hearing',
      fax: '855-555-0177',
      faxFrom: 'hearing',
    })
    expect(gaps(papers)).toEqual([])
    expect(office(papers)).toEqual([
      `Send it to the address for hearing requests on the letter: ${hearingAddress.replaceAll('\n', ', ')}. The fax number on the letter: 855-555-0177.`,
    ])
  })

  test('never to the fax of the office beside a printed place for hearings', () => {
    const { draft } = papersOf({ hearingAddress, faxNumber: '312-555-0199' }, { answers: place })
    expect(draft.whereToSend).toMatchObject({ fax: '', faxFrom: null })
  })

  test('to the letterhead where there is no other place, after a look', () => {
    const papers = papersOf({ faxNumber: '312-555-0199' }, { answers: place })
    expect(placeLine(papers.draft.whereToSend)).toBe(atOffice)
    expect(papers.draft.whereToSend.fax).toBe('312-555-0199')
    expect(gaps(papers)).toEqual([[false, expect.stringContaining('the office at the top of the letter')]])
  })

  test('nowhere while no address is known: that stops it, and says whom to ask', () => {
    const papers = papersOf({ returnAddress: null }, { answers: place })
    expect(gaps(papers)).toEqual([[true, expect.stringContaining('800-829-1040')]])
    expect(office(papers)[0]).toContain('not known yet')
  })
})

describe('where an appeal to Collection goes', () => {
  const cap = { form: '9423' as const }
  test('to the person and the office that wrote, also where a place for hearings is printed', () => {
    const papers = papersOf({ hearingAddress, employeeTitle: 'Revenue Officer' }, { answers: cap })
    expect(placeLine(papers.draft.whereToSend)).toBe(
      atOffice.replace('R. Officer', 'R. Officer, Revenue Officer'),
    )
    expect(gaps(papers)).toEqual([])
  })

  test('a name without an address is not enough', () => {
    const papers = papersOf({ returnAddress: null }, { answers: cap })
    expect(gaps(papers)).toEqual([[true, expect.stringContaining('Ask the office that took the action')]])
  })
})

test.each(['9423', '12153'] as const)('what the person entered wins on Form %s', (form) => {
  const said = {
    sendToPerson: 'Ms. S. Ramirez',
    sendToAddress: '1 Example Plaza\nHolyoke, MA 01040',
    sendToFax: '413-555-0100',
  }
  const { draft } = papersOf({ hearingAddress, returnAddress: null }, { answers: { form, ...said } })
  expect(draft.whereToSend).toEqual({
    person: 'Ms. S. Ramirez',
    address: said.sendToAddress,
    addressFrom: 'you',
    fax: '413-555-0100',
    faxFrom: 'you',
  })
})

test.each(['.', 'n/a', 'x'])('%s is no address', (word) => {
  const papers = papersOf({ returnAddress: null }, { answers: { form: '9423', sendToAddress: word } })
  expect(gaps(papers).map(([stops]) => stops)).toEqual([true])
})
