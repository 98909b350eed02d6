import type { GrayImage } from '../files/scan.ts'
import type { Word } from '../rules/lines-from-words.ts'
import type { PageLayout, Recognizer } from './recognizer.ts'

/** Rows of a page from `top` to before `bottom`, and columns alike, to be read as one image. */
export type Region = { top: number; bottom: number; left: number; right: number; layout: PageLayout }
/**
 * A page in pieces: the number of a notice stands in its foot or in the head's corner on the right, which is all of the
 * head's upper half where no blank column parts it. The corner is cut in two where it holds several lines, since the
 * number is mostly among the first.
 */
export type Regions = { corner: Region[]; foot: Region; head: Region[]; middle: Region[] }

const headEnd = 0.3
const footStart = 0.88

/** Pieces small enough to keep two engines busy, cut only where the paper is blank, so that no line is torn. */
export function regionsOf(image: GrayImage): Regions {
  const { width, height } = image
  const headTo = blankRowNear(image, headEnd).row
  const footFrom = blankRowNear(image, footStart).row
  const cut = (from: number, to: number, shares: number[], layout: PageLayout) => {
    const rows = shares.map((share) => blankRowNear(image, share)).filter((cut) => cut.isBlank)
    const edges = [from, ...rows.map((cut) => cut.row), to]
    return edges
      .slice(1)
      .map((bottom, at): Region => ({ top: edges[at] ?? 0, bottom, left: 0, right: width, layout }))
  }
  const [upper, ...below] = cut(0, headTo, [0.15], 'sparse')
  const [foot] = cut(footFrom, height, [], 'page')
  if (!upper || !foot) throw new Error('regions: a page without rows')
  const gutter = gutterOf(image, upper)
  return {
    corner: halvesOf(image, gutter === null ? upper : { ...upper, left: gutter }),
    foot,
    head: gutter === null ? below : [{ ...upper, right: gutter }, ...below],
    middle: cut(headTo, footFrom, [0.5, 0.7], 'page'),
  }
}

/** A region cut between two lines near the middle of its print; whole where no blank row lies there. */
function halvesOf(image: GrayImage, region: Region): Region[] {
  const inked: number[] = []
  for (let row = region.top; row < region.bottom; row++) if (inkIn(image, row, region) > 0) inked.push(row)
  const [first, last] = [inked[0], inked.at(-1)]
  if (first === undefined || last === undefined) return [region]
  const reach = (last - first) / 6
  const middle = blankestRow(image, (first + last) / 2, reach, region)
  return middle.isBlank
    ? [
        { ...region, bottom: middle.row },
        { ...region, top: middle.row },
      ]
    : [region]
}

/** Where the widest blank column near the middle of a region runs down; null: none is wide enough to part its columns. */
function gutterOf({ width, pixels }: GrayImage, region: Region): number | null {
  const narrowest = 0.014 * width
  let best = { at: 0, wide: 0 }
  let wide = 0
  for (let x = Math.round(0.38 * width); x < 0.68 * width; x++) {
    wide = isBlankColumn(x) ? wide + 1 : 0
    if (wide > best.wide) best = { at: x - Math.floor(wide / 2), wide }
  }
  return best.wide >= narrowest ? best.at : null

  function isBlankColumn(x: number): boolean {
    let dark = 0
    for (let y = region.top; y < region.bottom; y += 2)
      if ((pixels[y * width + x] ?? 255) < 128 && ++dark > 2) return false
    return true
  }
}

/** The words of several regions, at their places on the page (fractions). */
export async function wordsOfRegions(
  image: GrayImage,
  regions: readonly Region[],
  recognizer: Recognizer,
): Promise<Word[]> {
  const words = await Promise.all(regions.map((region) => wordsOfRegion(image, region, recognizer)))
  return words.flat()
}

async function wordsOfRegion(image: GrayImage, region: Region, recognizer: Recognizer): Promise<Word[]> {
  const { width, height } = image
  const words = await recognizer.words(pieceOf(image, region), region.layout)
  return words.map((word): Word => {
    const [x, y, w, h] = word.box
    const box: Word['box'] = [(x + region.left) / width, (y + region.top) / height, w / width, h / height]
    return { ...word, size: word.size / height, box }
  })
}

function pieceOf({ width, pixels }: GrayImage, { top, bottom, left, right }: Region): GrayImage {
  const piece = { width: right - left, height: bottom - top }
  if (piece.width === width) return { ...piece, pixels: pixels.subarray(top * width, bottom * width) }
  const own = Buffer.alloc(piece.width * piece.height)
  for (let row = 0; row < piece.height; row++)
    own.set(pixels.subarray((top + row) * width + left, (top + row) * width + right), row * piece.width)
  return { ...piece, pixels: own }
}

/** Rows that must be free of ink around a cut; a vertical rule or a speck may cross it. */
const margin = 6
const mostInk = 40

/** The whitest place within a twentieth of the page. */
function blankRowNear(image: GrayImage, share: number): BlankRow {
  const { width, height } = image
  return blankestRow(image, height * share, height * 0.05, { left: 0, right: width })
}

type Columns = { left: number; right: number }
type BlankRow = { row: number; isBlank: boolean }

/** The whitest row of some columns that is not further than `reach` rows from `middle`. */
function blankestRow(image: GrayImage, middle: number, reach: number, columns: Columns): BlankRow {
  const from = Math.round(middle - reach)
  const to = Math.round(middle + reach)
  const ink = Array.from({ length: Math.max(0, to - from) }, (_, row) => inkIn(image, from + row, columns))
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (let row = margin; row < ink.length - margin; row++) {
    const around = ink.slice(row - margin, row + margin + 1).reduce((sum, each) => sum + each, 0)
    const distance = Math.abs(from + row - middle) / image.height
    if (around + distance < least) {
      least = around + distance
      best = row
    }
  }
  return { row: from + best, isBlank: least <= mostInk }
}

/** Dark places among every fourth of a row. */
function inkIn({ width, pixels }: GrayImage, row: number, { left, right }: Columns): number {
  let dark = 0
  for (let x = left; x < right; x += 4) if ((pixels[row * width + x] ?? 255) < 128) dark++
  return dark
}
