import type { Message } from '../../shared/i18n/message.ts'
import type { Law } from '../../shared/law/law.ts'
import { type WayAhead, waysAhead } from '../../shared/roadmap/ways-ahead.ts'
import { closedWay } from '../../shared/telling/closed-ways.ts'
import type { Telling } from '../../shared/telling/telling.ts'
import { type Net, routeBetween, tracksAt } from './map-route.ts'
import type { Edge } from './map-tracks.ts'

/** A way on from where the person is: its number on the map, and the track where one is drawn. */
type Fork = WayAhead & {
  number: number
  edge: Edge | null
  /** What is told of the rights that led there, once the time of all of them has passed; null: the way is open. */
  closed: Message[] | null
}

export type MyWay = {
  /** The tracks between the stations of the person's letters, in the order of their dates. */
  traveled: Edge[]
  /** Two stations in a row between which no known way leads along the tracks. */
  jumps: { from: string; to: string }[]
  forks: Fork[]
  /** Stations that the person has passed, is at, or can go to next. */
  concerned: Set<string>
}

/**
 * What the map shows of one person, or of several.
 *
 * @param journeys for each person the stations of the letters, oldest first
 * @param here the station where the person is now; null when no letter stands anywhere
 * @param tellings of the letters that stand there, if they are one person's
 */
export function myWay(
  law: Pick<Law, 'stations'>,
  net: Net,
  journeys: string[][],
  here: string | null,
  tellings: readonly Pick<Telling, 'left'>[] = [],
): MyWay {
  const hops = hopsOf(journeys).map((hop) => ({ ...hop, route: routeBetween(net, hop.from, hop.to) }))
  const traveled = hops.flatMap(({ route }) => route ?? [])
  const forks = here ? forksAt(law, net, here, tellings) : []
  return {
    traveled: [...new Set(traveled)],
    jumps: hops.filter(({ route }) => route === null).map(({ from, to }) => ({ from, to })),
    forks,
    concerned: new Set([
      ...journeys.flat(),
      ...(here ? [here] : []),
      ...traveled.flatMap(({ from, to }) => [from, to]),
      ...forks.map(({ station }) => station.id),
    ]),
  }
}

/** From one station to the next, each once, however many people traveled it. */
function hopsOf(journeys: string[][]): { from: string; to: string }[] {
  const hops = journeys.flatMap((stops) =>
    stops.slice(1).map((to, index) => ({ from: stops[index] as string, to })),
  )
  return [...new Map(hops.map((hop) => [`${hop.from} ${hop.to}`, hop])).values()]
}

/** One number for each station ahead, also where two conditions lead to the same one. */
function forksAt(
  law: Pick<Law, 'stations'>,
  net: Net,
  here: string,
  tellings: readonly Pick<Telling, 'left'>[],
): Fork[] {
  const ways = waysAhead(law, here).filter(({ station }) => station.id !== here)
  const targets = [...new Set(ways.map(({ station }) => station.id))]
  return ways.map((way) => ({
    ...way,
    number: targets.indexOf(way.station.id) + 1,
    edge: tracksAt(net.edges, here).find(({ other }) => other === way.station.id)?.edge ?? null,
    closed: closedWay(tellings, way.station.id)?.map(({ text }) => text) ?? null,
  }))
}
