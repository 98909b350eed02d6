import { type Law, printedName } from '../../shared/law/law.ts'
import { mapStation, type RoadMap } from './map-schema.ts'
import { type Edge, edgesOf } from './map-tracks.ts'

/** The tracks as a net: where they lead, and which of them the law's ways run along. */
export type Net = { edges: Edge[]; ways: Set<string> }

export const netOf = (map: RoadMap, law: Pick<Law, 'stations'>): Net => ({
  edges: edgesOf(map),
  ways: new Set(law.stations.flatMap(({ id, next }) => next.map(({ to }) => wayKey(id, to)))),
})

const wayKey = (from: string, to: string): string => `${from} ${to}`

/**
 * The pieces of track from one station to another, the fewest stops first, riding only where the law knows a way. Null
 * where no such track leads: then nobody knows how the person came there.
 */
export function routeBetween(net: Net, from: string, to: string): Edge[] | null {
  const routes = new Map<string, Edge[]>([[from, []]])
  // A Map hands out what is added while it is walked, oldest first: the nearest stations come first.
  for (const [here, route] of routes) {
    if (here === to) return route
    for (const { edge, other } of tracksAt(net.edges, here))
      if (!routes.has(other) && net.ways.has(wayKey(here, other))) routes.set(other, [...route, edge])
  }
  return null
}

/** The pieces of track at a station, each with the station at its other end. */
export const tracksAt = (edges: Edge[], id: string): { edge: Edge; other: string }[] =>
  edges.flatMap((edge) =>
    edge.from === id ? [{ edge, other: edge.to }] : edge.to === id ? [{ edge, other: edge.from }] : [],
  )

/** Names of the letters that the map prints at a station: `CP501`. */
export const codesAt = (map: RoadMap, law: Pick<Law, 'notices' | 'named'>, id: string): string[] =>
  mapStation(map, id).codes.map((code) => printedName(law, code))

/** The symbols at a station: a way leads on to a hub, and no track shows it. */
export const symbolsAt = (map: RoadMap, net: Net, id: string): string[] =>
  map.transfers
    .filter(({ station }) => net.ways.has(wayKey(id, station)))
    .filter(({ station }) => !tracksAt(net.edges, id).some(({ other }) => other === station))
    .map(({ symbol }) => symbol)
