import type { GrayImage, Scan } from '../files/scan.ts'
import { documentOutline, type Quad } from './document-outline.ts'
import { darkOnLight, negativeOf } from './light-on-dark.ts'
import { preparePage, readingWidth } from './prepare-page.ts'
import type { Point } from './rotated-point.ts'
import { sheetOnScreen } from './sheet-on-screen.ts'
import { flattenQuad, pointInQuad } from './warp.ts'

/** The sheet of paper that a page shows, evenly lit; `toPhoto` leads from it to the page where it was cut out of a photo. */
export type DetectedDocument = {
  image: GrayImage
  page: { width: number; height: number }
  toPhoto: ((point: Point) => Point) | null
}

const outlineWidth = 400

/** A photo of a letter on a table is cut out along its edges and made flat; anything else is taken as it is. */
export async function detectDocument(scan: Scan, page: number): Promise<DetectedDocument> {
  const { gray, document } = await cropDocument(scan, page)
  if (!document) return { image: await preparePage(gray), page: gray, toPhoto: null }
  const { image, corners } = document
  return { image: await preparePage(image), page: gray, toPhoto: (point) => pointInQuad(corners, point) }
}

/** The page in gray, and the sheet that lies on it if it is the photo of one, flat but lit as it was. */
export async function cropDocument(
  scan: Scan,
  page: number,
): Promise<{ gray: GrayImage; document: { image: GrayImage; corners: Quad } | null }> {
  const asGiven = await scan.grayOf(page, readingWidth)
  const gray = darkOnLight(asGiven)
  const onScreen = sheetOnScreen(gray)
  const isNegative = gray !== asGiven
  const corners =
    onScreen ??
    (!isNegative && hasTable(gray) ? documentOutline(await scan.colorOf(page, outlineWidth)) : null)
  if (!corners) return { gray, document: null }
  const share = widthOf(corners)
  const large = () => scan.grayOf(page, Math.round(readingWidth / Math.max(share, 0.5)))
  const near = share > 0.85 ? gray : isNegative ? negativeOf(await large()) : await large()
  return { gray, document: { image: flattenQuad(near, corners, onScreen !== null), corners } }
}

/**
 * A scanner's rim is as white as its paper, or a thin dark line; around a photographed sheet lies something darker.
 * A photo that a program has turned a little, or set on a page, has white corners or a white frame of its own first.
 */
function hasTable(gray: GrayImage): boolean {
  const paper = brightnessOfPaper(gray)
  return darkShareOfRim(gray, paper, 0.02) > 0.2 || darkShareOfRim(gray, paper, 0.07) > 0.4
}

function brightnessOfPaper({ pixels }: GrayImage): number {
  const brightness: number[] = []
  for (let at = 0; at < pixels.length; at += 997) brightness.push(pixels[at] ?? 0)
  brightness.sort((a, b) => a - b)
  return brightness[Math.floor(brightness.length * 0.9)] ?? 255
}

/** How much of a frame that lies `inset` of the width inside of the picture is darker than paper. */
function darkShareOfRim({ width, height, pixels }: GrayImage, paper: number, inset: number): number {
  const away = Math.round(width * inset)
  let dark = 0
  let all = 0
  const look = (x: number, y: number) => {
    all++
    if ((pixels[y * width + x] ?? 255) < 0.88 * paper) dark++
  }
  for (let x = away; x < width - away; x += 8) {
    look(x, away)
    look(x, height - 1 - away)
  }
  for (let y = away; y < height - away; y += 8) {
    look(away, y)
    look(width - 1 - away, y)
  }
  return dark / all
}

const widthOf = (quad: Quad) => Math.max(quad[1][0] - quad[0][0], quad[2][0] - quad[3][0])
