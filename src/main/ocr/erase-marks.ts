import type { GreyImage } from './scan.ts'

/**
 * A line of print without its stars, hyphens and dots: whatever is much lower than the highest sign. The engine stumbles
 * over `***-**-`, and the four digits behind it are all that counts; `mask` is what the marks before them are.
 */
export function eraseMarks({ width, height, pixels }: GreyImage): { image: GreyImage; mask: Mask } {
  const labels = new Int32Array(width * height)
  const spots: Spot[] = []
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

  /** With the grey seam of the mark, but not into a sign that stays. */
  function whiten(at: number): void {
    for (let down = -seam; down <= seam; down++) {
      for (let across = -seam; across <= seam; across++) {
        const near = at + down * width + across
        if (near === at || labels[near] === 0) kept[near] = 255
      }
    }
  }

  function fill(start: number, label: number): Spot {
    const spot: Spot = { top: height, bottom: 0, left: width, right: 0, size: 0 }
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
type Spot = { top: number; bottom: number; left: number; right: number; size: number }
const isInk = (value: number | undefined) => value !== undefined && value < 170

/** What hides the first digits of a person's or an employer's number; `*` where it cannot be told. */
type Mask = '***-**-' | '**-***' | '*'

/** A person's number has a hyphen right before its last four digits, an employer's has one further off. */
function maskOf(fromLeft: readonly Spot[], marks: readonly Spot[]): Mask {
  const digits = fromLeft.slice(-4)
  const [first] = digits
  if (!first || digits.length < 4) return '*'
  const [top, bottom] = [
    Math.min(...digits.map((spot) => spot.top)),
    Math.max(...digits.map((spot) => spot.bottom)),
  ]
  // Feet of the line above and rules are no hyphens of this line.
  const hyphens = marks.filter((spot) => {
    const [across, down] = [spot.right - spot.left + 1, spot.bottom - spot.top + 1]
    const inside = spot.top > top && spot.bottom < bottom && spot.right < first.left
    return inside && across > 1.6 * down && across < bottom - top
  })
  const isNext = hyphens.some((spot) => first.left - spot.right < 0.5 * (bottom - top))
  if (isNext) return '***-**-'
  return hyphens.length > 0 ? '**-***' : '*'
}
