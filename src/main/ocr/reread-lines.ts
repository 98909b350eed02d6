import type { Box, Line } from '../../shared/model/letter.ts'
import { around, linesFromWords } from '../../shared/reading/lines-from-words.ts'
import { type Crop, cropPage } from './crop.ts'
import { eraseMarks } from './erase-marks.ts'
import type { PageLayout, Recogniser } from './recogniser.ts'
import type { GreyImage } from './scan.ts'
import { withoutGhosts } from './without-ghosts.ts'

/** More unsure places than this make a page that no second look saves. */
const mostRegions = 14

/**
 * Reads unsure places again, each by itself and enlarged: the engine mixes up columns whose lines stand at different
 * heights, and a narrow piece of the page has only one column. The surer of both readings stays.
 */
export async function rereadUnsureLines(
  image: GreyImage,
  lines: readonly Line[],
  recogniser: Recogniser,
): Promise<Line[]> {
  const height = typicalHeight(lines)
  const regions = joined(
    lines.filter((line) => isUnsure(line, height)).map((line) => grown(line.box, height)),
  )
  let current = [...lines]
  for (const region of regions.slice(0, mostRegions)) {
    const inside = current.filter((line) => isInside(line.box, region))
    const [only] = inside
    const masked = inside.length === 1 && only ? await readMasked(image, only, recogniser) : null
    const again = masked ? [masked] : await readRegion(image, region, recogniser)
    if (sureness(again) <= sureness(inside)) continue
    current = [...current.filter((line) => !inside.includes(line)), ...again]
  }
  return withoutGhosts(current).sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0])
}

async function readRegion(image: GreyImage, region: Box, recogniser: Recogniser): Promise<Line[]> {
  const crop = await cropPage(image, region, 1.6)
  const lines = await linesOfCrop(crop, crop.image, 'block', image, recogniser)
  return Promise.all(lines.map(async (line) => (await readMasked(image, line, recogniser)) ?? line))
}

/**
 * A number whose first digits are starred out, which the engine cannot read: `***-**-1234` where seven marks
 * are counted, else `*1234`. Two readings of the digits must agree.
 */
async function readMasked(image: GreyImage, line: Line, recogniser: Recogniser): Promise<Line | null> {
  if (line.confidence > 0.6 || line.text.length < 3 || line.text.length > 18) return null
  const readings: Line[] = []
  for (const [scale, margin] of [
    [1, 0.3],
    [1.6, 0.45],
  ] as const) {
    const crop = await cropPage(image, grown(line.box, Math.min(line.box[3], 0.012), margin), scale)
    const erased = eraseMarks(crop.image)
    const [only, ...more] = await linesOfCrop(crop, erased.image, 'line', image, recogniser)
    if (!only || more.length > 0 || !/^\d{4}$/.test(only.text) || only.confidence < 0.7) return null
    readings.push({ ...only, text: (erased.marks === 7 ? '***-**-' : '*') + only.text })
  }
  const [first, second] = readings
  if (!first || !second || first.text.slice(-4) !== second.text.slice(-4)) return null
  return first.text === second.text ? first : { ...first, text: `*${first.text.slice(-4)}` }
}

async function linesOfCrop(
  crop: Crop,
  pixels: GreyImage,
  layout: PageLayout,
  page: GreyImage,
  recogniser: Recogniser,
): Promise<Line[]> {
  const words = await recogniser.words(pixels, layout)
  const onPage = words.map((word) => ({
    ...word,
    box: crop.toPage(word.box),
    size: word.size / crop.pageHeight,
  }))
  return linesFromWords(onPage, page.width / page.height)
}

function isUnsure(line: Line, height: number): boolean {
  if (line.box[3] < 0.4 * height || line.box[3] > 3 * height) return false
  const smeared = line.box[3] > 1.6 * height && line.confidence < 0.9
  // One wrong digit makes another notice of it.
  const isNumber = /\b(?:CP|LT|LTR|Letter)\s?\d/.test(line.text) && line.text.length < 40
  return smeared || line.confidence < (isNumber ? 0.9 : 0.7)
}

function typicalHeight(lines: readonly Line[]): number {
  const heights = lines.map((line) => line.box[3]).sort((a, b) => a - b)
  return heights[Math.floor(heights.length / 2)] ?? 0.01
}

const grown = ([x, y, w, h]: Box, by: number, share = 0.45): Box => {
  const left = Math.max(0, x - 0.8 * by)
  const top = Math.max(0, y - share * by)
  return [left, top, Math.min(1 - left, w + x - left + 0.8 * by), Math.min(1 - top, h + y - top + share * by)]
}

/** Overlapping places become one. */
function joined(boxes: readonly Box[]): Box[] {
  const result: Box[] = []
  for (const box of boxes) {
    const at = result.findIndex((other) => overlap(other, box))
    const other = result[at]
    if (other) result[at] = around([other, box])
    else result.push(box)
  }
  return result.length < boxes.length ? joined(result) : result
}

const overlap = (a: Box, b: Box) =>
  a[0] < b[0] + b[2] && b[0] < a[0] + a[2] && a[1] < b[1] + b[3] && b[1] < a[1] + a[3]

const isInside = (box: Box, region: Box) =>
  box[0] + box[2] / 2 > region[0] &&
  box[0] + box[2] / 2 < region[0] + region[2] &&
  box[1] + box[3] / 2 > region[1] &&
  box[1] + box[3] / 2 < region[1] + region[3]

function sureness(lines: readonly Line[]): number {
  const letters = lines.reduce((sum, line) => sum + line.text.length, 0)
  return lines.reduce((sum, line) => sum + line.confidence * line.text.length, 0) / Math.max(1, letters)
}
