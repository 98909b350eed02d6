import type { Box, Line } from '../../../shared/model/letter.ts'
import type { GrayImage } from '../files/scan.ts'
import { cropPage } from '../image/crop.ts'
import { inkMask } from '../image/ink-mask.ts'
import { around, hasMiddleIn } from '../rules/boxes.ts'
import { dedupeWords } from './dedupe-words.ts'
import { grown, linesOfCrop } from './read-crop.ts'
import type { Recognizer } from './recognizer.ts'
import { readMasked, withoutStars } from './starred-number.ts'

/** More unsure places than this make a page that no second look saves. */
const mostRegions = 14

/**
 * Reads unsure places again, each by itself and enlarged: the engine mixes up columns whose lines stand at different
 * heights, and a narrow piece of the page has only one column. The surer of both readings stays.
 */
export async function rereadUnsureLines(
  image: GrayImage,
  lines: readonly Line[],
  recognizer: Recognizer,
): Promise<Line[]> {
  const height = typicalHeight(lines)
  const regions = joined(
    lines.filter((line) => isUnsure(line, height)).map((line) => grown(line.box, height)),
  )
  let current = [...lines]
  for (const region of regions.slice(0, mostRegions)) {
    const inside = current.filter((line) => hasMiddleIn(line.box, region))
    const row = oneRow(inside)
    const masked = row && (await readMasked(image, row, recognizer))
    const again = masked ? [masked] : await readRegion(image, region, recognizer)
    if (sureness(again) <= sureness(inside)) continue
    current = [...current.filter((line) => !inside.includes(line)), ...again]
  }
  return dedupeWords(withoutStars(current)).sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0])
}

/** Pieces that stand side by side as one line; null where there are several rows. */
function oneRow(lines: readonly Line[]): Line | null {
  const box = around(lines.map((line) => line.box))
  if (lines.length === 0 || box[3] > 1.5 * Math.max(...lines.map((line) => line.box[3]))) return null
  const fromLeft = [...lines].sort((a, b) => a.box[0] - b.box[0])
  return { text: fromLeft.map((line) => line.text).join(' '), box, confidence: sureness(lines) }
}

async function readRegion(image: GrayImage, region: Box, recognizer: Recognizer): Promise<Line[]> {
  const crop = await cropPage(image, region, 1.6)
  const plain = await linesOfCrop(crop, crop.image, 'block', image, recognizer)
  // Under a stamp or a marker the print alone may still be read.
  const dark =
    sureness(plain) < sure ? await linesOfCrop(crop, inkMask(crop.image), 'block', image, recognizer) : []
  const lines = sureness(dark) > sureness(plain) ? dark : plain
  return Promise.all(lines.map(async (line) => (await readMasked(image, line, recognizer)) ?? line))
}

const sure = 0.8

function isUnsure(line: Line, height: number): boolean {
  // A stamp is read as one tall line, and hides what it lies on.
  const isStamp = line.confidence < 0.6 && line.box[3] < 8 * height
  if (line.box[3] < 0.4 * height || (line.box[3] > 3 * height && !isStamp)) return false
  const smeared = line.box[3] > 1.6 * height && line.confidence < 0.9
  // One wrong digit makes another notice of it.
  const isNumber = /\b(?:CP|LT|LTR|Letter)\s?\d/.test(line.text) && line.text.length < 40
  return smeared || line.confidence < (isNumber ? 0.9 : 0.7)
}

function typicalHeight(lines: readonly Line[]): number {
  const heights = lines.map((line) => line.box[3]).sort((a, b) => a - b)
  return heights[Math.floor(heights.length / 2)] ?? 0.01
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

function sureness(lines: readonly Line[]): number {
  const letters = lines.reduce((sum, line) => sum + line.text.length, 0)
  return lines.reduce((sum, line) => sum + line.confidence * line.text.length, 0) / Math.max(1, letters)
}
