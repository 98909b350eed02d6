import type { GrayImage } from '../files/scan.ts'

/** Print covers between these shares of a page. A sheet on a dark table, not cut out, covers more. */
const [leastPrint, mostPrint] = [0.003, 0.2]
/** How much lighter than its ground print must be, of 255; paper in the dark has nothing so much lighter. */
const leastContrast = 90

/**
 * A page with black and white exchanged, as some fax programs and the dark mode of screens give it, the right way round;
 * any other page as it is.
 */
export function darkOnLight(image: GrayImage): GrayImage {
  return isLightOnDark(image) ? negativeOf(image) : image
}

export const negativeOf = (image: GrayImage): GrayImage => ({
  ...image,
  pixels: image.pixels.map((value) => 255 - value),
})

function isLightOnDark(image: GrayImage): boolean {
  const { pixels } = image
  const counts = new Uint32Array(256)
  let all = 0
  for (let at = 0; at < pixels.length; at += 31) {
    counts[pixels[at] ?? 0] = (counts[pixels[at] ?? 0] ?? 0) + 1
    all++
  }
  let below = 0
  let ground = 0
  while (below < all / 2) below += counts[ground++] ?? 0
  const print =
    counts.subarray(Math.min(256, ground + leastContrast)).reduce((sum, count) => sum + count, 0) / all
  return print > leastPrint && print < mostPrint && !isSolid(image, ground + leastContrast)
}

/** Further than from the middle of any stroke to its edge, in page widths. */
const beyondStroke = 0.006

/** Whether most of what is light is as wide as it is high: a sheet in a dark window, and no print. */
function isSolid({ width, height, pixels }: GrayImage, light: number): boolean {
  const far = Math.round(width * beyondStroke)
  const isLight = (x: number, y: number) => (pixels[y * width + x] ?? 0) >= light
  let solid = 0
  let all = 0
  for (let y = far; y < height - far; y += 7)
    for (let x = far; x < width - far; x += 7) {
      if (!isLight(x, y)) continue
      all++
      if (isLight(x - far, y) && isLight(x + far, y) && isLight(x, y - far) && isLight(x, y + far)) solid++
    }
  return solid > 0.5 * all
}
