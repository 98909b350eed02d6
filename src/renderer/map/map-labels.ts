import type { MapLine, MapStation, Point, Side } from './map-schema.ts'

export type Box = { left: number; top: number; right: number; bottom: number }
type LabelPlace = {
  lines: string[]
  anchor: 'start' | 'middle' | 'end'
  /** The base of each line, and last that of the codes, if there are any. */
  at: Point[]
  /** Symbols that follow the last line: hubs that can be reached from here. */
  symbols: string
  /** Numbers of letters, in a small last line; null where none are printed. */
  codes: string | null
  /** Size of the font, in map units. */
  size: number
  bold: boolean
}

export const dotRadius = { main: 11, stop: 8 } as const
const fontSize = { main: 20, stop: 17.5 } as const
export const codeSize = 14.5
const codeLeading = 1.14
/** Height of a line and of its letters above the base, as a part of the font size. */
const leading = 1.08
const ascent = 0.76
const descent = 0.22
const gap = 5

/** What a label says beside its words. */
type LabelExtras = {
  symbols?: string[]
  /** Names of letters: `CP501`. */
  codes?: string[]
  /** How much more than a plain station covers: an envelope, a halo. */
  room?: number
}

/** Where the lines of a label stand, from the hand-set side of its station. */
export function placeLabel(station: MapStation, text: string, extras: LabelExtras = {}): LabelPlace {
  const { symbols = [], codes = [], room = 0 } = extras
  const lines = text.split('|')
  const size = fontSize[station.size]
  const away = dotRadius[station.size] + gap + room
  const [x, y] = anchorPoint(station)
  const across = horizontal(station.side)
  const up = station.side.includes('n') ? -1 : station.side.includes('s') ? 1 : 0
  const codesHeight = codes.length > 0 ? codeLeading * codeSize : 0
  const height = ((lines.length - 1) * leading + ascent + descent) * size + codesHeight
  // At a corner the label may come nearer, since the station is round.
  const dx = across * (up === 0 ? away : away * 0.55)
  const dy = up === 0 ? 0 : up * (across === 0 ? away : away * 0.75)
  const top = up === 0 ? y - height / 2 : up > 0 ? y + dy : y + dy - height
  const [nudgeX, nudgeY] = station.nudge ?? [0, 0]
  const left = x + dx + nudgeX
  const bases = lines.map((_, index): Point => [left, top + (ascent + index * leading) * size + nudgeY])
  const last = (bases.at(-1) as Point)[1] + codesHeight
  return {
    lines,
    symbols: symbols.map((symbol) => `\u00a0\u2192${symbol}`).join(''),
    codes: codes.length > 0 ? codes.join(' \u00b7 ') : null,
    anchor: across === 0 ? 'middle' : across > 0 ? 'start' : 'end',
    at: codes.length > 0 ? [...bases, [left, last]] : bases,
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
  const inked = place.lines.with(-1, `${place.lines.at(-1)}${place.symbols}`)
  const width = Math.max(
    ...inked.map((line) => measure(line, place.bold) * place.size),
    place.codes ? measure(place.codes, true) * codeSize : 0,
  )
  const [first, last] = [place.at[0] as Point, place.at.at(-1) as Point]
  const left = first[0] - (place.anchor === 'middle' ? width / 2 : place.anchor === 'end' ? width : 0)
  return {
    left,
    right: left + width,
    top: first[1] - ascent * place.size,
    bottom: last[1] + descent * (place.codes ? codeSize : place.size),
  }
}

export const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

export const badgeHalf = 13
export const badgeNameSize = 18
export const badgeGap = 6

/** The box around a badge and the name of its line, which is `nameWidth` times the font size wide. */
export function badgeBox({ at: [x, y], name }: MapLine['badges'][number], nameWidth: number): Box {
  const beside = name ? badgeGap + nameWidth * badgeNameSize : 0
  return {
    left: x - badgeHalf - (name === 'w' ? beside : 0),
    right: x + badgeHalf + (name === 'w' ? 0 : beside),
    top: y - badgeHalf,
    bottom: y + badgeHalf,
  }
}
