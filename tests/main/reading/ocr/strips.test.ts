import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createCanvas, GlobalFonts } from '@napi-rs/canvas'
import { expect, test, vi } from 'vitest'
import type { GrayImage } from '../../../../src/main/reading/files/scan.ts'
import { withWitness } from '../../../../src/main/reading/ocr/strips.ts'
import { createWitness } from '../../../../src/main/reading/ocr/witness.ts'
import { readLetters } from '../../../../src/main/reading/rules/read-letters.ts'
import { placesOfFacts } from '../../../../src/main/reading/rules/two-readings.ts'
import { factsToCheck } from '../../../../src/shared/letters/facts-to-check.ts'
import { Day } from '../../../../src/shared/model/day.ts'
import type { Line, PageText, Reading } from '../../../../src/shared/model/letter.ts'
import { temporaryFolder } from '../../../support.ts'
import { law } from '../reading-support.ts'

GlobalFonts.registerFromPath(
  fileURLToPath(new URL('../../../../resources/fonts/source-sans-3-regular.ttf', import.meta.url)),
  'print',
)
const width = 2200
const height = 2847
const witness = createWitness()
const nobody = createWitness('/no/such/folder')

/** What is printed on the page, and what the first engine read of it where that is something else. */
type Print = { text: string; x: number; y: number; readAs?: string; confidence?: number }

const letter = (
  changed: Partial<Record<'date' | 'phone' | 'amount' | 'tin', Partial<Print>>> = {},
): Print[] => [
  { text: 'Department of the Treasury', x: 150, y: 200 },
  { text: 'Internal Revenue Service', x: 150, y: 250 },
  { text: 'Notice', x: 1400, y: 200 },
  { text: 'CP14', x: 1750, y: 200 },
  { text: 'Notice date', x: 1400, y: 260 },
  { text: 'October 9, 2026', x: 1750, y: 260, ...changed.date },
  { text: 'Social Security number', x: 1400, y: 320 },
  { text: '000-00-1234', x: 1850, y: 320, ...changed.tin },
  { text: 'To contact us', x: 1400, y: 380 },
  { text: '800-555-0135', x: 1750, y: 380, ...changed.phone },
  { text: 'Amount due:', x: 150, y: 700 },
  { text: '$11,720.37', x: 600, y: 700, ...changed.amount },
]

/** The page as it was read, and its picture. */
function pageOf(prints: readonly Print[]): { text: PageText; image: GrayImage } {
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#fafafa'
  context.fillRect(0, 0, width, height)
  context.fillStyle = '#111'
  context.font = '40px print'
  const lines = prints.map(({ text, x, y, readAs, confidence = 0.96 }): Line => {
    context.fillText(text, x, y)
    const wide = context.measureText(text).width
    return {
      text: readAs ?? text,
      box: [x / width, (y - 30) / height, wide / width, 32 / height],
      confidence,
    }
  })
  const { data } = context.getImageData(0, 0, width, height)
  const pixels = new Uint8Array(width * height)
  for (let at = 0; at < pixels.length; at++) pixels[at] = data[at * 4] ?? 0
  return {
    text: { page: 1, aspect: width / height, source: 'ocr', rotation: 0, lines },
    image: { width, height, pixels },
  }
}

async function readTwice(prints: readonly Print[], by = witness): Promise<Reading> {
  const { text, image } = pageOf(prints)
  const places = placesOfFacts(readLetters(law, [text]).letters, text)
  const twice = await withWitness(text, image, places, by)
  const [reading] = readLetters(law, [twice]).letters
  if (!reading) throw new Error('no letter')
  return reading
}

const today = Day.parse('2026-10-20')
const asked = (reading: Reading) =>
  factsToCheck(reading, today).map(({ name, reason, other }) => [name, reason, other])

test('digits that both engines read alike are stated, also where the first one was unsure', async () => {
  const reading = await readTwice(
    letter({ amount: { confidence: 0.55 }, date: { confidence: 0.7 }, tin: { confidence: 0.6 } }),
  )
  expect(reading.facts).toMatchObject({
    noticeDate: '2026-10-09',
    tinLast4: '1234',
    contactPhone: '800-555-0135',
    amountDue: '11720.37',
  })
  expect(asked(reading)).toEqual([])
})

test('digits that the first engine misread for sure are asked about, with the other reading', async () => {
  const reading = await readTwice(
    letter({
      date: { readAs: 'October 8, 2026' },
      amount: { readAs: '$11.37' },
      tin: { readAs: '000-00-1284' },
      phone: { readAs: '800-555-0133' },
    }),
  )
  expect(asked(reading)).toEqual([
    ['noticeDate', 'two-readings', '2026-10-09'],
    ['amountDue', 'two-readings', '11720.37'],
    ['tinLast4', 'two-readings', '1234'],
    ['contactPhone', 'two-readings', '800-555-0135'],
  ])
})

test('a digit that is painted over by another is asked about when the first engine does not see it', async () => {
  const prints = letter({ amount: { text: '$91,720.37', readAs: '$11,720.37' } })
  expect(asked(await readTwice(prints))).toEqual([['amountDue', 'two-readings', '91720.37']])
})

test('where the second engine sees nothing, one reading is not enough', async () => {
  const prints = letter({ phone: { text: ' ', readAs: '800-555-0135' } })
  expect(asked(await readTwice(prints))).toEqual([['contactPhone', 'one-reading', null]])
})

test('without the second engine every value of digits is asked about', async () => {
  const reading = await readTwice(letter(), nobody)
  expect(reading.facts).toMatchObject({ noticeDate: '2026-10-09', amountDue: '11720.37' })
  expect(asked(reading)).toEqual(
    ['noticeCode', 'noticeDate', 'amountDue', 'tinLast4', 'contactPhone'].map((name) => [
      name,
      'one-reading',
      null,
    ]),
  )
})

test('a network that is damaged counts as none, and the reading goes on', async () => {
  const folder = temporaryFolder()
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'ch_PP-OCRv4_rec_infer.onnx'), 'no network')
  writeFileSync(join(folder, 'ppocr_keys_v1.txt'), '0\n1\n')
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const damaged = createWitness(folder)
  expect(asked(await readTwice(letter(), damaged)).map(([, reason]) => reason)).toEqual(
    Array(5).fill('one-reading'),
  )
  expect(told).toHaveBeenCalledTimes(1)
  told.mockRestore()
  rmSync(folder, { recursive: true })
})
