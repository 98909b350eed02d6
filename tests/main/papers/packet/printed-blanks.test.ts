import { beforeAll, describe, expect, test } from 'vitest'
import { loadForms } from '../../../../src/main/content/form-files.ts'
import { officialValues } from '../../../../src/main/papers/official-forms/official-facts.ts'
import { draftPdf } from '../../../../src/main/papers/packet/draft-pdf.ts'
import { loadFonts } from '../../../../src/main/papers/pdf/fonts.ts'
import type { PdfFonts } from '../../../../src/main/papers/pdf/pdf-cursor.ts'
import { type AppealPapers, appealPapers, type Forms } from '../../../../src/shared/appeals/appeal-papers.ts'
import { printedNumber } from '../../../../src/shared/appeals/form-description.ts'
import { english } from '../../../../src/shared/i18n/english.ts'
import { collectionActions, noAnswers } from '../../../../src/shared/model/appeal.ts'
import type { Letter } from '../../../../src/shared/model/letter.ts'
import { caseAmong } from '../../../../src/shared/telling/tell-all.ts'
import { actionLetter } from '../../../fixtures/action-letters.ts'
import { law } from '../../../law.ts'
import { day, emptyLetter, sampleLetter } from '../../../shared/appeals/sample-letter.ts'
import { resources } from '../../../support.ts'
import { textOfPdf } from '../pdf/pdf-text.ts'

let forms: Forms
let fonts: PdfFonts
beforeAll(async () => {
  forms = await loadForms(resources)
  fonts = await loadFonts(resources)
})

const papersOf = (letter: Letter): AppealPapers =>
  appealPapers(forms, caseAmong(law, [letter], letter, day('2026-03-12')), null)

async function printed(letter: Letter): Promise<string> {
  const { form, draft } = papersOf(letter)
  const pdf = await draftPdf(fonts, form, draft, 'Sample Q. Person, XXX-XX-1234', null)
  if (!pdf.ok) throw new Error(pdf.error.code)
  return (await textOfPdf(pdf.value)).join(' ')
}

/** Everything that the screens say about blanks of this draft: none of it belongs on the paper. */
function prompts({ draft, form }: AppealPapers): string[] {
  const ofBlocks = draft.blocks.flatMap((block) => ('reason' in block ? [english(block.reason)] : []))
  const ofParts = draft.statement.flatMap((part) => ('blank' in part ? [english(part.blank)] : []))
  const hints = form.blocks.map(({ hint }) => hint).filter(Boolean)
  return [...ofBlocks, ...ofParts, ...hints].filter((text) => text !== 'Optional.')
}

const bare = { harm: '', whyWrong: '', fix: '', reasons: [], remedies: [], name: '', attachments: [] }
const letters: [string, Letter][] = [
  ...collectionActions.map((action): [string, Letter] => [`of ${action}`, actionLetter(action)]),
  ...(['9423', '12153'] as const).flatMap((form): [string, Letter][] => [
    [`${form} without a harm`, sampleLetter({ answers: { form, harm: '' } })],
    [`${form} after a call nobody answered`, sampleLetter({ answers: { form, contact: 'phoneOrNotice' } })],
    [`${form} without an answer`, { ...emptyLetter, answers: { ...noAnswers, form } }],
    [`${form} without words`, sampleLetter({ answers: { ...bare, form } })],
    [`${form} for two`, sampleLetter({ answers: { form, jointName: 'Rosa Person' } })],
    [`${form} by a representative`, sampleLetter({ answers: { form, signer: 'representative' } })],
    [
      `${form} with half an offer`,
      sampleLetter({
        answers: {
          ...bare,
          form,
          reasons: [{ id: 'hardship', detail: '' }],
          remedies: [{ id: 'monthly', amount: '', day: '' }],
        },
      }),
    ],
  ]),
]

describe('what is printed where something is blank', () => {
  test.each(letters)('the form %s holds none of our own words about blanks', async (_, letter) => {
    const text = await printed(letter)
    expect(prompts(papersOf(letter)).filter((prompt) => text.includes(prompt))).toEqual([])
    const internal = papersOf(letter).draft.blocks.filter(({ block }) => printedNumber(block) === '')
    expect(internal.filter(({ block }) => text.includes(`${block}.`)).map(({ block }) => block)).toEqual([])
  })

  test.each(letters)('the official form %s is filled without them too', (_, letter) => {
    const papers = papersOf(letter)
    const { statement = '' } = officialValues({ forms, law, letter, papers, fills: papers.draft.form })
    expect(prompts(papers).filter((prompt) => `${statement}`.includes(prompt))).toEqual([])
    expect(statement).not.toContain('[blank')
  })

  test('a part that may stay blank leaves no trace, and the rest is numbered without a gap', async () => {
    const text = await printed(sampleLetter({ answers: { form: '9423', harm: '' } }))
    expect(text).not.toContain('Harm')
    expect(text).toContain('3. Proposed solution:')
  })

  test('an offer without its amount is printed with gaps for a pen, and the draft says that it is not complete', async () => {
    const text = await printed(
      letters.find(([name]) => name === '12153 with half an offer')?.[1] ?? emptyLetter,
    )
    expect(text).toContain('I offer to pay $______ a month, beginning on ____________.')
    expect(text).toContain('DRAFT: not complete')
  })
})

describe('words that say nothing', () => {
  const stopping = (answers: Parameters<typeof sampleLetter>[0] & {}) =>
    papersOf(sampleLetter(answers)).draft.missingFields.filter(({ stops }) => stops).length

  test.each(['.', 'x', 'XX', ' - ', 'n/a', 'N/A.', '?', '…', 'none', 'No aplica', 'tbd'])(
    '%s is no answer where one is required',
    (word) => {
      const facts = { taxpayerName: null, taxpayerAddress: null }
      const answers = {
        form: '9423',
        name: word,
        street: word,
        city: word,
        whyWrong: word,
        fix: word,
      } as const
      const blank = { ...answers, name: '', street: '', city: '', whyWrong: '', fix: '' } as const
      expect(stopping({ facts, answers })).toBe(stopping({ facts, answers: blank }))
      expect(stopping({ facts, answers })).toBeGreaterThan(4)
    },
  )

  test.each([
    ['reasons', { reasons: [{ id: 'hardship', detail: 'x' }] }],
    [
      'an offer without a number in its amount',
      { remedies: [{ id: 'monthly', amount: 'some', day: 'May 1' }] },
    ],
    ['an offer without its day', { remedies: [{ id: 'monthly', amount: '$200', day: 'n/a' }] }],
  ])('%s: nor in what was chosen', (_, answers) => {
    const without = { form: '12153', whyWrong: 'The levy is wrong.', fix: 'Release it.' } as const
    expect(stopping({ answers: { ...without, ...answers } })).toBe(stopping({ answers: without }) + 1)
  })

  test('short answers that do say something stay', () => {
    const { draft } = papersOf(
      sampleLetter({ answers: { form: '9423', name: 'Bo Li', city: 'Ada', street: '1 A St' } }),
    )
    const values = draft.blocks.flatMap((block) => (block.kind === 'text' ? [block.value] : []))
    expect(values).toEqual(expect.arrayContaining(['Bo Li', 'Ada', '1 A St']))
  })
})
