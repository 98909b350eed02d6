import { expect, test } from 'vitest'
import {
  columnNames,
  findInIndex,
  letterIndex,
  rowNames,
  squareOf,
} from '../../../src/renderer/map/letter-index.ts'
import { roadMap } from '../../../src/renderer/map/map-data.ts'
import { letterByNumber } from '../../../src/shared/law/notice-number.ts'
import { placeLetter } from '../../../src/shared/roadmap/place-letter.ts'
import { law } from '../../law.ts'
import { datedLetter } from '../../shared/law/dated-letter.ts'

const index = letterIndex(roadMap, law)

test('every letter of the catalog is in the index of the map, once, in the square of the stop where it stands', () => {
  const catalog = [...law.notices, ...law.named]
  expect(catalog.length).toBeGreaterThan(95)
  for (const { code, printedAs, station } of catalog) {
    const own = index.filter(({ number }) => number === printedAs[0])
    expect([code, own.map((each) => each.station)]).toEqual([code, [station]])
    const [x = -1, y = -1] = roadMap.stations[station]?.at ?? []
    const [column, row] = [own[0]?.square.charCodeAt(0) ?? 0, Number(own[0]?.square.slice(1))]
    const [wide, high] = [roadMap.width / columnNames.length, roadMap.height / rowNames.length]
    // The stop lies in its square: counted from the other side, by its edges.
    expect([code, x >= (column - 65) * wide && x <= (column - 64) * wide]).toEqual([code, true])
    expect([code, y >= (row - 1) * high && y <= row * high]).toEqual([code, true])
  }
})

test('the index holds nothing that the catalog does not, and each Spanish number, named by a source or by its series', () => {
  const numbers = [
    ...law.notices.flatMap(({ printedAs, spanishNumbers, spanishByRule }) => [
      printedAs[0],
      ...spanishNumbers,
      ...spanishByRule,
    ]),
    ...law.named.map(({ printedAs }) => printedAs[0]),
  ]
  const inIndex = index.map(({ number }) => number)
  expect(inIndex).toEqual([...new Set(inIndex)])
  expect(inIndex).toEqual(expect.arrayContaining(numbers))
  for (const { number, station } of index)
    expect([number, letterByNumber(law, number)?.station]).toEqual([number, station])
})

test('where the index puts a letter is where the app puts it', () => {
  for (const { code, printedAs } of law.notices) {
    const placed = placeLetter(law, datedLetter({ noticeCode: code }))
    const entry = index.find(({ number }) => number === printedAs[0])
    expect([code, placed.kind === 'placed' && placed.station]).toEqual([code, entry?.station])
  }
})

test('a number that stands on a letter in Spanish is in the index, at the stop of its English notice', () => {
  for (const [spanish, english] of [
    ['CP623', 'CP523'],
    ['CP604', 'CP504'],
    ['CP712', 'CP12'],
    ['CP759', 'CP59'],
    ['CP790', 'CP90'],
    ['CP997', 'CP297'],
  ])
    expect([spanish, index.find(({ number }) => number === spanish)?.station]).toEqual([
      spanish,
      index.find(({ number }) => number === english)?.station,
    ])
})

test('the 28 letters of the collection appeals are in the index by number, stop, and square', () => {
  const open = law.notices.filter(({ rights }) => rights.some(({ program }) => program === 'CAP'))
  expect(open.length).toBeGreaterThanOrEqual(28)
  for (const { printedAs } of open)
    expect(index.find(({ number }) => number === printedAs[0])).toMatchObject({
      station: expect.stringMatching(/./),
      square: expect.stringMatching(/^[A-P]([1-9]|10)$/),
    })
})

test('the squares reach from one corner to the other', () => {
  expect(squareOf(roadMap, [0, 0])).toBe('A1')
  expect(squareOf(roadMap, [roadMap.width, roadMap.height])).toBe(`${columnNames.at(-1)}${rowNames.at(-1)}`)
})

test.each([
  ['cp504', 'CP504'],
  ['Notice CP 504', 'CP504'],
  ['ltr 2272-c', 'Letter 2272C'],
  ['1058', 'Letter 1058'],
  ['LT11', 'LT11'],
])('%s is found as %s, the exact number first', (typed, number) => {
  expect(findInIndex(index, typed)[0]?.number).toBe(number)
})

test.each(['CP080', 'CP081', 'Letter 566-B', 'Letter 566-L', 'Letter 3219C', 'Letter 531-A', 'Letter 11'])(
  'another number of the same letter is in the index too: %s',
  (number) => {
    const entry = index.find((each) => each.number === number)
    const found = letterByNumber(law, number)
    expect(entry?.station).toBe(found?.station)
    expect(findInIndex(index, number)[0]?.station).toBe(found?.station)
  },
)

test('nothing is found for nothing', () => {
  expect(findInIndex(index, ' ')).toEqual([])
  expect(findInIndex(index, 'XX999')).toEqual([])
})
