import { readFileSync } from 'node:fs'
import sharp, { type Sharp } from 'sharp'
import { afterAll, expect, test } from 'vitest'
import type { Letter } from '../../../src/shared/model/letter.ts'
import { sampleOf } from '../../support.ts'
import { samplesFolder, startReader } from './reading-support.ts'

const reader = startReader()
afterAll(() => reader.close())
const paper = () => sharp(readFileSync(`${samplesFolder}/2-cp523.jpg`))

async function read(image: Sharp) {
  const result = await reader.read(new Uint8Array(await image.toBuffer()))
  if (!result.ok) throw new Error(result.error.code)
  const [letter] = result.value.letters
  const [page] = result.value.texts
  if (!letter || !page) throw new Error('nothing read')
  return { letter, page, pageCount: result.value.pageCount }
}

const expected: Partial<Letter['confirmed']> = {
  noticeCode: 'CP523',
  noticeDate: '2026-11-09' as never,
  terminationDate: '2026-12-09' as never,
  amountDue: '300.00',
  tinLast4: '4411',
  taxpayerName: 'MARGUERITE T BRIGHTWATER',
}

const crooked: [string, () => Sharp, number][] = [
  ['lying on its left side', () => paper().rotate(270), 90],
  ['upside down', () => paper().rotate(180), 180],
  ['lying on its right side', () => paper().rotate(90), 270],
  ['tilted by three degrees', () => paper().rotate(3, { background: '#ddd' }), 0],
  ['tilted by seven degrees the other way', () => paper().rotate(-7, { background: '#ddd' }), 0],
  ['turned by the note of a camera', () => paper().rotate(270).withMetadata({ orientation: 6 }).jpeg(), 0],
  ['saved with much loss', () => paper().jpeg({ quality: 40 }), 0],
  ['with a see-through background', () => paper().ensureAlpha(0.99).png(), 0],
  [
    'faxed with flat pixels',
    () =>
      paper()
        .resize(1728, 1100, { fit: 'fill' })
        .grayscale()
        .threshold(150)
        .toColorspace('b-w')
        .tiff({ compression: 'ccittfax4', bitdepth: 1, xres: 204 / 25.4, yres: 98 / 25.4 }),
    0,
  ],
]
test.each(sampleOf(crooked, 3))('a page %s is read', async (_how, image, rotation) => {
  const { letter, page } = await read(image())
  expect(letter.facts).toMatchObject(expected ?? {})
  expect(page.rotation).toBe(rotation)
})

test('evidence is placed on the page as the person sees it', async () => {
  const straight = (await read(paper())).letter.evidence.noticeCode
  const over = (await read(paper().rotate(180))).letter.evidence.noticeCode
  if (!straight || !over) throw new Error('no evidence')
  for (const [at, value] of straight.box.entries()) expect(over.box[at]).toBeCloseTo(value, 2)

  const tilt = 6
  const tilted = await read(paper().rotate(tilt, { background: '#fff' }))
  const { width, height } = await sharp(await paper().rotate(tilt).toBuffer()).metadata()
  const before = await paper().metadata()
  const [x, y, w, h] = straight.box
  const [across, down] = [(x + w / 2 - 0.5) * before.width, (y + h / 2 - 0.5) * before.height]
  const angle = (tilt * Math.PI) / 180
  const box = tilted.letter.evidence.noticeCode?.box ?? [0, 0, 0, 0]
  expect(box[0] + box[2] / 2).toBeCloseTo(
    (across * Math.cos(angle) - down * Math.sin(angle)) / width + 0.5,
    2,
  )
  expect(box[1] + box[3] / 2).toBeCloseTo(
    (across * Math.sin(angle) + down * Math.cos(angle)) / height + 0.5,
    2,
  )
})

test('every page of a TIFF is read', async () => {
  const page = await paper().resize(1275).grayscale().raw().toBuffer({ resolveWithObject: true })
  const { width, height } = page.info
  const both = Buffer.concat([page.data, page.data])
  const tiff = sharp(both, { raw: { width, height: height * 2, channels: 1, pageHeight: height } }).tiff()
  const { pageCount } = await read(tiff)
  expect(pageCount).toBe(2)
})
