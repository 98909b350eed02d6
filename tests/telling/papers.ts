import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import words from '../../resources/words/en.json' with { type: 'json' }
import { loadForms } from '../../src/main/content/form-files.ts'
import { buildPacket } from '../../src/main/papers/packet/build-packet.ts'
import { loadFonts } from '../../src/main/papers/pdf/fonts.ts'
import { finishPdf, openPdf, type PdfCursor } from '../../src/main/papers/pdf/pdf-cursor.ts'
import { drawCallSheet } from '../../src/main/papers/sheets/call-sheet.ts'
import { drawFridgeSheet } from '../../src/main/papers/sheets/fridge-sheet.ts'
import { drawCaseSummary } from '../../src/main/papers/sheets/sheets.ts'
import { createPageTools } from '../../src/main/reading/process/page-tools.ts'
import { appealPapers } from '../../src/shared/appeals/appeal-papers.ts'
import type { Day } from '../../src/shared/model/day.ts'
import type { Letter } from '../../src/shared/model/letter.ts'
import { daysAhead } from '../../src/shared/telling/days-ahead.ts'
import { caseOnPaper } from '../../src/shared/telling/tell-all.ts'
import { law } from '../law.ts'
import { textOfPdf } from '../main/papers/pdf/pdf-text.ts'
import { resources } from '../support.ts'

const [fonts, forms] = await Promise.all([loadFonts(resources), loadForms(resources)])

async function textOf(draw: (paper: PdfCursor) => void): Promise<string> {
  const paper = await openPdf(fonts, 'Sheet')
  draw(paper)
  const made = await finishPdf(paper)
  if (!made.ok) throw new Error(made.error.code)
  return (await textOfPdf(made.value)).join(' ').replace(/\s+/g, ' ')
}

/** The text of each sheet of a letter. */
export async function sheetsOf(letter: Letter, letters: Letter[], today: Day) {
  const told = caseOnPaper(law, letters, letter, today)
  const input = {
    ...told,
    papers: appealPapers(forms, told, null),
    eventWords: words.events.kinds,
    clinics: [],
  }
  return {
    call: await textOf((paper) => drawCallSheet(paper, input)),
    summary: await textOf((paper) => drawCaseSummary(paper, input)),
    fridge: await textOf((paper) => drawFridgeSheet(paper, daysAhead(law, letters, today), today, null)),
  }
}

/** The pages of a packet that are for the person: the instruction sheet, and the last ones with the checklist. */
export async function packetPages(kept: Letter, today: Day) {
  const letter = { ...kept, pages: [1] }
  const reader = createPageTools()
  const made = await buildPacket({
    ...caseOnPaper(law, [letter], letter, today),
    ...{ clockDoubt: null, fonts, forms, reader, scan: await letterScan() },
    words: { ways: words.mailing.ways, facts: words.officialFacts },
  })
  reader.close()
  if (!made.ok) throw new Error(made.error.code)
  const pages = await textOfPdf(made.value.bytes)
  const own = pages.filter((text) => text.includes('For you: keep, do not mail'))
  return { instructions: own[0] ?? '', kept: own.slice(1).join(' '), own: own.length }
}

/** One page with a word on it. */
async function letterScan(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  pdf.addPage([612, 792]).drawText('The letter', { x: 60, y: 700, size: 24, font })
  return pdf.save()
}
