import type { Language } from '../../shared/i18n/languages.ts'
import { type Box, labelBox, overlaps, placeLabel } from './map-labels.ts'
import { mapStation, mapWords, type Point, type RoadMap } from './map-schema.ts'
import type { Size } from './map-view.ts'

/** From the middle of the station to the middle of its flag; the near ones first, since the tip bridges the rest. */
const away = [46, -46, 60, -60, 76, -76, 94, -94]
/** A flag may stand a little to the side, as long as its tip still points at the station. */
const aside = [0, -0.13, 0.13, -0.25, 0.25, -0.34, 0.34, -0.44, 0.44]
/** A flag that covers the name of its own station would say nothing. */
const ownWeight = 100
/** Good enough to keep a flag off the labels: the average width of a letter, in parts of the font size. */
const guess = (text: string) => text.length * 0.54

/** The middle of a flag at a station: above or below, where the least of labels and stations lies under it. */
export function flagPosition(map: RoadMap, id: string, language: Language, flag: Size): Point {
  const [x, y] = mapStation(map, id).at
  const others = Object.entries(map.stations).flatMap(([other, station]): Box[] => {
    if (other === id) return []
    const codes = station.codes.map((code) => code.replace(/^L(?=\d)/, 'Letter '))
    const label = labelBox(placeLabel(station, mapWords(station.label, language), { codes }), guess)
    return [label, around(station.at, { width: 24, height: 24 })]
  })
  const station = mapStation(map, id)
  const own = labelBox(placeLabel(station, mapWords(station.label, language), { room: 12 }), guess)
  const positions = away.flatMap((dy) => aside.map((part): Point => [x + part * flag.width, y + dy]))
  const covered = positions.map((position) => {
    const box = around(position, flag)
    return others.reduce((sum, other) => sum + shared(other, box), ownWeight * shared(own, box))
  })
  return positions[covered.indexOf(Math.min(...covered))] as Point
}

/** How much two boxes have in common, in square map units. */
const shared = (a: Box, b: Box): number =>
  overlaps(a, b)
    ? (Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
      (Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top))
    : 0

const around = ([x, y]: Point, { width, height }: Size): Box => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
})
