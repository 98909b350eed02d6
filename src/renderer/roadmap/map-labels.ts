import type { Point } from './map-layout.ts'

export type Box = { left: number; top: number; right: number; bottom: number }
export type Label = { lines: string[] /** Middle of the first line's base. */; at: Point; box: Box }

export const fontSize = 15
const lineHeight = 17
/** A cautious guess of a letter's width, so that a wide system font fits too. */
const letterWidth = 0.56 * fontSize
const longestLine = 18
/** Between the middle of a station and the near edge of its label. */
const gap = 16
const dot = 12

type Wanted = { text: string; point: Point }

/**
 * Puts each label below or above its station: never over another label or station if either side is free, then where
 * the fewest lines run through it. The most crowded stations choose first.
 */
export function placeLabels(wanted: Wanted[], tracks: Point[][]): Label[] {
  const dots = wanted.map(({ point }) => around(point, dot))
  const options = wanted.map((each) => [labelAt(each, 'below'), labelAt(each, 'above')])
  const cost = (label: Label, index: number, taken: Label[]): number =>
    100 * taken.filter(({ box }) => overlaps(box, label.box)).length +
    100 * dots.filter((box, at) => at !== index && overlaps(box, label.box)).length +
    crossings(label.box, tracks)
  const chosen: Label[] = []
  const order = wanted
    .map((_, index) => index)
    .sort((a, b) => freedom(options[a] ?? [], tracks) - freedom(options[b] ?? [], tracks))
  for (const index of order) {
    const taken = Object.values(chosen)
    const [first, ...rest] = options[index] ?? []
    if (!first) continue
    chosen[index] = rest.reduce(
      (best, next) => (cost(next, index, taken) < cost(best, index, taken) ? next : best),
      first,
    )
  }
  return chosen
}

/** Large when the two sides differ much, so that such stations may wait; 0 when nothing is to choose. */
const freedom = (options: Label[], tracks: Point[][]): number =>
  -Math.abs(crossings(options[0]?.box, tracks) - crossings(options[1]?.box, tracks))

function labelAt({ text, point }: Wanted, side: 'below' | 'above'): Label {
  const lines = wrap(text)
  const height = lines.length * lineHeight
  const top = side === 'below' ? point.y + gap : point.y - gap - height
  const half = (Math.max(...lines.map((line) => line.length)) * letterWidth) / 2
  return {
    lines,
    at: { x: point.x, y: top + fontSize },
    box: { left: point.x - half, right: point.x + half, top, bottom: top + height },
  }
}

function wrap(text: string): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= longestLine)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

export const lineOffset = (index: number): number => index * lineHeight

export const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

const around = ({ x, y }: Point, by: number): Box => ({
  left: x - by,
  right: x + by,
  top: y - by,
  bottom: y + by,
})

/** How many pieces of lines run through a box; walked in small steps, which is exact enough for a label. */
function crossings(box: Box | undefined, tracks: Point[][]): number {
  if (!box) return 0
  const pieces = tracks.flatMap((points) =>
    points.slice(1).map((to, index) => [points[index] as Point, to] as const),
  )
  return pieces.filter(([from, to]) => runsThrough(from, to, box)).length
}

function runsThrough(from: Point, to: Point, box: Box): boolean {
  const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 4)
  return Array.from({ length: steps + 1 }, (_, step) => step / steps).some((part) => {
    const x = from.x + (to.x - from.x) * part
    const y = from.y + (to.y - from.y) * part
    return x > box.left && x < box.right && y > box.top && y < box.bottom
  })
}
