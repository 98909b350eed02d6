export type Point = { x: number; y: number }

export type Box = { left: number; top: number; right: number; bottom: number }
type Anchor = 'start' | 'middle' | 'end'
export type Label = {
  lines: string[]
  anchor: Anchor /** Base of the first line, at its anchor. */
  at: Point
  box: Box
}

export const fontSize = 17
const lineHeight = 19
/** A cautious guess of a letter's width, so that a wide system font fits too. */
const letterWidth = 0.58 * fontSize
const longestLine = 17
/** Half of what a station with its halo or pin takes. */
const dot = { x: 18, y: 15 }

type Wanted = { text: string; point: Point }

/** Where a label may stand, best first: straight below and above, then beside, then at the corners. */
const sides: [x: -1 | 0 | 1, y: -1 | 0 | 1][] = [
  [0, 1],
  [0, -1],
  [1, 0],
  [-1, 0],
  [1, 1],
  [1, -1],
  [-1, 1],
  [-1, -1],
]

type Option = { label: Label; cost: number }
const clash = 1000
const rounds = 4
const orders = 13

/**
 * Gives each label a side of its station: never over another label or station where any side is free, then where the
 * least of a line runs through it. All choose again a few times, since the first could not see the later ones.
 */
export function placeLabels(wanted: Wanted[], tracks: Point[][]): Label[] {
  const dots = wanted.map(({ point }) => around(point))
  const options = wanted.map((each, index) =>
    sides.map(([x, y], rank): Option => {
      const label = labelAt(each, x, y)
      const hits = dots.filter((box, at) => at !== index && overlaps(box, label.box)).length
      return { label, cost: rank + clash * hits + 2 * inkUnder(label.box, tracks) }
    }),
  )
  // Who chooses first changes the outcome, so several orders are tried and the best kept.
  const tries = Array.from({ length: orders }, (_, start) =>
    choose(options, Math.floor((start * wanted.length) / orders)),
  )
  return tries
    .reduce((best, next) => (totalCost(next) < totalCost(best) ? next : best))
    .map(({ label }) => label)
}

function choose(options: Option[][], start: number): Option[] {
  const turn = options.map((_, index) => (index + start) % options.length)
  let chosen = options.map((each) => cheapest(each, []))
  for (const index of Array.from({ length: rounds }, () => turn).flat()) {
    chosen = chosen.with(index, cheapest(options[index] ?? [], chosen.toSpliced(index, 1)))
  }
  return chosen
}

const totalCost = (chosen: Option[]): number =>
  chosen.reduce((sum, each, index) => sum + costAmong(each, chosen.slice(index + 1)), 0)

const costAmong = ({ label, cost }: Option, others: Option[]): number =>
  cost + clash * others.filter((other) => overlaps(other.label.box, label.box)).length

const cheapest = (options: Option[], others: Option[]): Option =>
  options.reduce((best, next) => (costAmong(next, others) < costAmong(best, others) ? next : best))

function labelAt({ text, point }: Wanted, sideX: -1 | 0 | 1, sideY: -1 | 0 | 1): Label {
  const lines = wrap(text)
  const height = lines.length * lineHeight
  const width = Math.max(...lines.map((line) => line.length)) * letterWidth
  // At a corner the label may come nearer, since the station is round.
  const away = { x: sideX === 0 ? 0 : sideY === 0 ? dot.x + 4 : dot.x - 8, y: dot.y + 1 }
  const left = point.x + sideX * away.x + ((sideX - 1) * width) / 2
  const top = sideY === 0 ? point.y - height / 2 : sideY > 0 ? point.y + away.y : point.y - away.y - height
  const anchor = sideX === 0 ? 'middle' : sideX > 0 ? 'start' : 'end'
  return {
    lines,
    anchor,
    at: { x: point.x + sideX * away.x, y: top + fontSize - 2 },
    box: { left, right: left + width, top, bottom: top + height },
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

const around = ({ x, y }: Point): Box => ({
  left: x - dot.x,
  right: x + dot.x,
  top: y - dot.y,
  bottom: y + dot.y,
})

const step = 4

/** How much of all lines runs through a box, in steps of a few pixels. */
const inkUnder = (box: Box, tracks: Point[][]): number =>
  tracks
    .flatMap((points) => points.slice(1).map((to, index) => [points[index] ?? to, to] as const))
    .reduce((sum, [from, to]) => sum + inkOf(from, to, box), 0)

function inkOf(from: Point, to: Point, box: Box): number {
  const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / step))
  const parts = Array.from({ length: steps + 1 }, (_, index) => index / steps)
  return parts.filter((part) => {
    const x = from.x + (to.x - from.x) * part
    const y = from.y + (to.y - from.y) * part
    return x > box.left && x < box.right && y > box.top && y < box.bottom
  }).length
}
