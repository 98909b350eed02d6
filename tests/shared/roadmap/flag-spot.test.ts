import { expect, test } from 'vitest'
import { flagSpot } from '../../../src/shared/roadmap/flag-spot.ts'
import { labelBox, overlaps, placeLabel } from '../../../src/shared/roadmap/map-labels.ts'
import { map, measure } from './map-fixture.ts'

test.each(['en', 'es'] as const)('a flag never covers the name of its own station: %s', (language) => {
  const covered = Object.entries(map.stations).filter(([id, station]) => {
    const [x, y] = flagSpot(map, id, language, { width: 140, height: 28 })
    const flag = { left: x - 70, right: x + 70, top: y - 14, bottom: y + 14 }
    return overlaps(labelBox(placeLabel(station, station.label[language], { room: 12 }), measure), flag)
  })
  expect(covered.map(([id]) => id)).toEqual([])
})

test('a flag goes to the side that is free: above a stop whose label stands below, and the other way', () => {
  const flag = { width: 140, height: 28 }
  const [, above] = flagSpot(map, 'alt-ia-request', 'en', flag)
  expect(above).toBeLessThan(map.stations['alt-ia-request']!.at[1])
  const [, below] = flagSpot(map, 'coll-paid', 'en', flag)
  expect(below).toBeGreaterThan(map.stations['coll-paid']!.at[1])
})
