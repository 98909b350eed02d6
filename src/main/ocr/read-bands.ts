import type { Word } from '../../shared/reading/lines-from-words.ts'
import type { PageLayout, Recogniser } from './recogniser.ts'
import type { GreyImage } from './scan.ts'

/** Rows of a page from `top` to before `bottom`, to be read as one image. */
export type Band = { top: number; bottom: number; layout: PageLayout }
/** A page in pieces: the number of a notice stands in its head or its foot. */
export type Bands = { head: Band[]; foot: Band[]; middle: Band[] }

const headEnd = 0.3
const footStart = 0.88

/** Pieces small enough to keep two engines busy, cut only where the paper is blank, so that no line is torn. */
export function bandsOf(image: GreyImage): Bands {
  const { height } = image
  const head = blankRowNear(image, headEnd).row
  const foot = blankRowNear(image, footStart).row
  const cut = (from: number, to: number, shares: number[], layout: PageLayout) => {
    const rows = shares.map((share) => blankRowNear(image, share)).filter((cut) => cut.isBlank)
    const edges = [from, ...rows.map((cut) => cut.row), to]
    return edges.slice(1).map((bottom, at): Band => ({ top: edges[at] ?? 0, bottom, layout }))
  }
  return {
    head: cut(0, head, [0.15], 'sparse'),
    foot: cut(foot, height, [], 'page'),
    middle: cut(head, foot, [0.5, 0.7], 'page'),
  }
}

/** The words of several bands, at their places on the page (fractions). */
export async function wordsOfBands(
  image: GreyImage,
  bands: readonly Band[],
  recogniser: Recogniser,
): Promise<Word[]> {
  const words = await Promise.all(bands.map((band) => wordsOfBand(image, band, recogniser)))
  return words.flat()
}

async function wordsOfBand(
  { width, height, pixels }: GreyImage,
  { top, bottom, layout }: Band,
  recogniser: Recogniser,
): Promise<Word[]> {
  const strip = { width, height: bottom - top, pixels: pixels.subarray(top * width, bottom * width) }
  const words = await recogniser.words(strip, layout)
  return words.map((word): Word => {
    const [x, y, w, h] = word.box
    return { ...word, size: word.size / height, box: [x / width, (y + top) / height, w / width, h / height] }
  })
}

/** Rows that must be free of ink around a cut; a vertical rule or a speck may cross it. */
const margin = 6
const mostInk = 40

/** The whitest place within a twentieth of the page. */
function blankRowNear(
  { width, height, pixels }: GreyImage,
  share: number,
): { row: number; isBlank: boolean } {
  const from = Math.round(height * (share - 0.05))
  const to = Math.round(height * (share + 0.05))
  const ink = Array.from({ length: to - from }, (_, row) => {
    let dark = 0
    for (let x = 0; x < width; x += 4) if ((pixels[(from + row) * width + x] ?? 255) < 128) dark++
    return dark
  })
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (let row = margin; row < ink.length - margin; row++) {
    const around = ink.slice(row - margin, row + margin + 1).reduce((sum, each) => sum + each, 0)
    const distance = Math.abs(from + row - height * share) / height
    if (around + distance < least) {
      least = around + distance
      best = row
    }
  }
  return { row: from + best, isBlank: least <= mostInk }
}
