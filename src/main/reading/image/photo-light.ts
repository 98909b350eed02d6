import type { ColorImage } from '../files/scan.ts'

/** How bright and how colorful (both 0..255) each place of a small photo is, print left out. */
export type PhotoLight = {
  width: number
  height: number
  value: Uint8Array
  color: Uint8Array
  /** Paper under a lamp is tinted; it may be somewhat more colorful than the brightest places are. */
  mostColor: number
}

export function lightOf({ width, height, pixels }: ColorImage): PhotoLight {
  const value = new Uint8Array(width * height)
  const color = new Uint8Array(width * height)
  for (let at = 0; at < value.length; at++) {
    const [red = 0, green = 0, blue = 0] = [pixels[at * 3], pixels[at * 3 + 1], pixels[at * 3 + 2]]
    const most = Math.max(red, green, blue)
    value[at] = most
    color[at] = most === 0 ? 0 : ((most - Math.min(red, green, blue)) / most) * 255
  }
  const bright = shareOf(value, 0.9)
  const tints = color.filter((_, at) => (value[at] ?? 0) >= bright)
  const paper = withoutPrint(withoutPrint(value, 1, width), width, width)
  return { width, height, value: paper, color, mostColor: Math.max(64, shareOf(tints, 0.5) + 38) }
}

/** The brightness below which `share` of the places lie. */
export function shareOf(values: Uint8Array, share: number): number {
  const counts = new Uint32Array(256)
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  let seen = 0
  for (const [value, count] of counts.entries()) {
    seen += count
    if (seen > share * values.length) return value
  }
  return 255
}

/** Lines of print are lower than this in a photo 400 places wide. */
const reach = 2

/** Each place as bright as the brightest near it, `step` apart. */
function withoutPrint(value: Uint8Array, step: number, width: number): Uint8Array {
  return value.map((own, at) => {
    let most = own
    for (let off = -reach; off <= reach; off++) {
      const near = at + off * step
      const sameRow = step !== 1 || Math.floor(near / width) === Math.floor(at / width)
      if (sameRow) most = Math.max(most, value[near] ?? 0)
    }
    return most
  })
}
