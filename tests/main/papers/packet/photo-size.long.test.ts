import { PDFDocument } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { exhibitPages } from '../../../../src/main/papers/packet/exhibit.ts'
import { createPageTools } from '../../../../src/main/reading/process/page-tools.ts'

const reader = createPageTools()
afterAll(() => reader.close())

const photo = async (width: number, height: number) => {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const
  const create = { width, height, channels: 3, background: '#fff', noise } as const
  return new Uint8Array(await sharp({ create }).jpeg({ quality: 95 }).toBuffer())
}

async function copied(scan: Uint8Array) {
  const target = await PDFDocument.create()
  const pages = await exhibitPages(target, { scan, pages: 'all', reader, straighten: false })
  if (!pages.ok) throw new Error(pages.error.code)
  const [page] = pages.value
  if (!page) throw new Error('no page')
  page.draw(target.addPage([612, 792]), 0, 0, 0.1)
  return { width: page.width, height: page.height, bytes: (await target.save()).length }
}

test('a photo with more dots than paper shows is made as small as 300 dots an inch', async () => {
  const scan = await photo(4800, 3600)
  const { width, height, bytes } = await copied(scan)
  expect([width, height]).toEqual([2550, 1913])
  expect(bytes).toBeLessThan(scan.length / 2)
}, 60_000)

test('a photo that fits stays as it is, byte for byte', async () => {
  const scan = await photo(1200, 1600)
  const { width, height, bytes } = await copied(scan)
  expect([width, height]).toEqual([1200, 1600])
  expect(bytes).toBeGreaterThan(scan.length)
})
