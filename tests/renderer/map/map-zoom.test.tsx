import { act, cleanup, renderHook } from '@testing-library/react'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { roadMap } from '../../../src/renderer/map/map-data.ts'
import {
  centered,
  fittingZoom,
  isInside,
  largestZoom,
  type MapView,
  transformFrom,
  viewFrom,
  wholeMap,
} from '../../../src/renderer/map/map-view.ts'
import { useMapZoom } from '../../../src/renderer/map/use-map-zoom.ts'

const map = { width: 1900, height: 1300 }
const window_ = { width: 1000, height: 600 }
const start = centered([950, 650], 1, window_)
/** The map point under a point of the window. */
const under = (view: MapView, [x, y]: [number, number]) => [view.x + x / view.zoom, view.y + y / view.zoom]

afterEach(cleanup)

function showMap() {
  const element = document.createElement('section')
  Object.defineProperty(element, 'clientWidth', { value: window_.width })
  Object.defineProperty(element, 'clientHeight', { value: window_.height })
  document.body.append(element)
  const stage = { current: element }
  const { result } = renderHook(() => useMapZoom(stage, 'coll-levy-notice'))
  const wheel = (deltaY: number, clientX: number, clientY: number) => {
    // happy-dom gives a wheel event no place.
    const event = Object.assign(new WheelEvent('wheel', { deltaY, cancelable: true }), { clientX, clientY })
    act(() => element.dispatchEvent(event))
  }
  return { moves: () => result.current, element, wheel }
}

test('the whole map is visible and centered', () => {
  const view = wholeMap(map, window_)
  expect(under(view, [500, 300])).toEqual([950, 650])
  expect(under(view, [0, 0])[1]).toBeCloseTo(0)
})

test('a view and its transform agree', () => {
  expect(viewFrom(transformFrom(start))).toEqual(start)
})

test('the wheel keeps the point under the pointer in place', () => {
  const { moves, wheel } = showMap()
  const before = moves().view
  wheel(-200, 720, 130)
  const after = moves().view
  expect(after.zoom).toBeGreaterThan(before.zoom)
  expect(under(after, [720, 130])[0]).toBeCloseTo(under(before, [720, 130])[0] as number)
  expect(under(after, [720, 130])[1]).toBeCloseTo(under(before, [720, 130])[1] as number)
})

test('panning moves the map by window pixels', () => {
  const { moves } = showMap()
  const before = moves().view
  act(() => moves().panBy(-80, 40))
  expect(moves().view.x).toBeCloseTo(before.x + 80 / before.zoom)
  expect(moves().view.y).toBeCloseTo(before.y - 40 / before.zoom)
})

test('whatever happens, the zoom stays in its range and the middle of the window shows the map', () => {
  const { moves, wheel } = showMap()
  const step = fc.record({
    deltaY: fc.integer({ min: -1500, max: 1500 }),
    x: fc.integer({ min: -3000, max: 3000 }),
    y: fc.integer({ min: -3000, max: 3000 }),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      for (const { deltaY, x, y } of steps) {
        wheel(deltaY, 10, 10)
        act(() => moves().panBy(x, y))
      }
      const { view } = moves()
      expect(view.zoom).toBeGreaterThanOrEqual(fittingZoom(roadMap, window_) - 1e-9)
      expect(view.zoom).toBeLessThanOrEqual(largestZoom + 1e-9)
      const [x = Number.NaN, y = Number.NaN] = under(view, [500, 300])
      expect(x).toBeGreaterThanOrEqual(-1e-6)
      expect(x).toBeLessThanOrEqual(roadMap.width + 1e-6)
      expect(y).toBeGreaterThanOrEqual(-1e-6)
      expect(y).toBeLessThanOrEqual(roadMap.height + 1e-6)
    }),
    { numRuns: 40 },
  )
})

test('a station near the edge of the window does not count as visible', () => {
  expect(isInside(start, [950, 650], window_)).toBe(true)
  expect(isInside(start, [455, 650], window_)).toBe(false)
})
