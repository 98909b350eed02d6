import { getStation, type Law, type Station } from '../law/law.ts'

/** A way that leads on from a station, with its condition in plain words: `no answer for some weeks`. */
export type WayAhead = { station: Station; when: string }

/**
 * The forks after a station, in the order of the law data; empty at the end of a road.
 *
 * @throws for a station that the law data does not hold
 */
export const waysAhead = (law: Pick<Law, 'stations'>, stationId: string): WayAhead[] =>
  getStation(law, stationId).next.map(({ to, when }) => ({ station: getStation(law, to), when }))
