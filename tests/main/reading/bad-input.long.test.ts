import { readFileSync } from 'node:fs'
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { samplesFolder, startReader } from './reading-support.ts'

const reader = startReader()
afterAll(() => reader.close())

const sampleText = () => new Uint8Array(readFileSync(`${samplesFolder}/1-lt11.pdf`))
const sampleJpeg = () => new Uint8Array(readFileSync(`${samplesFolder}/2-cp523.jpg`))
const text = (words: string) => new Uint8Array(Buffer.from(words))

async function lockedPdf(): Promise<Uint8Array> {
  const document = await PDFDocument.load(sampleText())
  document.encrypt({ userPassword: 'opensesame', ownerPassword: 'other' })
  return document.save()
}

test.each([
  ['a file of no bytes', () => new Uint8Array(), 'scan.empty'],
  [
    'a Word document named .pdf',
    () => new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0]),
    'scan.office-document',
  ],
  ['a text file named .jpg', () => text('Dear diary, today I got a Notice CP504.'), 'scan.text-file'],
  ['bytes of no known kind', () => new Uint8Array([0, 1, 2, 3, 4, 255, 0, 9]), 'scan.unknown-type'],
  ['a PDF that ends after its header', () => sampleText().slice(0, 900), 'scan.damaged'],
  ['a JPEG of which only the header is left', () => sampleJpeg().slice(0, 600), 'scan.damaged'],
  ['a PDF with a password', lockedPdf, 'scan.password'],
])('%s fails with a code of its own', async (_what, file, code) => {
  const result = await reader.read(await file())
  expect(result).toMatchObject({ ok: false, error: { code } })
})

test.each([
  ['lacks its last 20 bytes', 1, 20, 'edge'],
  ['breaks off after three quarters', 0.75, 0, 'part'],
] as const)(
  'a JPEG that %s is read as far as it goes, and that is said',
  async (_what, share, less, cutOff) => {
    const whole = new Uint8Array(await sharp(sampleJpeg()).jpeg({ progressive: false }).toBuffer())
    const result = await reader.read(whole.slice(0, Math.round(share * whole.length) - less))
    expect(result).toMatchObject({
      ok: true,
      value: { letters: [{ cutOff, facts: { noticeCode: 'CP523' } }] },
    })
  },
)

test('after a bad file, the next one is read', async () => {
  await reader.read(new Uint8Array([0, 1, 2]))
  const result = await reader.read(sampleText())
  expect(result.ok && result.value.letters[0]?.facts.noticeCode).toBe('LT11')
})

test('a PDF of 300 pages is read completely, with progress', async () => {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (let page = 1; page <= 300; page++) {
    const lines = Array.from(
      { length: 12 },
      (_, at) => `Page ${page}, line ${at}: an account of the year as it went by.`,
    )
    document.addPage([612, 792]).drawText(lines.join('\n'), { x: 60, y: 700, size: 11, lineHeight: 16, font })
  }
  const pages: number[] = []
  const result = await reader.read(await document.save(), { onPage: (page) => pages.push(page) })
  expect(result).toMatchObject({ ok: true, value: { pageCount: 300, isIrs: false, letters: [] } })
  expect(pages).toHaveLength(300)
  expect(result.ok && result.value.texts.every((each, at) => each.page === at + 1)).toBe(true)
})

test('canceling answers at once, and the reader continues with the next file', async () => {
  const stop = new AbortController()
  const reading = reader.read(sampleJpeg(), { signal: stop.signal })
  stop.abort()
  expect(await reading).toEqual({ ok: false, error: { code: 'read.cancelled' } })
  expect((await reader.pageCount(sampleText())).ok).toBe(true)
})

test('without language data, a text layer is read and a picture fails with its code', async () => {
  const poor = startReader({ tessdata: samplesFolder })
  const [layer, picture] = [await poor.read(sampleText()), await poor.read(sampleJpeg())]
  await poor.close()
  expect(layer.ok).toBe(true)
  expect(picture).toMatchObject({ ok: false, error: { code: 'read.no-language-data' } })
})

test('a job without progress is ended, and the next gets a fresh worker', async () => {
  const strict = startReader({ silenceLimit: 5 })
  expect(await strict.read(sampleJpeg())).toEqual({ ok: false, error: { code: 'read.timed-out' } })
  await strict.close()
})

test('a job that never ends, page after page, is ended too, and the next gets a fresh worker', async () => {
  const strict = startReader({ wholeLimit: 1, pageLimit: 0 })
  expect(await strict.read(sampleText())).toEqual({ ok: false, error: { code: 'read.timed-out' } })
  expect((await strict.pageCount(sampleText())).ok).toBe(true)
  await strict.close()
})

test('a page for the screen is upright, as wide as requested, and can be rotated', async () => {
  const sizes: number[][] = []
  for (const rotation of [0, 90] as const) {
    const image = await reader.pageImage(sampleText(), 1, 400, rotation)
    if (!image.ok) throw new Error(image.error.code)
    const { width, height } = await sharp(image.value.bytes).metadata()
    sizes.push([width, height])
  }
  expect(sizes).toEqual([
    [400, 518],
    [400, 310],
  ])
})

test('a missing page is a failure, not a crash', async () => {
  expect((await reader.pageImage(sampleText(), 99, 400)).ok).toBe(false)
})
