import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { openImageScan } from '../../../src/main/ocr/image-scan.ts'
import { sheetOf } from '../../../src/main/ocr/sheet.ts'
import { samplesFolder, startReader } from './reading-support.ts'

const reader = startReader()
afterAll(() => reader.close())
const paper = () => sharp(readFileSync(`${samplesFolder}/2-cp523.jpg`))

type Point = readonly [number, number]
const size = { width: 2400, height: 3200 }
/** Where the sheet's corners lie on the photo, in its pixels. */
const corners: readonly Point[] = [
  [420, 340],
  [2050, 450],
  [2260, 2860],
  [170, 2740],
]

/** A sheet in perspective on a table, under light that falls off to the lower right. */
async function photo(table: Point = [96, 70], light = 0.55): Promise<Buffer> {
  const { data, info } = await paper().greyscale().raw().toBuffer({ resolveWithObject: true })
  const pixels = Buffer.alloc(size.width * size.height * 3)
  const [p0, p1, p2, p3] = corners as [Point, Point, Point, Point]
  for (let y = 0; y < size.height; y++) {
    for (let x = 0; x < size.width; x++) {
      const [u, v] = placeIn([p0, p1, p2, p3], [x, y])
      const on = u >= 0 && u < 1 && v >= 0 && v < 1
      const ink = on ? (data[Math.floor(v * info.height) * info.width + Math.floor(u * info.width)] ?? 0) : 0
      const shade = 1 - (light * (x + y)) / (size.width + size.height)
      const at = (y * size.width + x) * 3
      pixels[at] = (on ? ink : table[0]) * shade
      pixels[at + 1] = (on ? ink : table[1]) * shade
      pixels[at + 2] = (on ? ink * 0.95 : table[1]) * shade
    }
  }
  return sharp(pixels, { raw: { ...size, channels: 3 } })
    .blur(1)
    .jpeg({ quality: 80 })
    .toBuffer()
}

/** The plane's projection from a photo's point to the sheet, solved from the four corners. */
function placeIn([a, b, c, d]: [Point, Point, Point, Point], [x, y]: Point): Point {
  let [u, v] = [0.5, 0.5]
  const [dx1, dx2, dx3] = [b[0] - c[0], d[0] - c[0], a[0] - b[0] + c[0] - d[0]]
  const [dy1, dy2, dy3] = [b[1] - c[1], d[1] - c[1], a[1] - b[1] + c[1] - d[1]]
  const divisor = dx1 * dy2 - dx2 * dy1
  const g = (dx3 * dy2 - dx2 * dy3) / divisor
  const h = (dx1 * dy3 - dx3 * dy1) / divisor
  const [m, n, o, p] = [
    b[0] - a[0] + g * b[0],
    d[0] - a[0] + h * d[0],
    b[1] - a[1] + g * b[1],
    d[1] - a[1] + h * d[1],
  ]
  const [e, f, i, j] = [m - g * x, n - h * x, o - g * y, p - h * y]
  const whole = e * j - f * i
  u = ((x - a[0]) * j - (y - a[1]) * f) / whole
  v = ((y - a[1]) * e - (x - a[0]) * i) / whole
  return [u, v]
}

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

test('a photo in perspective and uneven light is read, and its evidence lies on the photo as it is', async () => {
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

test('a photo that lies on its side and upside down is read, and says by how much it was turned', async () => {
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

test.each<[string, () => Promise<Buffer>, boolean]>([
  ['on a dark table is cut out', () => photo(), true],
  ['on a grey table a little darker than paper is cut out', () => photo([205, 200], 0.3), true],
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
])('a sheet %s', async (_how, image, isCutOut) => {
  const scan = await openImageScan(new Uint8Array(await image()), 'jpeg')
  if (!scan.ok) throw new Error(scan.error.code)
  expect((await sheetOf(scan.value, 1)).toPhoto !== null).toBe(isCutOut)
})

test('a HEIC photo of a phone is read', async () => {
  const { letter, msToNumber } = await read(readFileSync(new URL('files/cp523.heic', import.meta.url)))
  expect(letter.facts).toMatchObject(facts)
  expect(msToNumber).toBeGreaterThan(0)
})
