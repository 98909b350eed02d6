import type { GrayImage } from '../files/scan.ts'

/**
 * A line of print without its stars, hyphens and dots: whatever is much lower than the highest character. The engine stumbles
 * over `***-**-`, and the four digits behind it are all that counts; `mask` is what the marks before them are.
 */
export function eraseMarks({ width, height, pixels }: GrayImage): { image: GrayImage; mask: Mask } {
  const labels = new Int32Array(width * height)
  const components: ConnectedComponent[] = []
  for (let start = 0; start < pixels.length; start++) {
    if (labels[start] === 0 && isInk(pixels[start])) components.push(fill(start, components.length + 1))
  }
  const highest = Math.max(...components.map((component) => component.bottom - component.top + 1), 0)
  const isMark = components.map((component) => component.bottom - component.top + 1 < 0.75 * highest)
  const cleaned = Uint8Array.from(pixels)
  for (const [at, label] of labels.entries()) if (isMark[label - 1]) whiten(at)
  const tall = components.filter((_, at) => !isMark[at]).sort((a, b) => a.left - b.left)
  const marks = components.filter((component, at) => isMark[at] && component.size > 8)
  return { image: { width, height, pixels: cleaned }, mask: maskOf(tall, marks) }

  /** With the gray seam of the mark, but not into a character that stays. */
  function whiten(at: number): void {
    for (let down = -seam; down <= seam; down++) {
      for (let across = -seam; across <= seam; across++) {
        const near = at + down * width + across
        if (near === at || labels[near] === 0) cleaned[near] = 255
      }
    }
  }

  function fill(start: number, label: number): ConnectedComponent {
    const component: ConnectedComponent = { top: height, bottom: 0, left: width, right: 0, size: 0 }
    const open = [start]
    labels[start] = label
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const row = Math.floor(at / width)
      component.top = Math.min(component.top, row)
      component.size++
      component.bottom = Math.max(component.bottom, row)
      const column = at - row * width
      component.left = Math.min(component.left, column)
      component.right = Math.max(component.right, column)
      for (const next of [at - 1, at + 1, at - width, at + width]) {
        if (labels[next] !== 0 || !isInk(pixels[next])) continue
        labels[next] = label
        open.push(next)
      }
    }
    return component
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
  const top = Math.min(...digits.map((component) => component.top))
  const height = Math.max(...digits.map((component) => component.bottom)) - top
  // Feet of the line above and rules are no marks of this line.
  const before = marks.filter(
    (component) =>
      component.top >= top - 3 && component.bottom < top + height && component.right < first.left,
  )
  const hyphens = before.filter((component) => {
    const [across, down] = [component.right - component.left + 1, component.bottom - component.top + 1]
    return across > 1.6 * down && across < height && component.top > top + 0.3 * height
  })
  const last = hyphens.sort((a, b) => a.left - b.left).at(-1)
  if (!last) return '*'
  if (first.left - last.right < 0.5 * height) return '***-**-'
  const between = [...before, ...fromLeft].filter(
    (component) => component.left > last.right && component.right < first.left,
  )
  return hyphens.length === 1 && between.length === 3 ? '**-***' : '*'
}
