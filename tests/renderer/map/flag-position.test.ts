import { expect, test } from 'vitest'
import { flagPosition } from '../../../src/renderer/map/flag-position.ts'
import { labelBox, overlaps, placeLabel } from '../../../src/renderer/map/map-labels.ts'
import { codesAt, netOf, symbolsAt } from '../../../src/renderer/map/map-route.ts'
import { mapWords } from '../../../src/renderer/map/map-schema.ts'
import { law, map, measure } from './map-fixture.ts'

test.each(['en', 'es'] as const)('a flag never covers the name of its own station: %s', (language) => {
  const covered = Object.entries(map.stations).filter(([id, station]) => {
    const [x, y] = flagPosition(map, id, language, { width: 140, height: 28 })
    const flag = { left: x - 70, right: x + 70, top: y - 14, bottom: y + 14 }
    return overlaps(
      labelBox(placeLabel(station, mapWords(station.label, language), { room: 12 }), measure),
      flag,
    )
  })
  expect(covered.map(([id]) => id)).toEqual([])
})

test.each([
  ['en', 'You are here', 8],
  ['es', 'Usted está aquí', 11],
] as const)('few flags lie on a label of another station: %s', (language, words, most) => {
  const net = netOf(map, law)
  const labels = Object.entries(map.stations).map(([id, station]) => {
    const extras = { codes: codesAt(map, law, id), symbols: symbolsAt(map, net, id) }
    return { id, box: labelBox(placeLabel(station, mapWords(station.label, language), extras), measure) }
  })
  const width = words.length * 9.2 + 22
  const covering = Object.keys(map.stations).filter((id) => {
    const [x, y] = flagPosition(map, id, language, { width, height: 28 })
    const flag = { left: x - width / 2, right: x + width / 2, top: y - 14, bottom: y + 14 }
    return labels.some((other) => other.id !== id && overlaps(other.box, flag))
  })
  expect(covering.length, covering.join(' ')).toBeLessThanOrEqual(most)
})

test('a flag goes to the free side: above a stop whose label is below, and the other way around', () => {
  const flag = { width: 140, height: 28 }
  const [, above] = flagPosition(map, 'alt-ia-request', 'en', flag)
  expect(above).toBeLessThan(map.stations['alt-ia-request']!.at[1])
  const [, below] = flagPosition(map, 'coll-paid', 'en', flag)
  expect(below).toBeGreaterThan(map.stations['coll-paid']!.at[1])
})
