import type { GreyImage } from '../files/scan.ts'

/**
 * A line of print without its stars, hyphens and dots: whatever is much lower than the highest character. The engine stumbles
 * over `***-**-`, and the four digits behind it are all that counts; `mask` is what the marks before them are.
 */
export function eraseMarks({ width, height, pixels }: GreyImage): { image: GreyImage; mask: Mask } {
  const labels = new Int32Array(width * height)
  const spots: ConnectedComponent[] = []
  for (let start = 0; start < pixels.length; start++) {
    if (labels[start] === 0 && isInk(pixels[start])) spots.push(fill(start, spots.length + 1))
  }
  const highest = Math.max(...spots.map((spot) => spot.bottom - spot.top + 1), 0)
  const isMark = spots.map((spot) => spot.bottom - spot.top + 1 < 0.75 * highest)
  const kept = Uint8Array.from(pixels)
  for (const [at, label] of labels.entries()) if (isMark[label - 1]) whiten(at)
  const tall = spots.filter((_, at) => !isMark[at]).sort((a, b) => a.left - b.left)
  const marks = spots.filter((spot, at) => isMark[at] && spot.size > 8)
  return { image: { width, height, pixels: kept }, mask: maskOf(tall, marks) }

  /** With the grey seam of the mark, but not into a character that stays. */
  function whiten(at: number): void {
    for (let down = -seam; down <= seam; down++) {
      for (let across = -seam; across <= seam; across++) {
        const near = at + down * width + across
        if (near === at || labels[near] === 0) kept[near] = 255
      }
    }
  }

  function fill(start: number, label: number): ConnectedComponent {
    const spot: ConnectedComponent = { top: height, bottom: 0, left: width, right: 0, size: 0 }
    const open = [start]
    labels[start] = label
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const row = Math.floor(at / width)
      spot.top = Math.min(spot.top, row)
      spot.size++
      spot.bottom = Math.max(spot.bottom, row)
      const column = at - row * width
      spot.left = Math.min(spot.left, column)
      spot.right = Math.max(spot.right, column)
      for (const next of [at - 1, at + 1, at - width, at + width]) {
        if (labels[next] !== 0 || !isInk(pixels[next])) continue
        labels[next] = label
        open.push(next)
      }
    }
    return spot
  }
}

/** Pixels around ink that are neither black nor white. */
const seam = 4
type ConnectedComponent = { top: number; bottom: number; left: number; right: number; size: number }
const isInk = (value: number | undefined) => value !== undefined && value < 170

/** What hides the first digits of a person's or an employer's number; `*` where it cannot be told. */
type Mask = '***-**-' | '**-***' | '*'

/** A person's number has a hyphen right before its last four digits, an employer's has three marks between. */
function maskOf(fromLeft: readonly ConnectedComponent[], marks: readonly ConnectedComponent[]): Mask {
  const digits = fromLeft.slice(-4)
  const [first] = digits
  if (!first || digits.length < 4) return '*'
  const top = Math.min(...digits.map((spot) => spot.top))
  const height = Math.max(...digits.map((spot) => spot.bottom)) - top
  // Feet of the line above and rules are no marks of this line.
  const before = marks.filter(
    (spot) => spot.top >= top - 3 && spot.bottom < top + height && spot.right < first.left,
  )
  const hyphens = before.filter((spot) => {
    const [across, down] = [spot.right - spot.left + 1, spot.bottom - spot.top + 1]
    return across > 1.6 * down && across < height && spot.top > top + 0.3 * height
  })
  const last = hyphens.sort((a, b) => a.left - b.left).at(-1)
  if (!last) return '*'
  if (first.left - last.right < 0.5 * height) return '***-**-'
  const between = [...before, ...fromLeft].filter((spot) => spot.left > last.right && spot.right < first.left)
  return hyphens.length === 1 && between.length === 3 ? '**-***' : '*'
}
