import type { Law } from '../law/law.ts'
import { type Net, routeBetween, tracksAt } from './map-route.ts'
import type { Edge } from './map-tracks.ts'
import { type WayAhead, waysAhead } from './ways-ahead.ts'

/** A way on from where the person is: its number on the map, and the track where one is drawn. */
export type Fork = WayAhead & { number: number; edge: Edge | null }

export type MyWay = {
  /** The tracks between the stations of the person's letters, in the order of their dates. */
  travelled: Edge[]
  forks: Fork[]
  /** Stations that the person has passed, is at, or can go to next. */
  concerned: Set<string>
}

/**
 * What the map shows of one person.
 *
 * @param stops the stations of the person's letters, oldest first
 * @param here the station where the person is now; null when no letter stands anywhere
 */
export function myWay(law: Pick<Law, 'stations'>, net: Net, stops: string[], here: string | null): MyWay {
  const travelled = stops.flatMap((stop, index) => {
    const before = stops[index - 1]
    return before ? (routeBetween(net, before, stop) ?? []) : []
  })
  const forks = here ? forksAt(law, net, here) : []
  return {
    travelled: [...new Set(travelled)],
    forks,
    concerned: new Set([
      ...stops,
      ...(here ? [here] : []),
      ...travelled.flatMap(({ from, to }) => [from, to]),
      ...forks.map(({ station }) => station.id),
    ]),
  }
}

/** One number for each station ahead, also where two conditions lead to the same one. */
function forksAt(law: Pick<Law, 'stations'>, net: Net, here: string): Fork[] {
  const ways = waysAhead(law, here).filter(({ station }) => station.id !== here)
  const targets = [...new Set(ways.map(({ station }) => station.id))]
  return ways.map((way) => ({
    ...way,
    number: targets.indexOf(way.station.id) + 1,
    edge: tracksAt(net.edges, here).find(({ other }) => other === way.station.id)?.edge ?? null,
  }))
}
