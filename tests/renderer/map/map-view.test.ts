import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  centred,
  fittingZoom,
  isInside,
  largestZoom,
  type MapView,
  moved,
  pinched,
  wholeMap,
  zoomedAt,
} from '../../../src/renderer/map/map-view.ts'

const map = { width: 1900, height: 1300 }
const window = { width: 1000, height: 600 }
const start = centred([950, 650], 1, window)
/** The map point under a point of the window. */
const under = (view: MapView, [x, y]: [number, number]) => [view.x + x / view.zoom, view.y + y / view.zoom]

test('the whole map is seen whole and in the middle', () => {
  const view = wholeMap(map, window)
  expect(under(view, [500, 300])).toEqual([950, 650])
  expect(under(view, [0, 0])[1]).toBeCloseTo(0)
})

test('zooming keeps what is under the pointer under it', () => {
  const at: [number, number] = [720, 130]
  const before = under(start, at)
  const after = under(zoomedAt(start, 1.6, at, map, window), at)
  expect(after[0]).toBeCloseTo(before[0] as number)
  expect(after[1]).toBeCloseTo(before[1] as number)
})

test('two fingers keep the map points under them', () => {
  const [a, b, c]: [number, number][] = [
    [300, 300],
    [500, 300],
    [600, 300],
  ]
  const view = pinched(start, [a!, b!], [a!, c!], map, window)
  expect(view.zoom).toBeCloseTo(1.5)
  expect(under(view, a!)[0]).toBeCloseTo(under(start, a!)[0] as number)
  expect(under(view, c!)[0]).toBeCloseTo(under(start, b!)[0] as number)
})

test('whatever is done, the zoom stays in its range and the middle of the window shows the map', () => {
  const step = fc.record({
    factor: fc.double({ min: 0.1, max: 10, noNaN: true }),
    x: fc.integer({ min: -3000, max: 3000 }),
    y: fc.integer({ min: -3000, max: 3000 }),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let view = start
      for (const { factor, x, y } of steps)
        view = moved(zoomedAt(view, factor, [10, 10], map, window), x, y, map, window)
      expect(view.zoom).toBeGreaterThanOrEqual(fittingZoom(map, window) - 1e-9)
      expect(view.zoom).toBeLessThanOrEqual(largestZoom)
      const [x, y] = under(view, [500, 300])
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x).toBeLessThanOrEqual(map.width)
      expect(y).toBeGreaterThanOrEqual(0)
      expect(y).toBeLessThanOrEqual(map.height)
    }),
  )
})

test('a station near the edge of the window does not count as well in sight', () => {
  expect(isInside(start, [950, 650], window)).toBe(true)
  expect(isInside(start, [455, 650], window)).toBe(false)
})
