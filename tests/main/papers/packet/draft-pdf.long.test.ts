import path from 'node:path'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { loadForms } from '../../../../src/main/content/form-files.ts'
import { draftPdf } from '../../../../src/main/papers/packet/draft-pdf.ts'
import { loadFonts } from '../../../../src/main/papers/pdf/fonts.ts'
import type { PdfFonts } from '../../../../src/main/papers/pdf/pdf-cursor.ts'
import type { Forms } from '../../../../src/shared/appeals/appeal-papers.ts'
import { draft9423 } from '../../../../src/shared/appeals/draft-9423.ts'
import { computeDeadlines } from '../../../../src/shared/deadlines/compute-deadlines.ts'
import type { Letter } from '../../../../src/shared/model/letter.ts'
import { law } from '../../../law.ts'
import { day, emptyLetter, sampleAnswers, sampleLetter } from '../../../shared/appeals/sample-letter.ts'
import { textOfPdf } from '../pdf/pdf-text.ts'

const resources = path.resolve('resources')
const today = day('2026-03-06')
let forms: Forms
let fonts: PdfFonts
beforeAll(async () => {
  forms = await loadForms(resources)
  fonts = await loadFonts(resources)
})

function pdfOf(letter: Letter) {
  const draft = draft9423({
    form: forms.forms['9423'],
    reasons: forms.reasons,
    law,
    letter,
    deadlines: computeDeadlines(law, letter, today),
    today,
  })
  return draftPdf(fonts, forms.forms['9423'], draft, 'Sample Q. Person, XXX-XX-1234', null)
}

async function pagesOf(letter: Letter): Promise<string[]> {
  const pdf = await pdfOf(letter)
  if (!pdf.ok) throw new Error(`${pdf.error.code} ${pdf.error.block}`)
  return textOfPdf(pdf.value)
}

describe('draftPdf', () => {
  it('prints every block of a filled draft on one page', async () => {
    const [page = '', ...more] = await pagesOf(
      sampleLetter({ events: [{ kind: 'conferenceHeld', day: '2026-03-05' }] }),
    )
    expect(more).toEqual([])
    const own = forms.forms['9423'].blocks.filter(({ block }) => !block.endsWith('joint'))
    for (const { block, label } of own) expect(page).toContain(`${block}. ${label.en}`)
    for (const text of ['Sample Q. Person', '12 Elm Street, Apt 4', 'Income (1040)', '$9,533.53']) {
      expect(page).toContain(text)
    }
    expect(page).toContain('Not an official IRS form')
    expect(page).toContain('SIGN HERE')
    expect(page).toContain('page 1 of 1')
  })

  it('marks an empty draft as not to be sent, with empty lines and without our reasons for them', async () => {
    const page = (await pagesOf(emptyLetter)).join(' ')
    expect(page).toContain('Do not send yet')
    expect(page).toContain('DRAFT: not complete')
    expect(page).toContain('1. Action and date:')
    expect(page).not.toMatch(/Write your|Say |Fill in/)
  })

  test.each([
    ['Nguyễn Thị Hồng'],
    ['Łukasz Żółć'],
    ['María Muñoz'],
    ['Дмитрий Щёкин'],
    ['Ελένη Παπά'],
    ['Zoe\u0308 O’Brien'],
  ])('%s is printed as written', async (name) => {
    expect((await pagesOf(sampleLetter({ answers: { name } })))[0]).toContain(name.normalize('NFC'))
  })

  test.each([
    ['Chinese', '王小明'],
    ['Korean', '김민수'],
    ['Arabic', 'محمد'],
    ['an emoji', 'Sam 🙂'],
    ['a mark that belongs to no letter', 'Sam\u0335'],
  ])('a name with %s is an error that names the block and not the name', async (_, name) => {
    const pdf = await pdfOf(sampleLetter({ answers: { name } }))
    expect(pdf).toEqual({ ok: false, error: { code: 'papers.missing-character', block: '1' } })
  })

  it('cuts nothing: a long name, twelve quarters, nine address lines, an endless word', async () => {
    const name =
      'Bartholomew Featherstonehaugh-Constantinopoulos & Wilhelmina Featherstonehaugh-Constantinopoulos Jr.'
    const lines = Array.from({ length: 8 }, (_, index) => `Address line number ${index + 1}`)
    const taxPeriods = Array.from(
      { length: 12 },
      (_, index) => `${2020 + Math.floor(index / 4)}-${['03', '06', '09', '12'][index % 4]}`,
    )
    const word = 'x'.repeat(280)
    const letter = sampleLetter({
      facts: { taxPeriods, form: '941', taxpayerAddress: [...lines, 'Springfield, IL 62701'].join('\n') },
      answers: { name, homePhone: word },
    })
    const text = (await pagesOf(letter)).join(' ')
    expect(text).toContain(name)
    expect(text).toContain(lines.join(', '))
    for (const period of taxPeriods) expect(text).toContain(period.replace('-', ''))
    expect(text.replaceAll(' ', '')).toContain(word)
  })

  it('prints a long statement whole, on continuation sheets with the name on each', async () => {
    const sentences = Array.from({ length: 260 }, (_, index) => `Sentence number ${index + 1} of the story.`)
    const pages = await pagesOf(sampleLetter({ answers: { whyWrong: sentences.join(' ') } }))
    expect(pages.length).toBeGreaterThan(2)
    expect(pages[0]).toContain('See the attached continuation sheet for block 15.')
    const rest = pages.slice(1).join(' ')
    for (const sentence of [sentences[0], sentences[130], sentences[259]]) expect(rest).toContain(sentence)
    expect(rest).toContain(sampleAnswers.fix)
    for (const page of pages) expect(page).toContain('Sample Q. Person, XXX-XX-1234')
  })

  it('gives the same bytes for the same facts', async () => {
    const [first, second] = [await pdfOf(sampleLetter()), await pdfOf(sampleLetter())]
    expect(first.ok && second.ok && Buffer.from(first.value).equals(Buffer.from(second.value))).toBe(true)
  })
})
