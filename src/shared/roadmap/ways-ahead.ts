import type { LawText } from '../i18n/message.ts'
import { getStation, type Journey, type Law, type Station } from '../law/law.ts'

/** A way that leads on from a station, with its condition in plain words: `no answer for some weeks`. */
export type WayAhead = {
  station: Station
  when: LawText /** No source prints this way. */
  inferred: boolean
}

/**
 * The ways on from a station, in the order of the law data; empty at the end of the line.
 *
 * @throws for a station that is not in the law data
 */
export const waysAhead = (law: Pick<Law, 'stations'>, stationId: string): WayAhead[] =>
  getStation(law, stationId).next.map(({ to, when, basis }) => ({
    station: getStation(law, to),
    when,
    inferred: basis === 'inferred',
  }))

/** The example journeys that pass a station. */
export const journeysThrough = (law: Pick<Law, 'journeys'>, stationId: string): Journey[] =>
  law.journeys.filter(({ path }) => path.includes(stationId))

/** The ways that lead to a station, each with the station it comes from and its condition. */
export const waysBack = (law: Pick<Law, 'stations'>, stationId: string): WayAhead[] =>
  law.stations
    .filter(({ id }) => id !== stationId)
    .flatMap((station) =>
      station.next
        .filter(({ to }) => to === stationId)
        .map(({ when, basis }) => ({ station, when, inferred: basis === 'inferred' })),
    )
