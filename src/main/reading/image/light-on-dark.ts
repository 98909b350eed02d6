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
  return isLightOnDark(image) ? { ...image, pixels: image.pixels.map((value) => 255 - value) } : image
}

function isLightOnDark({ pixels }: GrayImage): boolean {
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
  return print > leastPrint && print < mostPrint
}
