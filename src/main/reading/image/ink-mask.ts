import type { GrayImage } from '../files/scan.ts'

/**
 * A piece of a page with its print alone: what is paler than halfway from ink to paper is gone, as stamps, marker and
 * coffee are. On faded paper nothing is darker than the rest, and next to nothing changes.
 */
export function inkMask({ width, height, pixels }: GrayImage): GrayImage {
  const ink = inkOf(pixels)
  const palest = ink + 0.55 * (255 - ink)
  const stretched = Uint8Array.from({ length: 256 }, (_, value) =>
    Math.max(0, Math.min(255, Math.round(((value - ink) * 255) / (palest - ink)))),
  )
  return { width, height, pixels: Buffer.from(pixels.map((value) => stretched[value] ?? 255)) }
}

/** How dark the darkest hundredth is. */
function inkOf(pixels: Uint8Array): number {
  const counts = new Uint32Array(256)
  for (const value of pixels) counts[value] = (counts[value] ?? 0) + 1
  let seen = 0
  for (let value = 0; value < 255; value++) {
    seen += counts[value] ?? 0
    if (seen > pixels.length / 100) return Math.min(value, 200)
  }
  return 200
}
