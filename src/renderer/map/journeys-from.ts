import { getStation, type Law, type Station } from '../../shared/law/law.ts'

/** An example journey over a station: `onward` are its stops after that one, the nearest first. */
export type JourneyFrom = { id: string; title: string; onward: Station[] }

/** The example journeys that pass a station and go on from there, the shortest way ahead first. */
export function journeysFrom(law: Pick<Law, 'journeys' | 'stations'>, station: string): JourneyFrom[] {
  return law.journeys
    .map(({ id, title, path }) => {
      const at = path.lastIndexOf(station)
      return { id, title, onward: at < 0 ? [] : path.slice(at + 1).map((stop) => getStation(law, stop)) }
    })
    .filter(({ onward }) => onward.length > 0)
    .sort((a, b) => a.onward.length - b.onward.length)
}
