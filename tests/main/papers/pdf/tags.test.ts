import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRef } from '@cantoo/pdf-lib'
import { expect, it } from 'vitest'
import { loadFonts } from '../../../../src/main/papers/pdf/fonts.ts'
import { finishPdf, newPage, openPdf } from '../../../../src/main/papers/pdf/pdf-cursor.ts'
import { stampFooters } from '../../../../src/main/papers/pdf/stamp.ts'
import { drawHeading, drawRow, drawTable } from '../../../../src/main/papers/pdf/table.ts'
import { write } from '../../../../src/main/papers/pdf/write.ts'

const fonts = await loadFonts('resources')

async function sampleBytes() {
  const paper = await openPdf(fonts, 'A tagged paper')
  const first = newPage(paper)
  newPage(paper)
  drawHeading(paper, 'Second page', 'H1')
  const text = 'word '.repeat(1200)
  write(paper, [{ text }, { text: 'one', mark: 'bullet' }, { text: 'two', mark: 'checked' }], 'test')
  drawTable(paper, () => {
    const cell = (head: boolean, words: string) => ({
      width: 0.5,
      block: 'test',
      items: [{ text: words }],
      ...(head ? { head: 'Column' as const } : {}),
    })
    drawRow(paper, [cell(true, 'Day'), cell(true, 'How')])
    drawRow(paper, [cell(false, 'May 2'), cell(false, 'Fax')])
  })
  paper.page = first
  paper.y = 700
  drawHeading(paper, 'Drawn last, read first')
  stampFooters(paper, paper.pdf.getPages(), 'foot', () => '')
  const bytes = await finishPdf(paper)
  if (!bytes.ok) throw new Error(bytes.error.code)
  return bytes.value
}

type Told = string | [string, Told[]]

/** The elements in reading order, checked on the way: each mark leads back to its element through the parent tree. */
async function structureOf(bytes: Uint8Array): Promise<Told[]> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  const root = pdf.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
  const parents = root.lookup(PDFName.of('ParentTree'), PDFDict).lookup(PDFName.of('Nums'), PDFArray)
  const ownerOf = (page: PDFRef, id: number) => {
    const index = pdf.getPages().findIndex((each) => each.ref === page)
    return parents.lookup(2 * index + 1, PDFArray).get(id)
  }
  const tell = (ref: PDFRef): Told => {
    const dict = pdf.context.lookup(ref, PDFDict)
    const name = dict.lookup(PDFName.of('S'), PDFName).decodeText()
    const kids = dict.lookup(PDFName.of('K'), PDFArray).asArray()
    return [
      name,
      kids.map((kid) => {
        if (kid instanceof PDFRef) return tell(kid)
        const mark = kid as PDFDict
        const page = mark.get(PDFName.of('Pg')) as PDFRef
        expect(ownerOf(page, mark.lookup(PDFName.of('MCID'), PDFNumber).asNumber())).toBe(ref)
        return `page ${pdf.getPages().findIndex((each) => each.ref === page) + 1}`
      }),
    ]
  }
  const [, told] = tell(root.get(PDFName.of('K')) as PDFRef)
  return told as Told[]
}

it('marks headings, paragraphs, lists, and tables in reading order, whatever was drawn first', async () => {
  const told = await structureOf(await sampleBytes())
  expect(told.map((each) => each[0])).toEqual(['H2', 'H1', 'P', 'L', 'Table'])
  expect(told[0]).toEqual(['H2', ['page 1']])
  expect(new Set(told[2]?.[1])).toEqual(new Set(['page 2', 'page 3']))
  const item = [
    'LI',
    [
      ['Lbl', ['page 3']],
      ['LBody', ['page 3']],
    ],
  ]
  expect(told[3]).toEqual(['L', [item, item]])
  const row = (cell: string) => ['TR', [1, 2].map(() => [cell, [['P', ['page 3']]]])]
  expect(told[4]).toEqual(['Table', [row('TH'), row('TD')]])
})

it('says that it is tagged, with its title and language, and stays the same byte for byte', async () => {
  const bytes = await sampleBytes()
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  expect(`${pdf.catalog.get(PDFName.of('MarkInfo'))}`).toContain('/Marked true')
  expect(`${pdf.catalog.get(PDFName.of('Lang'))}`).toContain('en-US')
  expect(pdf.getTitle()).toBe('A tagged paper')
  expect(Buffer.from(bytes).equals(Buffer.from(await sampleBytes()))).toBe(true)
})
