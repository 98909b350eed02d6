import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { getNotice, printedLetter } from '../fixtures/made-letter.ts'
import { chromiumPath, closePrinter } from '../fixtures/printer.ts'
import { pdfOfImages, pixelsOf, sharpOf } from '../fixtures/scanner.ts'
import { law } from '../main/reading/reading-support.ts'
import { temporaryFolder } from '../support.ts'
import type { Measured } from './speed-run.ts'

/**
 * Our reading and its peers on the same images in the same go, taking turns. Absolute times follow the machine and its
 * load; the ratios count. Native tesseract runs on one thread, which is its fastest on a machine of two processors.
 */
const codes = ['CP504', 'LT11', 'L1058', 'L3172', 'L2272C', 'CP523']

if (!chromiumPath) {
  console.error('bench:speed needs Chromium to print its letters; set WAYMARK_CHROMIUM.')
  process.exit(1)
}
const folder = temporaryFolder()
try {
  await makeFiles(folder)
  const letters = run('letters')
  const long = run('long')
  console.log(table({ ...letters, ...long }))
} finally {
  rmSync(folder, { recursive: true })
}

async function makeFiles(into: string): Promise<void> {
  mkdirSync(into, { recursive: true })
  const scans: Uint8Array[] = []
  for (const [at, code] of codes.entries()) {
    const { pdf } = await printedLetter(getNotice(law, code), 11 + at)
    writeFileSync(join(into, `${code}.text.pdf`), pdf)
    const [first] = await pixelsOf(pdf, 2550, 1)
    if (!first) throw new Error('a letter without pages')
    const scan = await sharpOf(first).jpeg({ quality: 85 }).toBuffer()
    scans.push(scan)
    writeFileSync(join(into, `${code}.scan.jpg`), scan)
    writeFileSync(join(into, `${code}.scan.pdf`), await pdfOfImages([scan]))
  }
  await closePrinter()
  const pages = (count: number) =>
    Array.from({ length: count }, (_, at) => scans[at % scans.length] ?? new Uint8Array())
  writeFileSync(join(into, 'ten.pdf'), await pdfOfImages(pages(10)))
  writeFileSync(join(into, 'long.pdf'), await pdfOfImages(pages(300)))
  const huge = sharp(scans[0]).resize({ width: 9000, height: 12000, fit: 'fill' })
  writeFileSync(join(into, 'huge.jpg'), await huge.jpeg().toBuffer())
}

function run(part: 'letters' | 'long'): Partial<Measured> {
  const script = fileURLToPath(new URL('speed-run.ts', import.meta.url))
  const child = spawnSync(process.execPath, [script, part, folder, ...codes], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  if (child.status !== 0) throw new Error(child.stderr)
  const last = child.stdout.trim().split('\n').at(-1) ?? ''
  return JSON.parse(last) as Partial<Measured>
}

function table(figures: Partial<Measured>): string {
  const ms = (value: number | null | undefined) => (value == null ? 'missing' : `${Math.round(value)} ms`)
  const times = (value: number | null | undefined) => (value == null ? 'missing' : `${value.toFixed(2)} x`)
  const megabytes = (value: number | undefined) => `${Math.round(value ?? 0)} MB`
  const rows = [
    ['what', 'measured', 'reach'],
    ['text-layer PDF, a letter, warm', ms(figures.textLayer), '150 ms'],
    ['native tesseract, full page of a clean scan', ms(figures.native), ''],
    ['number of a clean scan', ms(figures.toNumber), ''],
    ['- of native tesseract', times(figures.numberRatio), '0.35 x'],
    ['all fields of its page', ms(figures.toFields), ''],
    ['- of native tesseract', times(figures.fieldsRatio), '1.0 x'],
    ['the same scan as a PDF', ms(figures.scanPdf), ''],
    ['ocrmypdf on it', ms(figures.ocrmypdf), ''],
    ['- ours of ocrmypdf', times(figures.ocrmypdfRatio), ''],
    ['ten pages, two workers faster than one by', times(figures.twoWorkers), '1.7 x'],
    ['memory, ordinary letters', megabytes(figures.ordinaryMegabytes), '700 MB'],
    ['image of 9000 x 12000', ms(figures.hugeImage), ''],
    ['300 scanned pages: answer to a cancel', ms(figures.canceledAfter), ''],
    ['memory, the last two', megabytes(figures.longMegabytes), '1500 MB'],
  ]
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  const [head = [], ...body] = rows
  return [line(head), '|---|---|---|', ...body.map(line)].join('\n')
}
