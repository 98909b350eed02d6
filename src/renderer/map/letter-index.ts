import { codeFrom, otherCodes } from '../../shared/law/code-from.ts'
import type { Law, NamedLetter } from '../../shared/law/law.ts'
import { mapStation, type Point, type RoadMap } from './map-schema.ts'

/** The grid of the wall map: letters run across, numbers run down. */
const grid = { columns: 16, rows: 10 } as const

const columnName = (column: number): string => String.fromCharCode('A'.charCodeAt(0) + column)
export const columnNames = Array.from({ length: grid.columns }, (_, column) => columnName(column))
export const rowNames = Array.from({ length: grid.rows }, (_, row) => String(row + 1))

/** The square of a point: `G4`. */
export function squareOf(map: Pick<RoadMap, 'width' | 'height'>, [x, y]: Point): string {
  const at = (value: number, length: number, count: number) =>
    Math.min(count - 1, Math.max(0, Math.floor((value / length) * count)))
  return `${columnName(at(x, map.width, grid.columns))}${at(y, map.height, grid.rows) + 1}`
}

/** A number as it is printed on a letter, the station where it stands, and the square of that station. */
type IndexEntry = { number: string; station: string; square: string }

/**
 * Every letter of the catalog by its printed number and by its Spanish ones, in the order in which people look one
 * up. It is computed from the law data, so no letter can be missing.
 */
export function letterIndex(map: RoadMap, law: Pick<Law, 'notices' | 'named'>): IndexEntry[] {
  const numbers = [...law.notices, ...law.named].flatMap((letter) => {
    const spanish = 'spanishNumbers' in letter ? [...letter.spanishNumbers, ...letter.spanishByRule] : []
    return [letter.printedAs[0] ?? letter.code, ...otherNumbers(letter), ...spanish].map((number) => ({
      number,
      station: letter.station,
    }))
  })
  return numbers
    .map((each) => ({ ...each, square: squareOf(map, mapStation(map, each.station).at) }))
    .sort((a, b) => inOrder.compare(a.number, b.number))
}

/** Other numbers under which the same letter is printed, `Letter 3219-C`; without the marks of an office or a language. */
function otherNumbers(letter: Pick<NamedLetter, 'code' | 'printedAs'>): string[] {
  const others = [...otherCodes(letter)].filter((code) => /^(?:CP|LT|L)\d+(?!SP)[A-Z]{0,2}$/.test(code))
  return others.flatMap((code) => {
    const spelled = letter.printedAs.find((each) => codeFrom(each) === code && !each.includes('('))
    return spelled === undefined ? [] : [spelled]
  })
}

/** One for all comparisons: `localeCompare` with options makes a new one each time. */
const inOrder = new Intl.Collator('en', { numeric: true })

/** Without spaces and hyphens: `ltr 2272-c` is typed for `Letter 2272C`. */
const plain = (text: string): string =>
  text
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^(NOTICE|LETTER|LTR|FORM|L)(?=\d|CP|LT)/, '')

/** The entries whose number begins as typed; an exact number first. */
export function findInIndex(index: readonly IndexEntry[], typed: string): IndexEntry[] {
  const wanted = plain(typed)
  if (wanted === '') return []
  const found = index.filter(({ number }) => plain(number).startsWith(wanted))
  return [...found].sort(
    (a, b) => plain(a.number).length - plain(b.number).length || inOrder.compare(a.number, b.number),
  )
}
