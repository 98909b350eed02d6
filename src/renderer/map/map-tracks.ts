import { type MapLine, mapStation, type Point, type RoadMap } from './map-schema.ts'

/** A piece of track between two neighboring stations, with its bends. */
export type Edge = { line: string; from: string; to: string; points: Point[] }

/** All pieces of track of the map, in the order of its lines. */
export const edgesOf = (map: RoadMap): Edge[] =>
  map.lines.flatMap((line) => line.paths.flatMap((path) => edgesOfPath(map, line, path)))

function edgesOfPath(map: RoadMap, line: MapLine, path: MapLine['paths'][number]): Edge[] {
  const edges: Edge[] = []
  let from: string | null = null
  let bends: Point[] = []
  for (const part of path) {
    if (typeof part !== 'string') {
      bends.push(part)
      continue
    }
    if (from !== null) edges.push({ line: line.id, from, to: part, points: joined(map, from, bends, part) })
    from = part
    bends = []
  }
  return edges
}

/** A track leaves a long interchange at the end that is nearer to it. */
function joined(map: RoadMap, from: string, bends: Point[], to: string): Point[] {
  const first = bends[0] ?? mapStation(map, to).at
  const start = portOf(map, from, first)
  return [start, ...bends, portOf(map, to, bends.at(-1) ?? start)]
}

function portOf(map: RoadMap, id: string, toward: Point): Point {
  const { at, to } = mapStation(map, id)
  if (!to) return at
  const [[x1, y1], [x2, y2]] = [at, to]
  const length = (x2 - x1) ** 2 + (y2 - y1) ** 2
  const along = ((toward[0] - x1) * (x2 - x1) + (toward[1] - y1) * (y2 - y1)) / length
  const part = Math.min(1, Math.max(0, along))
  return [x1 + part * (x2 - x1), y1 + part * (y2 - y1)]
}

const bendRadius = 22

/** An SVG path through the points, with round bends. */
export function pathThrough(points: Point[]): string {
  const [start, ...rest] = points
  if (!start) return ''
  const steps = rest.map((point, index) => {
    const before = points[index] ?? start
    const after = rest[index + 1]
    if (!after) return `L${coordinates(point)}`
    const radius = Math.min(bendRadius, distance(before, point) / 2, distance(point, after) / 2)
    return `L${coordinates(toward(point, before, radius))}Q${coordinates(point)} ${coordinates(toward(point, after, radius))}`
  })
  return `M${coordinates(start)}${steps.join('')}`
}

export const distance = ([x1, y1]: Point, [x2, y2]: Point): number => Math.hypot(x2 - x1, y2 - y1)

function toward(from: Point, to: Point, length: number): Point {
  const part = length / (distance(from, to) || 1)
  return [from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])]
}

const coordinates = ([x, y]: Point): string => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`

/** Straight or at 45 degrees. */
export const isOctilinear = ([x1, y1]: Point, [x2, y2]: Point): boolean => {
  const [dx, dy] = [Math.abs(x2 - x1), Math.abs(y2 - y1)]
  return dx < 0.01 || dy < 0.01 || Math.abs(dx - dy) < 0.01
}

/** Each whole track, for drawing: a pattern on it should run through its stations without a break. */
export const tracksOf = (map: RoadMap): { line: MapLine; points: Point[]; trunk: boolean }[] =>
  map.lines.flatMap((line) =>
    line.paths.map((path, index) => ({
      line,
      trunk: index === 0,
      points: edgesOfPath(map, line, path).flatMap(({ points }) => points),
    })),
  )
