import {
  type Box,
  badgeBox,
  dotRadius,
  labelBox,
  overlaps,
  placeLabel,
} from '../../../src/renderer/map/map-labels.ts'
import { codesAt, netOf, symbolsAt } from '../../../src/renderer/map/map-route.ts'
import { type MapStation, mapWords, type Point, type RoadMap } from '../../../src/renderer/map/map-schema.ts'
import { distance, type Edge, edgesOf, isOctilinear } from '../../../src/renderer/map/map-tracks.ts'
import type { Language } from '../../../src/shared/i18n/languages.ts'
import { findNotice, type Law } from '../../../src/shared/law/law.ts'

/** What of the map does not fit the law data, one plain sentence each; an empty list is right. */
export function mapProblems(map: RoadMap, law: Pick<Law, 'stations' | 'notices' | 'named'>): string[] {
  const ids = law.stations.map(({ id }) => id)
  const net = netOf(map, law)
  const served = new Set(net.edges.flatMap(({ from, to }) => [from, to]))
  return [
    ...ids.filter((id) => !map.stations[id]).map((id) => `station ${id} is not on the map`),
    ...Object.keys(map.stations).flatMap((id) => [
      ...(ids.includes(id) ? [] : [`the law knows no station ${id}`]),
      ...(served.has(id) ? [] : [`no line serves ${id}`]),
    ]),
    ...Object.entries(map.stations).flatMap(([id, { codes }]) =>
      codes
        .filter((code) => findNotice(law, code)?.station !== id)
        .map((code) => `the law does not set ${code} on station ${id}`),
    ),
    ...net.edges
      .filter(({ from, to }) => !net.ways.has(`${from} ${to}`) && !net.ways.has(`${to} ${from}`))
      .map(({ line, from, to }) => `line ${line}: no way leads from ${from} to ${to}`),
    ...net.edges.flatMap((edge) =>
      edge.points.slice(1).flatMap((point, index) => {
        const before = edge.points[index] as Point
        return isOctilinear(before, point)
          ? []
          : [`line ${edge.line}: ${edge.from} to ${edge.to} bends at ${before} to ${point}`]
      }),
    ),
  ]
}

export type Measure = (text: string, bold: boolean) => number

/** Labels that lie on something else: one sentence each. */
export function labelProblems(
  map: RoadMap,
  law: Pick<Law, 'stations' | 'notices' | 'named'>,
  language: Language,
  measure: Measure,
): string[] {
  const net = netOf(map, law)
  const labels = Object.entries(map.stations).map(([id, station]) => ({
    id,
    dot: dotBox(station),
    box: labelBox(
      placeLabel(station, mapWords(station.label, language), {
        symbols: symbolsAt(map, net, id),
        codes: codesAt(map, law, id),
      }),
      measure,
    ),
  }))
  const badges = badgeBoxes(map, language, measure)
  const edges = edgesOf(map)
  return labels.flatMap((one, index) => [
    ...labels
      .slice(index + 1)
      .filter((other) => overlaps(one.box, other.box))
      .map((other) => `the labels of ${one.id} and ${other.id} overlap`),
    ...labels
      .filter((other) => other !== one && overlaps(one.box, other.dot))
      .map((other) => `the label of ${one.id} lies on the station ${other.id}`),
    ...badges
      .filter((badge) => overlaps(one.box, badge.box))
      .map(({ line }) => `the label of ${one.id} lies on a badge of line ${line}`),
    ...edges
      .filter((edge) => crosses(edge, one.box))
      .map((edge) => `the label of ${one.id} lies on line ${edge.line}, ${edge.from} to ${edge.to}`),
    ...(one.box.left < 0 || one.box.top < 0 || one.box.right > map.width || one.box.bottom > map.height
      ? [`the label of ${one.id} leaves the map`]
      : []),
  ])
}

/** The badges of the lines, with the names beside them. */
function badgeBoxes(map: RoadMap, language: Language, measure: Measure): { line: string; box: Box }[] {
  return map.lines.flatMap(({ id, name, badges }) =>
    badges.map((badge) => ({ line: id, box: badgeBox(badge, measure(mapWords(name, language), true)) })),
  )
}

function dotBox({ at, to = at, size }: MapStation): Box {
  const radius = dotRadius[size]
  return {
    left: Math.min(at[0], to[0]) - radius,
    right: Math.max(at[0], to[0]) + radius,
    top: Math.min(at[1], to[1]) - radius,
    bottom: Math.max(at[1], to[1]) + radius,
  }
}

/** Half of the width of a track, in map units, and the steps in which one is walked. */
const halfTrack = 4
const step = 2

const crosses = ({ points }: Edge, box: Box): boolean =>
  points.slice(1).some((to, index) => {
    const from = points[index] as Point
    const steps = Math.max(1, Math.ceil(distance(from, to) / step))
    return Array.from({ length: steps + 1 }, (_, at) => at / steps).some((part) => {
      const x = from[0] + (to[0] - from[0]) * part
      const y = from[1] + (to[1] - from[1]) * part
      return (
        x > box.left - halfTrack &&
        x < box.right + halfTrack &&
        y > box.top - halfTrack &&
        y < box.bottom + halfTrack
      )
    })
  })
