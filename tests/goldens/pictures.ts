import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { temporaryFolder } from '../support.ts'

export const hasPoppler = spawnSync('pdftoppm', ['-v']).error === undefined

/** Dots an inch: enough to see a line that moved or fell on another, small enough to keep. */
const resolution = 36

/** Each page as a small gray PNG, in order. */
export async function picturesOf(pdf: Uint8Array): Promise<Buffer[]> {
  const folder = temporaryFolder()
  const file = join(folder, 'paper.pdf')
  writeFileSync(file, pdf)
  const drawn = spawnSync('pdftoppm', ['-r', `${resolution}`, '-gray', '-png', file, join(folder, 'page')])
  if (drawn.status !== 0) throw new Error(`pdftoppm: ${drawn.stderr}`)
  const pages = readdirSync(folder)
    .filter((name) => name.endsWith('.png'))
    .sort()
  return Promise.all(
    pages.map((name) =>
      sharp(readFileSync(join(folder, name)))
        .png({ palette: true, colors: 16, compressionLevel: 9 })
        .toBuffer(),
    ),
  )
}

type Difference = { share: number; picture: Buffer }

/** Gray steps by which a pixel may differ: fonts are smoothed a little differently from one poppler to the next. */
const tolerance = 64

/** How large a share of the page differs; `picture` shows before, after and, in red, what differs, side by side. */
export async function differenceOf(golden: Buffer, now: Buffer): Promise<Difference> {
  const [before, after] = await Promise.all([grayOf(golden), grayOf(now)])
  const { width, height } = before
  const isSameSize = width === after.width && height === after.height
  const marked = Buffer.alloc(width * height * 3, 255)
  let different = 0
  before.pixels.forEach((value, at) => {
    if (isSameSize && Math.abs(value - (after.pixels[at] ?? 0)) <= tolerance) return
    different++
    marked.set([220, 0, 0], at * 3)
  })
  const marks = await sharp(marked, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer()
  const picture = await sharp({ create: { width: 3 * width + 8, height, channels: 3, background: '#888' } })
    .composite([golden, now, marks].map((input, at) => ({ input, left: at * (width + 4), top: 0 })))
    .png()
    .toBuffer()
  return { share: different / (width * height), picture }
}

async function grayOf(picture: Buffer): Promise<{ width: number; height: number; pixels: Buffer }> {
  const { data, info } = await sharp(picture)
    .flatten({ background: '#fff' })
    .grayscale()
    .toColorspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, pixels: data }
}
