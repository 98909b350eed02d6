import type { Law, MapLine, Station } from '../../shared/law/law.ts'
import { type Label, type Point, placeLabels } from './map-labels.ts'

/** Pixels of one map unit at zoom 1; stations of one row are two units apart or more. */
export const unit = { x: 84, y: 56 }
const margin = { x: 96, y: 70 }

export type MapStop = { station: Station; point: Point; label: Label; interchange: boolean }
export type MapTrack = { line: MapLine; points: Point[] }
export type MapLayout = { width: number; height: number; stops: MapStop[]; tracks: MapTrack[] }

/** The drawn map in pixels: stations with their labels, and the lines between them. Stations without a place are not drawn. */
export function layoutMap(law: Pick<Law, 'stations' | 'lines'>): MapLayout {
  const placed = law.stations.flatMap((station) =>
    station.at ? [{ station, point: pointFrom(station.at) }] : [],
  )
  const pointById = new Map(placed.map(({ station, point }) => [station.id, point]))
  const tracks = law.lines.map((line) => ({
    line,
    points: line.stations.flatMap((id) => pointById.get(id) ?? []),
  }))
  const labels = placeLabels(
    placed.map(({ station, point }) => ({ text: station.title, point })),
    tracks.map(({ points }) => points),
  )
  const linesAt = (id: string) => law.lines.filter(({ stations }) => stations.includes(id)).length
  return {
    width: Math.max(...placed.map(({ point }) => point.x)) + margin.x,
    height: Math.max(...placed.map(({ point }) => point.y)) + margin.y,
    stops: placed.map(({ station, point }, index) => ({
      station,
      point,
      label: labels[index] as Label,
      interchange: linesAt(station.id) > 1,
    })),
    tracks,
  }
}

const pointFrom = ([x, y]: [number, number]): Point => ({
  x: margin.x + x * unit.x,
  y: margin.y + y * unit.y,
})
