import { expect, test } from 'vitest'
import { overlaps } from '../../../src/renderer/roadmap/map-labels.ts'
import { layoutMap } from '../../../src/renderer/roadmap/map-layout.ts'
import { law } from '../memory-api.ts'

const map = layoutMap(law)

test('every station that has a place is drawn, and each line has all of its stations', () => {
  expect(map.stops).toHaveLength(law.stations.filter(({ at }) => at).length)
  for (const { line, points } of map.tracks) expect(points).toHaveLength(line.stations.length)
})

test('no label lies on another label or on another station', () => {
  const clashes = map.stops.flatMap((a) =>
    map.stops
      .filter((b) => b !== a)
      .filter(({ point: { x, y }, label }) => {
        const dot = { left: x - 10, right: x + 10, top: y - 10, bottom: y + 10 }
        return overlaps(a.label.box, label.box) || overlaps(a.label.box, dot)
      })
      .map((b) => `${a.station.title} / ${b.station.title}`),
  )
  expect(clashes).toEqual([])
})

test('every label lies inside of the drawing', () => {
  for (const { label, station } of map.stops) {
    const { left, right, top, bottom } = label.box
    expect(Math.min(left, top), station.title).toBeGreaterThanOrEqual(0)
    expect(right, station.title).toBeLessThanOrEqual(map.width)
    expect(bottom, station.title).toBeLessThanOrEqual(map.height)
  }
})
