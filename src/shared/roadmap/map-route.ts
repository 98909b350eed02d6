import type { Law } from '../law/law.ts'
import type { RoadMap } from './map-schema.ts'
import { type Edge, edgesOf } from './map-tracks.ts'

/** The tracks as a net: where they lead, and which of them the law's ways run along. */
export type Net = { edges: Edge[]; ways: Set<string> }

export const netOf = (map: RoadMap, law: Pick<Law, 'stations'>): Net => ({
  edges: edgesOf(map),
  ways: new Set(law.stations.flatMap(({ id, next }) => next.map(({ to }) => wayKey(id, to)))),
})

const wayKey = (from: string, to: string): string => `${from} ${to}`

/** Riding against the direction of every known way is possible, but the last choice. */
const cost = { along: 1, against: 3 }

/** The pieces of track from one station to another, the fewest stops first; null where no track leads. */
export function routeBetween(net: Net, from: string, to: string): Edge[] | null {
  const reached = new Map<string, { cost: number; edges: Edge[] }>([[from, { cost: 0, edges: [] }]])
  const waiting = new Set([from])
  while (waiting.size > 0) {
    const here = cheapest(waiting, reached)
    waiting.delete(here)
    const known = reached.get(here)
    if (!known || here === to) return known?.edges ?? null
    for (const { edge, other } of tracksAt(net.edges, here)) {
      const step = net.ways.has(wayKey(here, other)) ? cost.along : cost.against
      const total = known.cost + step
      if (total >= (reached.get(other)?.cost ?? Number.POSITIVE_INFINITY)) continue
      reached.set(other, { cost: total, edges: [...known.edges, edge] })
      waiting.add(other)
    }
  }
  return null
}

const cheapest = (waiting: Set<string>, reached: Map<string, { cost: number }>): string =>
  [...waiting].reduce((best, next) =>
    (reached.get(next)?.cost ?? 0) < (reached.get(best)?.cost ?? 0) ? next : best,
  )

/** The pieces of track at a station, each with the station at its other end. */
export const tracksAt = (edges: Edge[], id: string): { edge: Edge; other: string }[] =>
  edges.flatMap((edge) =>
    edge.from === id ? [{ edge, other: edge.to }] : edge.to === id ? [{ edge, other: edge.from }] : [],
  )

/** The signs at a station: a way leads on to a hub, and no track shows it. */
export const signsAt = (map: RoadMap, net: Net, id: string): string[] =>
  map.transfers
    .filter(({ station }) => net.ways.has(wayKey(id, station)))
    .filter(({ station }) => !tracksAt(net.edges, id).some(({ other }) => other === station))
    .map(({ sign }) => sign)
