import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { openImageScan } from '../../../src/main/reading/files/image-scan.ts'
import { detectDocument } from '../../../src/main/reading/image/detected-document.ts'
import {
  corners,
  type Point,
  photographedPaper as paper,
  photo,
  placeIn,
  size,
} from '../../fixtures/table-photo.ts'
import { sampleOf } from '../../support.ts'
import { startReader } from './reading-support.ts'

const reader = startReader()
afterAll(() => reader.close())
async function read(bytes: Uint8Array) {
  const result = await reader.read(new Uint8Array(bytes))
  if (!result.ok) throw new Error(result.error.code)
  const [letter] = result.value.letters
  if (!letter) throw new Error('no letter')
  return { letter, texts: result.value.texts, msToNumber: result.value.msToNumber }
}

let taken: ReturnType<typeof read> | undefined
const asTaken = async () => {
  taken ??= read(await photo())
  return taken
}

const facts = {
  noticeCode: 'CP523',
  noticeDate: '2026-11-09',
  terminationDate: '2026-12-09',
  amountDue: '300.00',
  tinLast4: '4411',
}

test('a photo in perspective and uneven light is read, and its evidence lies on the original photo', async () => {
  const straight = (await read(await paper().toBuffer())).letter.evidence.noticeCode
  const { letter } = await asTaken()
  expect(letter.facts).toMatchObject(facts)
  const box = letter.evidence.noticeCode?.box ?? [0, 0, 0, 0]
  const middle: Point = [(box[0] + box[2] / 2) * size.width, (box[1] + box[3] / 2) * size.height]
  const [u, v] = placeIn(corners as [Point, Point, Point, Point], middle)
  const [x, y, w, h] = straight?.box ?? [0, 0, 0, 0]
  expect(u).toBeCloseTo(x + w / 2, 2)
  expect(v).toBeCloseTo(y + h / 2, 2)
})

test('a photo on its side and upside down is read, and says how far it was rotated', async () => {
  const { letter, texts } = await read(
    await sharp(await photo())
      .rotate(90)
      .jpeg()
      .toBuffer(),
  )
  expect(letter.facts.noticeCode).toBe('CP523')
  expect(texts[0]?.rotation).toBe(270)
  const box = letter.evidence.noticeCode?.box ?? [0, 0, 0, 0]
  const upright = (await asTaken()).letter.evidence.noticeCode?.box ?? [1, 1, 1, 1]
  expect(box[0]).toBeCloseTo(upright[0], 2)
  expect(box[1]).toBeCloseTo(upright[1], 2)
})

const sheets: [string, () => Promise<Buffer>, boolean][] = [
  ['on a dark table is cut out', () => photo(), true],
  ['on a gray table a little darker than paper is cut out', () => photo([205, 200], 0.3), true],
  [
    'in a photo that a program rotated slightly, with white corners, is cropped',
    async () =>
      sharp(await photo())
        .rotate(-6, { background: '#fff' })
        .jpeg()
        .toBuffer(),
    true,
  ],
  ['that fills the picture stays whole', () => paper().toBuffer(), false],
  [
    'half in the shadow of a hand stays whole',
    async () => {
      const shadow = Buffer.from(
        '<svg width="1275" height="1650"><defs><filter id="f"><feGaussianBlur stdDeviation="40"/></filter></defs><path d="M0 900 L1275 500 V1650 H0 Z" fill="#444" opacity="0.7" filter="url(#f)"/></svg>',
      )
      return sharp(await paper().resize(1275, 1650).toBuffer())
        .composite([{ input: shadow }])
        .jpeg()
        .toBuffer()
    },
    false,
  ],
]
test.each(sampleOf(sheets, 2))('a document %s', async (_how, image, isCutOut) => {
  const scan = await openImageScan(new Uint8Array(await image()), 'jpeg')
  if (!scan.ok) throw new Error(scan.error.code)
  expect((await detectDocument(scan.value, 1)).toPhoto !== null).toBe(isCutOut)
})

test('the document in a photo is cropped for print: flat, evenly white, upright; a scan is left alone', async () => {
  const lying = await sharp(await photo())
    .rotate(90)
    .jpeg()
    .toBuffer()
  const cut = await reader.documentImage(new Uint8Array(lying), 1, 270)
  if (!cut.ok || !cut.value) throw new Error('not cut out')
  const { width = 0, height = 1 } = await sharp(cut.value.bytes).metadata()
  expect(width / height).toBeCloseTo(8.5 / 11, 2)
  // The table was dark: now the rim is as white as the paper in the middle.
  const rim = await sharp(cut.value.bytes).extract({ left: 0, top: 0, width, height: 40 }).stats()
  expect(rim.channels[0]?.mean).toBeGreaterThan(235)
  const straight = await read(cut.value.bytes)
  expect(straight.letter.facts).toMatchObject(facts)
  expect(straight.texts[0]?.rotation).toBe(0)
  const scan = await reader.documentImage(new Uint8Array(await paper().toBuffer()), 1)
  expect(scan).toEqual({ ok: true, value: null })
})

test('a HEIC photo of a phone is read', async () => {
  const { letter, msToNumber } = await read(
    readFileSync(new URL('../../fixtures/containers/cp523.heic', import.meta.url)),
  )
  expect(letter.facts).toMatchObject(facts)
  expect(msToNumber).toBeGreaterThan(0)
})
