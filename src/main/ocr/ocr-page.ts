import sharp from 'sharp'
import type { Box, Line, PageText } from '../../shared/model/letter.ts'
import { linesFromWords, type Word } from '../../shared/reading/lines-from-words.ts'
import { greyFrom } from './image-scan.ts'
import { preparePage, readingWidth } from './prepare-page.ts'
import type { Recogniser } from './recogniser.ts'
import { rereadUnsureLines } from './reread-lines.ts'
import type { GreyImage, Scan } from './scan.ts'
import { rereadStarredWords } from './starred-number.ts'
import { textDirectionOf } from './text-direction.ts'
import { levelPage, rotatePage } from './turn-page.ts'
import { withoutGhosts } from './without-ghosts.ts'
import type { Rotation } from './worker-messages.ts'

/** A page's text as if it had lain straight, and the way back to how it lies. */
export type LevelText = { text: PageText; toPage: (box: Box) => Box; uprightAspect: number }

/**
 * Reads a page by its pixels. Lines of print show which two ways a page may lie; the other way round is tried only when
 * the first is not legible.
 */
export async function ocrPage(scan: Scan, page: number, recogniser: Recogniser): Promise<LevelText> {
  const image = await preparePage(await scan.greyOf(page, readingWidth))
  const direction = textDirectionOf(image)
  const [likely, other] = direction.sideways ? ([90, 270] as const) : ([0, 180] as const)
  const first = await readTurned(image, page, likely, direction.skew, recogniser)
  if (isLegible(first.text.lines)) return first
  const second = await readTurned(image, page, other, direction.skew, recogniser)
  return legibleSigns(second.text.lines) > legibleSigns(first.text.lines) ? second : first
}

async function readTurned(
  page: GreyImage,
  number: number,
  rotation: Rotation,
  skew: number,
  recogniser: Recogniser,
): Promise<LevelText> {
  const upright = await scaled(await rotatePage(page, rotation))
  const { image, toPage } = await levelPage(upright, skew)
  const words = await rereadStarredWords(
    image,
    withoutGhosts(await wordsOfPage(image, recogniser)),
    recogniser,
  )
  const aspect = image.width / image.height
  const firstLines = linesFromWords(words, aspect)
  // What lies upside down gains nothing from a second look.
  const lines = isLegible(firstLines) ? await rereadUnsureLines(image, firstLines, recogniser) : firstLines
  const text: PageText = { page: number, aspect, source: 'ocr', rotation, lines }
  return { text, toPage, uprightAspect: upright.width / upright.height }
}

/** A page that lay on its side was scaled by its long edge. */
async function scaled(image: GreyImage): Promise<GreyImage> {
  if (image.width >= 0.9 * readingWidth) return image
  return greyFrom(
    sharp(image.pixels, { raw: { width: image.width, height: image.height, channels: 1 } }),
    readingWidth,
  )
}

/** A blank page has nothing to gain from being turned. */
const isLegible = (lines: readonly Line[]) => {
  const all = lines.reduce((sum, line) => sum + line.text.length, 0)
  return all < 12 || legibleSigns(lines) > 0.5 * all
}

const legibleSigns = (lines: readonly Line[]) =>
  lines
    .filter((line) => line.confidence > 0.75 && /[a-z]{3}/i.test(line.text))
    .reduce((sum, line) => sum + line.text.length, 0)

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
