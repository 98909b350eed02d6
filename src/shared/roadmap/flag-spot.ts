import { type Box, labelBox, overlaps, placeLabel } from './map-labels.ts'
import { type MapLanguage, mapStation, type Point, type RoadMap } from './map-schema.ts'
import type { Size } from './map-view.ts'

/** From the middle of the station to the middle of its flag. */
const away = 46
/** A flag may stand a little to the side, as long as its tip still points at the station. */
const aside = [0, -0.25, 0.25, -0.42, 0.42]
/** A flag that covers the name of its own station would say nothing. */
const ownWeight = 10
/** Good enough to keep a flag off the labels: the average width of a letter, in parts of the font size. */
const guess = (text: string) => text.length * 0.5

/** The middle of a flag at a station: above or below, where the fewest labels and stations lie under it. */
export function flagSpot(map: RoadMap, id: string, language: MapLanguage, flag: Size): Point {
  const [x, y] = mapStation(map, id).at
  const others = Object.entries(map.stations).flatMap(([other, station]): Box[] => {
    if (other === id) return []
    const codes = station.codes.length > 0 ? [station.codes.join(' - ')] : []
    const label = labelBox(placeLabel(station, station.label[language], { codes }), guess)
    return [label, around(station.at, { width: 24, height: 24 })]
  })
  const station = mapStation(map, id)
  const own = labelBox(placeLabel(station, station.label[language], { room: 12 }), guess)
  const spots = [away, -away].flatMap((dy) => aside.map((part): Point => [x + part * flag.width, y + dy]))
  const hits = (spot: Point) =>
    others.filter((box) => overlaps(box, around(spot, flag))).length +
    (overlaps(own, around(spot, flag)) ? ownWeight : 0)
  return spots.reduce((best, next) => (hits(next) < hits(best) ? next : best))
}

const around = ([x, y]: Point, { width, height }: Size): Box => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
})
