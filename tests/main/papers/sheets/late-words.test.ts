import { expect, test } from 'vitest'
import words from '../../../../resources/words/en.json' with { type: 'json' }
import { loadForms } from '../../../../src/main/content/form-files.ts'
import { loadFonts } from '../../../../src/main/papers/pdf/fonts.ts'
import { finishPdf, openPdf } from '../../../../src/main/papers/pdf/pdf-cursor.ts'
import { drawCaseSummary } from '../../../../src/main/papers/sheets/sheets.ts'
import { appealPapers } from '../../../../src/shared/appeals/appeal-papers.ts'
import { noAnswers } from '../../../../src/shared/model/appeal.ts'
import type { Letter } from '../../../../src/shared/model/letter.ts'
import { type Special, situations } from '../../../../src/shared/model/special.ts'
import { caseAmong } from '../../../../src/shared/telling/tell-all.ts'
import { actionLetter } from '../../../fixtures/action-letters.ts'
import { law } from '../../../law.ts'
import { day } from '../../../shared/appeals/sample-letter.ts'
import { resources } from '../../../support.ts'
import { textOfPdf } from '../pdf/pdf-text.ts'

const no = { says: 'no' as const, from: null, to: null, note: '' }
const allNo: Special = Object.fromEntries(situations.map((each) => [each, no]))

/** The case summary of a letter, two years after its last days unless `more` says otherwise. */
async function summary(special?: Special, more: Partial<Letter> = {}, today = day('2028-06-01')) {
  const own = actionLetter('levy')
  const confirmed = own.confirmed && { ...own.confirmed, noticeCode: 'LT11' }
  const letter = { ...own, confirmed, ...(special ? { special } : {}), ...more }
  const told = caseAmong(law, [letter], letter, today)
  const papers = appealPapers(await loadForms(resources), told, null)
  const paper = await openPdf(await loadFonts(resources), 'Case summary')
  drawCaseSummary(paper, { ...told, papers, eventWords: words.events.kinds, clinics: [] })
  const bytes = await finishPdf(paper)
  if (!bytes.ok) throw new Error(bytes.error.code)
  return (await textOfPdf(bytes.value)).join(' ').replace(/\s+/g, ' ')
}

test('a paper does not say that a late day is final before everything was asked', async () => {
  const text = await summary()
  expect(text).toContain('has passed')
  expect(text).toContain('Not final yet: a special situation could still extend it')
  expect(await summary(allNo)).not.toContain('Not final')
})

test('the case summary names what is missing once: no “Block Block 3”', async () => {
  const text = await summary(undefined, { answers: noAnswers }, day('2026-03-12'))
  expect(text).toContain('Still missing')
  expect(text).not.toMatch(/\bBlock Block\b/)
})
