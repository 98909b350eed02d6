import type { PageText } from '../../shared/model/letter.ts'
import { linesFromWords, type Word } from '../../shared/reading/lines-from-words.ts'
import { preparePage, readingWidth } from './prepare-page.ts'
import type { Recogniser } from './recogniser.ts'
import { rereadUnsureLines } from './reread-lines.ts'
import type { GreyImage, Scan } from './scan.ts'
import { withoutGhosts } from './without-ghosts.ts'

/** Reads a page by its pixels: the strips that hold a notice's number first, then the part between them. */
export async function ocrPage(scan: Scan, page: number, recogniser: Recogniser): Promise<PageText> {
  const image = await preparePage(await scan.greyOf(page, readingWidth))
  const words = await wordsOfPage(image, recogniser)
  const aspect = image.width / image.height
  const lines = await rereadUnsureLines(image, linesFromWords(withoutGhosts(words), aspect), recogniser)
  return { page, aspect, source: 'ocr', rotation: 0, lines }
}

async function wordsOfPage(image: GreyImage, recogniser: Recogniser): Promise<Word[]> {
  const upper = blankRowNear(image, 0.3)
  const lower = blankRowNear(image, 0.88)
  const strips = await Promise.all([
    wordsOfStrip(image, 0, upper, recogniser),
    wordsOfStrip(image, lower, image.height, recogniser),
    wordsOfStrip(image, upper, lower, recogniser),
  ])
  return strips.flat()
}

async function wordsOfStrip(image: GreyImage, top: number, bottom: number, recogniser: Recogniser) {
  const { width, height, pixels } = image
  const strip = { width, height: bottom - top, pixels: pixels.subarray(top * width, bottom * width) }
  const words = await recogniser.words(strip, top === 0 ? 'sparse' : 'page')
  return words.map((word): Word => {
    const [x, y, w, h] = word.box
    return { ...word, size: word.size / height, box: [x / width, (y + top) / height, w / width, h / height] }
  })
}

/** The whitest band within a twentieth of the page, so that no line of text is cut. */
function blankRowNear({ width, height, pixels }: GreyImage, share: number): number {
  const from = Math.round(height * (share - 0.05))
  const to = Math.round(height * (share + 0.05))
  const ink = Array.from({ length: to - from }, (_, row) => {
    let dark = 0
    for (let x = 0; x < width; x += 4) if ((pixels[(from + row) * width + x] ?? 255) < 128) dark++
    return dark
  })
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (let row = 6; row < ink.length - 6; row++) {
    const around = ink.slice(row - 6, row + 7).reduce((sum, each) => sum + each, 0)
    const distance = Math.abs(from + row - height * share) / height
    if (around + distance < least) {
      least = around + distance
      best = row
    }
  }
  return from + best
}
