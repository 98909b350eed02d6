import { z } from 'zod'
import { type Language, languages } from '../../shared/i18n/languages.ts'

/** In map units: one unit is one pixel at zoom 1. x grows to the right, y downwards. */
export const Point = z.tuple([z.number(), z.number()])
export type Point = z.infer<typeof Point>

/** Where a label stands, seen from its station, as on a compass. */
export const Side = z.enum(['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'])
export type Side = z.infer<typeof Side>

/** The same words in each language of the screens; `|` ends a line. English is drawn where a language has none yet. */
const Words = z.intersection(
  z.object({ en: z.string().min(1) }),
  z.partialRecord(z.enum(languages), z.string().min(1)),
)
type Words = z.infer<typeof Words>

export const mapWords = (words: Words, language: Language): string => words[language] ?? words.en

export const MapStation = z.strictObject({
  at: Point,
  /** The other end of an interchange that is as long as the tracks that meet in it. */
  to: Point.optional(),
  label: Words,
  side: Side,
  /** Moves the label a little from where its side would put it. */
  nudge: Point.optional(),
  /** Codes of the letters that are printed under the label: the most common ones of those that stand here. */
  codes: z.array(z.string()).default([]),
  /** Drawn as an envelope: where a letter enters the map. */
  mark: z.literal('letter').optional(),
  /** `main` is drawn larger: the stations that a reader across the room should see. */
  size: z.enum(['main', 'stop']).default('stop'),
})
export type MapStation = z.infer<typeof MapStation>

export const MapLine = z.strictObject({
  /** The letter on its badges. */
  id: z.string().length(1),
  name: Words,
  /** The color token `--line-<color>`. */
  color: z.enum(['teal', 'blue', 'olive', 'orange', 'violet', 'red', 'green', 'ink']),
  /** What tells the line apart without color: the pattern laid over its stroke. */
  weave: z.enum(['solid', 'wide', 'core', 'dashes', 'dots', 'bars', 'thin', 'rail']),
  /** The first path is the line's trunk. Each path runs from station to station; points between them are bends. Every piece lies straight or at 45 degrees. */
  paths: z.array(z.array(z.union([z.string(), Point])).min(2)).min(1),
  /** Badges with the name of the line where it begins or ends, and bare ones on the way. */
  badges: z.array(z.strictObject({ at: Point, name: z.enum(['e', 'w']).optional() })).min(1),
})
export type MapLine = z.infer<typeof MapLine>

/** The drawn map: hand-set places and tracks. What the stations mean stands in the law data. */
export const RoadMap = z.strictObject({
  width: z.number().positive(),
  height: z.number().positive(),
  stations: z.record(z.string(), MapStation),
  lines: z.array(MapLine),
  /** Stations that can be reached from nearly everywhere: a symbol at a label stands for the way there. */
  transfers: z.array(z.strictObject({ symbol: z.string().length(1), station: z.string() })),
})
export type RoadMap = z.infer<typeof RoadMap>

export function mapStation(map: RoadMap, id: string): MapStation {
  const station = map.stations[id]
  if (!station) throw new Error(`map: no station ${id}`)
  return station
}
