import { PDFDict, PDFDocument, PDFName, type PDFPage, rgb, StandardFonts } from '@cantoo/pdf-lib'
import { afterAll, expect, test } from 'vitest'
import { typedPdf } from '../../fixtures/typed-pdf.ts'
import { startReader } from './reading-support.ts'

const reader = startReader()
afterAll(() => reader.close())

const shown = [
  'Amount due: $4,318.27',
  'Pay this, or call us about what you can pay, or tell us why you disagree.',
]

/** A CP504 of $4,318.27 to which something was added. */
async function withUnseen(
  add: (page: PDFPage, pdf: PDFDocument) => Promise<void> | void,
): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(await typedPdf([{ more: shown }]))
  await add(pdf.getPage(0), pdf)
  return pdf.save()
}

const claims = ['Notice CP90', 'Notice date October 6, 2025', 'Amount due immediately: $99,999.99']
const drawClaims = async (page: PDFPage, pdf: PDFDocument, look: Parameters<PDFPage['drawText']>[1]) => {
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  for (const [at, text] of claims.entries())
    page.drawText(text, { x: 330, y: 792 - 60 - 13 * at, size: 10, font, ...look })
}

test.each<[string, (page: PDFPage, pdf: PDFDocument) => Promise<void> | void]>([
  ['is white', (page, pdf) => drawClaims(page, pdf, { color: rgb(1, 1, 1) })],
  ['is transparent', (page, pdf) => drawClaims(page, pdf, { opacity: 0 })],
  [
    'lies under a white sheet',
    async (page, pdf) => {
      const font = await pdf.embedFont(StandardFonts.Helvetica)
      page.drawText('Amount due immediately: $99,999.99', { x: 60, y: 150, size: 10, font })
      page.drawRectangle({ x: 50, y: 140, width: 400, height: 30, color: rgb(1, 1, 1) })
    },
  ],
])('text that %s is no fact', async (_what, add) => {
  const result = await reader.read(await withUnseen(add))
  expect(
    result.ok &&
      result.value.letters.map(({ facts }) => [facts.noticeCode, facts.noticeDate, facts.amountDue]),
  ).toEqual([['CP504', '2026-05-04', '4318.27']])
})

test('digits that the font shows as others are read from the page', async () => {
  const pdf = await PDFDocument.load(await typedPdf([{ more: shown }]))
  // The text layer says each digit as the next one; what is drawn stays.
  const lines = [...'0123456789'].map((digit, at) => `<${hex(digit)}> <00${hex(String((at + 1) % 10))}>`)
  const letters = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)).filter(
    (each) => !/\d/.test(each),
  )
  const own = letters.map((letter) => `<${hex(letter)}> <00${hex(letter)}>`)
  const map = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange ${lines.length + own.length} beginbfchar ${[...lines, ...own].join('\n')} endbfchar endcmap end end`
  const stream = pdf.context.register(pdf.context.flateStream(map))
  const fonts = pdf.getPage(0).node.Resources()?.lookup(PDFName.of('Font'), PDFDict)
  for (const [name] of fonts?.entries() ?? [])
    fonts?.lookup(name, PDFDict).set(PDFName.of('ToUnicode'), stream)
  const result = await reader.read(await pdf.save())
  expect(result.ok && result.value.texts[0]?.source).toBe('ocr')
  expect(result.ok && result.value.letters.map(({ facts }) => [facts.noticeCode, facts.amountDue])).toEqual([
    ['CP504', '4318.27'],
  ])
})

const hex = (character: string) => character.charCodeAt(0).toString(16).padStart(2, '0')

test('a plain letter keeps its own text', async () => {
  const result = await reader.read(await typedPdf([{ more: shown }]))
  expect(result.ok && result.value.texts[0]?.source).toBe('text-layer')
})
