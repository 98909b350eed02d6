import { tracksAt } from './map-route.ts'
import { mapStation, type RoadMap } from './map-schema.ts'
import { distance, type Edge } from './map-tracks.ts'

export type Direction = 'left' | 'right' | 'up' | 'down'

const heading: Record<Direction, [number, number]> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
}

/**
 * The station that an arrow key leads to: along a track where one leads that way, else the nearest station there; the
 * same station at the edge of the map.
 */
export function nextStop(map: RoadMap, edges: Edge[], from: string, direction: Direction): string {
  const neighbors = tracksAt(edges, from).map(({ other }) => other)
  return (
    nearest(map, from, neighbors, direction, 0.7) ??
    nearest(map, from, Object.keys(map.stations), direction, 0.7) ??
    from
  )
}

/** @param within the least cosine of the angle between the arrow and the way there */
function nearest(
  map: RoadMap,
  from: string,
  ids: string[],
  direction: Direction,
  within: number,
): string | null {
  const start = mapStation(map, from).at
  const [headX, headY] = heading[direction]
  const costs = ids.flatMap((id) => {
    const { at } = mapStation(map, id)
    const length = distance(start, at)
    const cosine = length === 0 ? 0 : ((at[0] - start[0]) * headX + (at[1] - start[1]) * headY) / length
    return cosine >= within ? [{ id, cost: length / cosine ** 6 }] : []
  })
  return costs.sort((a, b) => a.cost - b.cost)[0]?.id ?? null
}
