import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import words from '../../resources/words/en.json' with { type: 'json' }
import { loadForms } from '../../src/main/content/form-files.ts'
import { loadLaw } from '../../src/main/content/law-files.ts'
import { buildPacket } from '../../src/main/papers/packet/build-packet.ts'
import type { PacketInput } from '../../src/main/papers/packet/packet-input.ts'
import { loadFonts } from '../../src/main/papers/pdf/fonts.ts'
import { finishPdf, openPdf, type PdfCursor } from '../../src/main/papers/pdf/pdf-cursor.ts'
import { drawCallSheet } from '../../src/main/papers/sheets/call-sheet.ts'
import { drawFridgeSheet } from '../../src/main/papers/sheets/fridge-sheet.ts'
import { drawCaseSummary } from '../../src/main/papers/sheets/sheets.ts'
import { createPageTools } from '../../src/main/reading/process/page-tools.ts'
import { appealPapers } from '../../src/shared/appeals/appeal-papers.ts'
import { collectionActions } from '../../src/shared/model/appeal.ts'
import type { Letter } from '../../src/shared/model/letter.ts'
import { daysAhead } from '../../src/shared/telling/days-ahead.ts'
import { caseOnPaper } from '../../src/shared/telling/tell-all.ts'
import { actionLetter } from '../fixtures/action-letters.ts'
import { day, sampleLetter } from '../shared/appeals/sample-letter.ts'
import { resources } from '../support.ts'

/** `pictures`: pages are compared as images too, beside their text. */
export type GoldenPaper = { name: string; pictures: boolean; make: () => Promise<Uint8Array> }

const today = day('2026-03-12')
const law = loadLaw(resources)
const [fonts, forms] = await Promise.all([loadFonts(resources), loadForms(resources)])

/** One page, so that what is compared is our work and not a scan. */
async function scan(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  pdf.addPage([612, 792]).drawText('The letter', { x: 60, y: 700, size: 24, font })
  return pdf.save()
}

async function packet(letter: Letter, more: Partial<PacketInput> = {}): Promise<Uint8Array> {
  const reader = createPageTools()
  const facts = words.officialFacts
  const input = {
    clockDoubt: null,
    ...caseOnPaper(law, [letter], letter, today),
    fonts,
    forms,
    reader,
    words: { ways: words.mailing.ways, facts },
  }
  const made = await buildPacket({ ...input, scan: await scan(), ...more })
  reader.close()
  if (!made.ok) throw new Error(`${made.error.code} ${'block' in made.error ? made.error.block : ''}`)
  return made.value.bytes
}

async function detectDocument(draw: (paper: PdfCursor) => void): Promise<Uint8Array> {
  const paper = await openPdf(fonts, 'Sheet')
  draw(paper)
  const made = await finishPdf(paper)
  if (!made.ok) throw new Error(made.error.code)
  return made.value
}

const clinics = [
  {
    state: 'IL',
    name: 'Sample Tax Clinic',
    city: 'Springfield',
    phones: ['217-555-0111'],
    languages: ['Spanish', 'Polish'],
  },
]
const sheetInput = (letter: Letter) => ({
  ...caseOnPaper(law, [letter], letter, today),
  papers: appealPapers(forms, caseOnPaper(law, [letter], letter, today), null),
  eventWords: words.events.kinds,
  clinics,
})

/** A name, an address, periods and a statement that are as long as any that people have. */
const longLetter = () =>
  sampleLetter({
    facts: {
      form: '941',
      taxPeriods: [2023, 2024, 2025].flatMap((year) =>
        ['03', '06', '09', '12'].map((month) => `${year}-${month}`),
      ),
      returnAddress: Array.from({ length: 9 }, (_, line) => `Line ${line + 1} of a long office address`).join(
        '\n',
      ),
    },
    events: [{ kind: 'conferenceHeld', day: '2026-03-11' }],
    answers: {
      form: '9423',
      joint: 'bothSign',
      name: 'Bartholomew Featherstonehaugh-Constantinopoulos & Wilhelmina Featherstonehaugh-Constantinopoulos Jr.',
      street: '12345 North Old Example Mill Creek Road, Building 17, Apartment 1204, care of the caretaker',
      city: 'Lake Chargoggagoggmanchauggagoggchaubuna',
      state: 'MA',
      zip: '01570-1234',
      whyWrong: Array.from({ length: 60 }, (_, at) => `Sentence ${at + 1} of what happened to me.`).join(' '),
    },
  })

/** The letter prints the fax number of its office. */
const withFax = (letter: Letter): Letter => ({
  ...letter,
  confirmed: letter.confirmed && { ...letter.confirmed, faxNumber: '312-555-0199' },
})

export const goldenPapers: GoldenPaper[] = [
  ...collectionActions.map((action) => ({
    name: `packet-${action}`,
    pictures: action === 'levy',
    make: () => packet(actionLetter(action)),
  })),
  {
    name: 'packet-hearing',
    pictures: true,
    make: () => packet(withFax(actionLetter('lien', '12153')), { cover: 'fax', duplex: true }),
  },
  { name: 'packet-long', pictures: true, make: () => packet(longLetter()) },
  {
    name: 'packet-unready',
    pictures: true,
    make: () =>
      packet(sampleLetter({ confirmed: false, answers: { street: '', whyWrong: '', fix: '' } }), { clinics }),
  },
  {
    name: 'sheet-call',
    pictures: true,
    make: () => detectDocument((paper) => drawCallSheet(paper, sheetInput(actionLetter('levy')))),
  },
  {
    name: 'sheet-summary',
    pictures: true,
    make: () => detectDocument((paper) => drawCaseSummary(paper, sheetInput(actionLetter('levy')))),
  },
  {
    name: 'sheet-fridge',
    pictures: true,
    make: () =>
      detectDocument((paper) => drawFridgeSheet(paper, daysAhead(law, [sampleLetter()], today), today, null)),
  },
]
