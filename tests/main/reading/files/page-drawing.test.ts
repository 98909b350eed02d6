import { existsSync, readFileSync } from 'node:fs'
import { PDFDocument, PDFName, StandardFonts, TextRenderingMode } from '@cantoo/pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import { readContentStream } from '../../../../src/main/reading/files/content-stream.ts'
import { paintedByDrawing } from '../../../../src/main/reading/files/page-drawing.ts'
import { paintedByOperators } from '../../../../src/main/reading/files/page-operators.ts'
import type { Painted } from '../../../../src/main/reading/files/painted.ts'
import { openPdfObjects } from '../../../../src/main/reading/files/pdf-objects.ts'
import { typedPicture } from '../../../fixtures/typed-picture.ts'
import { formsFolder, samplesFolder } from '../reading-support.ts'

const operatorsOf = (drawing: string) => {
  const seen: unknown[] = []
  readContentStream(new TextEncoder().encode(drawing), (operator, operands) => {
    seen.push([operator, ...operands])
    return true
  })
  return seen
}

describe('operators of a drawing', () => {
  test.each<[string, string, unknown[]]>([
    [
      'numbers and names',
      'q 1 0 0 -.5 +3 4. cm /Im0 Do Q',
      [['q'], ['cm', 1, 0, 0, -0.5, 3, 4], ['Do', '/Im0'], ['Q']],
    ],
    ['names that touch', '/F1/F2 12 Tf', [['Tf', '/F1', '/F2', 12]]],
    ['strings with brackets and escapes', '(a(b)c\\)\\101\\\\) Tj', [['Tj', { bytes: 8 }]]],
    ['hexadecimal strings', '<00 41 004> Tj', [['Tj', { bytes: 4 }]]],
    ['arrays', '[(ab)-120(c)] TJ', [['TJ', [{ bytes: 2 }, -120, { bytes: 1 }]]]],
    ['dictionaries', '/Span <</Lang (en)>> BDC EMC', [['BDC', '/Span', null], ['EMC']]],
    [
      'comments',
      '1 w % 2 w\n3 w',
      [
        ['w', 1],
        ['w', 3],
      ],
    ],
    ['a picture in the drawing', 'BI /W 2 /H 1 ID \x01 EI\x02 EI Q', [['BI'], ['Q']]],
    ['a string that never ends', '(abc', []],
    ['too many closing brackets', ']]>) 1 w', [['w', 1]]],
  ])('%s', (_, drawing, operators) => {
    expect(operatorsOf(drawing)).toEqual(operators)
  })

  test('reading stops as soon as enough is known', () => {
    let count = 0
    readContentStream(new TextEncoder().encode('q '.repeat(50)), () => ++count < 3)
    expect(count).toBe(3)
  })
})

async function bothWays(bytes: Uint8Array) {
  const objects = await openPdfObjects(bytes, null)
  if (!objects) throw new Error('the file does not open')
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 })
  const document = await loading.promise
  const pages: { drawing: Painted | null; operators: Painted }[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    pages.push({ drawing: paintedByDrawing(objects, number), operators: await paintedByOperators(page) })
  }
  await loading.destroy()
  return pages
}

const rounded = ({ pictures }: Painted) => pictures.map((frame) => frame.map((value) => Math.round(value)))

async function layered(mode: TextRenderingMode): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  const picture = await document.embedJpg(await typedPicture({ code: 'CP501' }, 400))
  const page = document.addPage([612, 792])
  page.drawImage(picture, { x: 10, y: 20, width: 300, height: 400 })
  page.drawText('Some words of another program', { x: 60, y: 700, size: 11, font, renderMode: mode })
  const inner = await document.embedPage(page, { left: 0, bottom: 0, right: 612, top: 792 })
  document.addPage([612, 792]).drawPage(inner, { x: 50, y: 60, xScale: 0.5, yScale: 0.5 })
  return document.save()
}

describe('what a page shows, judged by its drawing alone, matches pdf.js', () => {
  test('pictures, also inside of a form, and visible letters', async () => {
    for (const { drawing, operators } of await bothWays(await layered(TextRenderingMode.Fill))) {
      expect(drawing).toMatchObject({ hidden: 0, seen: operators.seen })
      expect(drawing && rounded(drawing)).toEqual(rounded(operators))
      expect(operators.pictures).toHaveLength(1)
    }
  })

  test('letters that leave no mark', async () => {
    const [first] = await bothWays(await layered(TextRenderingMode.Invisible))
    expect(first?.drawing).toMatchObject({ hidden: first?.operators.hidden, seen: 0 })
    expect(first?.operators.hidden).toBeGreaterThan(20)
  })

  const files = [
    ...['1-lt11.pdf', '3-letter-3172.pdf', '4-letter-1058.pdf'].map((name) => `${samplesFolder}/${name}`),
    ...(existsSync(formsFolder) ? ['f1127.pdf', 'f8821.pdf'].map((name) => `${formsFolder}/${name}`) : []),
  ]
  test.each(files)('in %s', async (file) => {
    for (const { drawing, operators } of await bothWays(new Uint8Array(readFileSync(file)))) {
      expect(drawing && rounded(drawing)).toEqual(rounded(operators))
      expect(drawing && drawing.hidden > drawing.seen).toBe(operators.hidden > operators.seen)
    }
  })
})

test('an endless page drawing is left to pdf.js, which has a time limit', async () => {
  const document = await PDFDocument.create()
  const { context } = document
  const page = document.addPage([612, 792])
  const form = context.nextRef()
  const stream = context.stream('/Self Do /Self Do', {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, 612, 792],
    Resources: { XObject: { Self: form } },
  })
  context.assign(form, stream)
  page.node.set(PDFName.of('Resources'), context.obj({ XObject: { Self: form } }))
  page.node.set(PDFName.of('Contents'), context.register(context.stream('/Self Do')))
  const objects = await openPdfObjects(await document.save(), null)
  expect(objects && paintedByDrawing(objects, 1)).toBe(null)
})
