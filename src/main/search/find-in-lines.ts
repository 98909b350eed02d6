import type { Box, Line } from '../../shared/model/letter.ts'
import { fold, foldedLine } from '../../shared/text/fold.ts'
import type { SearchQuery } from '../storage/search-index/search-query.ts'

type SnippetPart = { text: string; hit: boolean }
/** Where the terms are: the boxes to highlight, top first, and the text around the first match. */
export type Found = { boxes: Box[]; snippet: SnippetPart[] }

type Place = { line: number; from: number; to: number }

/**
 * null: the lines do not contain all the terms of any alternative. Terms are looked for line by line; a
 * phrase may cross the end of one line.
 */
export function findInLines(query: SearchQuery, lines: readonly Pick<Line, 'text' | 'box'>[]): Found | null {
  const folded = lines.map((line) => ({ text: foldedLine(line.text), original: line.text }))
  if (!mayHold(query, folded.map(({ text }) => text).join(' '))) return null
  for (const terms of query.ways) {
    const places = terms.map((term) => placesOf(term, folded))
    if (places.some((each) => each.length === 0)) continue
    const all = places.flat().sort((a, b) => a.line - b.line || a.from - b.from)
    return { boxes: all.map((place) => boxOf(lines, place)), snippet: snippetOf(lines, all) }
  }
  return null
}

/** A quick check of a folded text: false if its lines cannot contain the terms. */
export const mayHold = ({ ways }: SearchQuery, folded: string): boolean =>
  ways.some((terms) => terms.every((term) => folded.includes(term)))

/**
 * The position of each character in the original is worked out only for the few lines that contain a term.
 */
type FoldedLine = { text: string; original: string }

function placesOf(term: string, lines: readonly FoldedLine[]): Place[] {
  const places = lines.flatMap((folded, line) => placesInLine(term, folded, line))
  return places.length > 0 || !term.includes(' ') ? places : acrossLines(term, lines)
}

function placesInLine(term: string, { text, original }: FoldedLine, line: number): Place[] {
  if (!text.includes(term)) return []
  const { at } = fold(original)
  const places: Place[] = []
  for (let from = text.indexOf(term); from >= 0; from = text.indexOf(term, from + term.length))
    places.push({ line, from: at[from] ?? 0, to: (at[from + term.length - 1] ?? 0) + 1 })
  return places
}

/** A phrase that is broken at the end of a line: its two parts. */
function acrossLines(term: string, lines: readonly FoldedLine[]): Place[] {
  return lines.flatMap((folded, line) => {
    const next = lines[line + 1]
    if (!next) return []
    const from = `${folded.text} ${next.text}`.indexOf(term)
    const end = from + term.length - folded.text.length - 1
    if (from < 0 || from >= folded.text.length || end <= 0) return []
    const [at, nextAt] = [fold(folded.original).at, fold(next.original).at]
    return [
      { line, from: at[from] ?? 0, to: (at.at(-1) ?? 0) + 1 },
      { line: line + 1, from: 0, to: (nextAt[end - 1] ?? 0) + 1 },
    ]
  })
}

/**
 * Only the line's own box is known, so the position in it is estimated from the number of characters, with a
 * little extra room.
 */
function boxOf(lines: readonly Pick<Line, 'text' | 'box'>[], place: Place): Box {
  const line = lines[place.line]
  if (!line) throw new Error('search: a place without its line')
  const [x, y, width, height] = line.box
  const characterWidth = width / Math.max(1, line.text.length)
  const left = Math.max(x, x + (place.from - 1) * characterWidth)
  const right = Math.min(x + width, x + (place.to + 1) * characterWidth)
  return [left, y, right - left, height]
}

/** Enough to see what it is about; more does not fit in a row. */
const snippetLength = 110

function snippetOf(lines: readonly Pick<Line, 'text'>[], places: readonly Place[]): SnippetPart[] {
  const first = places[0]?.line ?? 0
  const parts: SnippetPart[] = []
  let length = 0
  for (let line = first; line < Math.min(lines.length, first + 3) && length < snippetLength; line += 1) {
    const text = lines[line]?.text ?? ''
    if (line > first) parts.push({ text: ' · ', hit: false })
    const here = places.filter((place) => place.line === line)
    parts.push(...partsOf(text, here, line === first ? startBefore(here) : 0))
    length += text.length
  }
  return parts
}

const startBefore = (places: readonly Place[]) => {
  const from = places[0]?.from ?? 0
  return from > snippetLength / 2 ? from - snippetLength / 3 : 0
}

function partsOf(text: string, places: readonly Place[], start: number): SnippetPart[] {
  const from = start > 0 ? text.indexOf(' ', start) + 1 : 0
  const parts: SnippetPart[] = from > 0 ? [{ text: '…', hit: false }] : []
  let done = from
  for (const place of places.filter((each) => each.from >= done)) {
    if (place.from < done) continue
    parts.push({ text: text.slice(done, place.from), hit: false })
    parts.push({ text: text.slice(place.from, place.to), hit: true })
    done = place.to
  }
  parts.push({ text: text.slice(done, done + snippetLength), hit: false })
  return parts.filter((part) => part.text !== '')
}
