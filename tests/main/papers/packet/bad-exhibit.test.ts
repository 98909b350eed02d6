import { beforeAll, expect, test } from 'vitest'
import words from '../../../../resources/words/en.json' with { type: 'json' }
import { loadForms } from '../../../../src/main/content/form-files.ts'
import { buildPacket } from '../../../../src/main/papers/packet/build-packet.ts'
import { loadFonts } from '../../../../src/main/papers/pdf/fonts.ts'
import { finishPdf, newPage, openPdf, type PdfFonts } from '../../../../src/main/papers/pdf/pdf-cursor.ts'
import { write } from '../../../../src/main/papers/pdf/write.ts'
import { createPageTools } from '../../../../src/main/reading/process/page-tools.ts'
import type { Forms } from '../../../../src/shared/appeals/appeal-papers.ts'
import { ExhibitId } from '../../../../src/shared/model/exhibit.ts'
import { caseAmong } from '../../../../src/shared/telling/tell-all.ts'
import { law } from '../../../law.ts'
import { day, sampleLetter } from '../../../shared/appeals/sample-letter.ts'
import { resources } from '../../../support.ts'
import { textOfPdf } from '../pdf/pdf-text.ts'

let forms: Forms
let fonts: PdfFonts
beforeAll(async () => {
  forms = await loadForms(resources)
  fonts = await loadFonts(resources)
})

async function onePage(): Promise<Uint8Array> {
  const paper = await openPdf(fonts, 'Page')
  newPage(paper)
  write(paper, [{ text: 'A page' }], 'a page')
  const made = await finishPdf(paper)
  if (!made.ok) throw new Error(made.error.code)
  return made.value
}

test('a file that cannot be printed costs its pages and not the packet, and stops it from being sent', async () => {
  const ids = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222']
  const exhibits = ids.map((id, at) => ({
    id: ExhibitId.parse(id),
    title: ['Pay stub', 'Bank statement'][at] ?? '',
    role: 'enclosure' as const,
    fileName: 'a.pdf',
    keptAt: '2026-03-06T09:00:00Z',
  }))
  const letter = { ...sampleLetter({ answers: { form: '12153', attachments: [] } }), exhibits }
  const page = await onePage()
  const bad = new TextEncoder().encode('%PDF-1.7\nnothing that follows\n')
  const reader = createPageTools()
  const made = await buildPacket({
    ...caseAmong(law, [letter], letter, day('2026-03-12')),
    clockDoubt: null,
    scan: page,
    enclosure: (id) => (id === ids[0] ? page : bad),
    fonts,
    forms,
    reader,
    words: { ways: words.mailing.ways, facts: words.officialFacts },
  })
  reader.close()
  if (!made.ok) throw new Error(made.error.code)
  expect(made.value.notPrinted).toEqual(['Exhibit B'])
  const [instructions = '', ...rest] = await textOfPdf(made.value.bytes)
  expect(instructions).toContain('Missing: do not send before this is filled')
  expect(instructions).toContain('Exhibit B. The file of “Bank statement” could not be printed.')
  expect(rest.join(' ')).toContain(
    'Exhibit B could not be printed with this packet. Its pages follow behind this sheet.',
  )
  expect(rest.join(' ')).toContain('Exhibit A, page 1 of 1')
  expect(rest.join(' ')).toContain('with the added pages of Exhibit B: ______')
})
