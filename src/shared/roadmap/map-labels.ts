import type { MapStation, Point, Side } from './map-schema.ts'

export type Box = { left: number; top: number; right: number; bottom: number }
export type LabelPlace = {
  lines: string[]
  anchor: 'start' | 'middle' | 'end'
  /** The base of each line. */
  at: Point[]
  /** Signs that follow the last line: hubs that can be reached from here. */
  signs: string
  /** Size of the font, in map units. */
  size: number
  bold: boolean
}

export const dotRadius = { main: 11, stop: 8 } as const
const fontSize = { main: 20, stop: 17.5 } as const
/** Height of a line and of its letters above the base, as a part of the font size. */
const leading = 1.08
const ascent = 0.76
const descent = 0.22
const gap = 5

/** Where the lines of a label stand, from the hand-set side of its station. */
export function placeLabel(station: MapStation, text: string, signs: string[] = []): LabelPlace {
  const lines = text.split('|')
  const size = fontSize[station.size]
  const away = dotRadius[station.size] + gap
  const [x, y] = anchorPoint(station)
  const across = horizontal(station.side)
  const up = station.side.includes('n') ? -1 : station.side.includes('s') ? 1 : 0
  const height = ((lines.length - 1) * leading + ascent + descent) * size
  // At a corner the label may come nearer, since the station is round.
  const dx = across * (up === 0 ? away : away * 0.55)
  const dy = up === 0 ? 0 : up * (across === 0 ? away : away * 0.75)
  const top = up === 0 ? y - height / 2 : up > 0 ? y + dy : y + dy - height
  const [nudgeX, nudgeY] = station.nudge ?? [0, 0]
  return {
    lines,
    signs: signs.map((sign) => `\u00a0\u2192${sign}`).join(''),
    anchor: across === 0 ? 'middle' : across > 0 ? 'start' : 'end',
    at: lines.map((_, index) => [x + dx + nudgeX, top + (ascent + index * leading) * size + nudgeY]),
    size,
    bold: station.size === 'main',
  }
}

/** For a long interchange the end or the middle that its side points to. */
function anchorPoint({ at, to, side }: MapStation): Point {
  if (!to) return at
  const pick = (a: number, b: number, way: number) =>
    way === 0 ? (a + b) / 2 : way > 0 ? Math.max(a, b) : Math.min(a, b)
  const up = side.includes('n') ? -1 : side.includes('s') ? 1 : 0
  return [pick(at[0], to[0], horizontal(side)), pick(at[1], to[1], up)]
}

const horizontal = (side: Side): -1 | 0 | 1 => (side.includes('e') ? 1 : side.includes('w') ? -1 : 0)

/**
 * The box around a label's ink.
 *
 * @param measure width of a text in parts of the font size
 */
export function labelBox(place: LabelPlace, measure: (text: string, bold: boolean) => number): Box {
  const inked = place.lines.with(-1, `${place.lines.at(-1)}${place.signs}`)
  const width = Math.max(...inked.map((line) => measure(line, place.bold))) * place.size
  const [first, last] = [place.at[0] as Point, place.at.at(-1) as Point]
  const left = first[0] - (place.anchor === 'middle' ? width / 2 : place.anchor === 'end' ? width : 0)
  return {
    left,
    right: left + width,
    top: first[1] - ascent * place.size,
    bottom: last[1] + descent * place.size,
  }
}

export const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
