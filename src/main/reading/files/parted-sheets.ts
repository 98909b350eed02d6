import sharp from 'sharp'
import type { Line, PageText } from '../../../shared/model/letter.ts'
import { isLetterhead } from '../rules/irs-indicators.ts'
import { printedPageOf } from '../rules/printed-page.ts'
import { screenImage } from './image-scan.ts'
import type { Scan } from './scan.ts'

type Half = 'left' | 'right'
type Place = { own: number; half: Half | null }

/**
 * A file some of whose pages are sheets with two pages of letters side by side: each half counts as a page, so that what
 * two letters say is never mixed. Only text shows it, and only `wide` pages are looked at.
 */
export async function withSheetsParted(scan: Scan, wide: readonly number[]): Promise<Scan> {
  const parted = new Set<number>()
  for (const page of wide) {
    // A damaged page is reported when it is read.
    const text = await scan.textOf(page).catch(() => null)
    if (text && holdsTwoPages(text)) parted.add(page)
  }
  if (parted.size === 0) return scan
  const places = Array.from({ length: scan.pageCount }, (_, at) => at + 1).flatMap((own): Place[] =>
    parted.has(own)
      ? [
          { own, half: 'left' },
          { own, half: 'right' },
        ]
      : [{ own, half: null }],
  )
  return partedScan(scan, places)
}

function holdsTwoPages(text: PageText): boolean {
  const crossing = text.lines.filter(({ box }) => box[0] < 0.49 && box[0] + box[2] > 0.51)
  const [left, right] = [halfOf(text, 'left'), halfOf(text, 'right')]
  return crossing.length === 0 && isLetterhead(left) && (isLetterhead(right) || printedPageOf(right) !== null)
}

/** The lines of a half, on a page of their own. */
function halfOf(text: PageText, half: Half): PageText {
  const from = half === 'left' ? 0 : 0.5
  const lines = text.lines
    .filter(({ box }) => box[0] + box[2] / 2 < 0.5 === (half === 'left'))
    .map(
      (line): Line => ({
        ...line,
        box: [2 * (line.box[0] - from), line.box[1], 2 * line.box[2], line.box[3]],
      }),
    )
  return { ...text, aspect: text.aspect / 2, lines }
}

function partedScan(scan: Scan, places: readonly Place[]): Scan {
  const placeOf = (page: number): Place => {
    const place = places[page - 1]
    if (!place) throw new Error('scan: no such page')
    return place
  }
  return {
    ...scan,
    pageCount: places.length,
    async textOf(page, rotation, shownOnly) {
      const { own, half } = placeOf(page)
      // A half that a person turned is read by its pixels.
      if (half && rotation) return null
      const text = await scan.textOf(own, rotation, shownOnly)
      return text && { ...(half ? halfOf(text, half) : text), page }
    },
    async grayOf(page, width) {
      const { own, half } = placeOf(page)
      return half ? halfImage(await scan.grayOf(own, 2 * width), half, 1) : scan.grayOf(own, width)
    },
    async colorOf(page, width) {
      const { own, half } = placeOf(page)
      return half ? halfImage(await scan.colorOf(own, 2 * width), half, 3) : scan.colorOf(own, width)
    },
    async imageOf(page, width, rotation) {
      const { own, half } = placeOf(page)
      if (!half) return scan.imageOf(own, width, rotation)
      const { pixels, ...size } = halfImage(await scan.colorOf(own, 2 * width), half, 3)
      const upright = sharp(pixels, { raw: { ...size, channels: 3 } })
      return screenImage(
        rotation === 0 ? upright : sharp(await upright.rotate(rotation).png().toBuffer()),
        width,
      )
    },
  }
}

type Image = { width: number; height: number; pixels: Uint8Array }

function halfImage({ width, height, pixels }: Image, half: Half, channels: number): Image {
  const columns = Math.floor(width / 2)
  const from = half === 'left' ? 0 : width - columns
  const own = Buffer.alloc(columns * height * channels)
  for (let row = 0; row < height; row++) {
    const start = (row * width + from) * channels
    own.set(pixels.subarray(start, start + columns * channels), row * columns * channels)
  }
  return { width: columns, height, pixels: own }
}
