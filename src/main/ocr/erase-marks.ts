import type { GreyImage } from './scan.ts'

/**
 * A line of print without its stars, hyphens and dots: whatever is much lower than the highest sign. The engine stumbles
 * over `***-**-`, and the four digits behind it are all that counts.
 */
export function eraseMarks({ width, height, pixels }: GreyImage): { image: GreyImage; marks: number } {
  const labels = new Int32Array(width * height)
  const spots: Spot[] = []
  for (let start = 0; start < pixels.length; start++) {
    if (labels[start] === 0 && isInk(pixels[start])) spots.push(fill(start, spots.length + 1))
  }
  const highest = Math.max(...spots.map((spot) => spot.bottom - spot.top + 1), 0)
  const isMark = spots.map((spot) => spot.bottom - spot.top + 1 < 0.75 * highest)
  const kept = Uint8Array.from(pixels)
  for (const [at, label] of labels.entries()) if (isMark[label - 1]) whiten(at)
  const tall = spots.filter((_, at) => !isMark[at])
  const top = Math.min(...tall.map((spot) => spot.top)) - 3
  const bottom = Math.max(...tall.map((spot) => spot.bottom)) + 3
  // Feet of the line above are no marks of this one.
  const marks = spots.filter(
    (spot, at) => isMark[at] && spot.size > 8 && spot.top > top && spot.bottom < bottom,
  ).length
  return { image: { width, height, pixels: kept }, marks }

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
    const spot: Spot = { top: height, bottom: 0, size: 0 }
    const open = [start]
    labels[start] = label
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const row = Math.floor(at / width)
      spot.top = Math.min(spot.top, row)
      spot.size++
      spot.bottom = Math.max(spot.bottom, row)
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
type Spot = { top: number; bottom: number; size: number }
const isInk = (value: number | undefined) => value !== undefined && value < 170
