import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findInLines } from '../../../src/main/search/find-in-lines.ts'
import { searchQueryFrom } from '../../../src/main/storage/search-index/search-query.ts'
import type { Box } from '../../../src/shared/model/letter.ts'
import { fold, foldedText } from '../../../src/shared/text/fold.ts'

const lines = (...texts: string[]) =>
  texts.map((text, index) => ({ text, box: [0.1, index / 10, 0.8, 0.02] as Box }))
const find = (typed: string, ...texts: string[]) => findInLines(searchQueryFrom(typed), lines(...texts))
const hits = (typed: string, ...texts: string[]) =>
  find(typed, ...texts)
    ?.snippet.filter((part) => part.hit)
    .map((part) => part.text) ?? null

test.each([
  ['munoz', 'ROSA MUÑOZ', ['MUÑOZ']],
  ['MUÑOZ', 'Rosa Munoz', ['Munoz']],
  ['grossmuller', 'HANS GRÖßMÜLLER', ['GRÖßMÜLLER']],
  ['GRÖßMÜLLER', 'Hans Grossmuller', ['Grossmuller']],
  ['großmüller', 'HANS GRÖSSMÜLLER', ['GRÖSSMÜLLER']],
  ['lukasz', 'ŁUKASZ BØRGE', ['ŁUKASZ']],
  ['borge', 'ŁUKASZ BØRGE', ['BØRGE']],
  ['a1b2c3d4', 'Upload code: A1B2-C3D4', ['A1B2-C3D4']],
  ['A1B2-C3D4', 'Upload code: A1B2C3D4', ['A1B2C3D4']],
  ['cp 504', 'Notice CP504', ['CP504']],
  ['cp504', 'Notice CP 504', ['CP 504']],
  ['CP-504', 'Notice CP504', ['CP504']],
  ['P50', 'Notice CP504', ['P50']],
  ['9533.53', 'Amount due $9,533.53', ['9,533.53']],
  ['$9,533.53', 'Amount due 9533.53', ['9533.53']],
  ['900123456', 'SSN 900-12-3456', ['900-12-3456']],
  ['900-12-3456', 'SSN 900 and 12 and 3456', null],
  ['tax 2023', 'Tax year ended 2023', ['Tax', '2023']],
  ['levy wages', 'We may take your wages by levy', ['wages', 'levy']],
  ['levy car', 'We may take your wages by levy', null],
  ['"by levy"', 'wages by levy', ['by levy']],
  ['“by levy”', 'wages by levy', ['by levy']],
  ['"levy by"', 'wages by levy', null],
  ["taxpayer's", 'The taxpayer’s rights', ['taxpayer’s']],
  ['李小龍', '李小龍 EXAMPLE', ['李小龍']],
  ['straße', 'Lange Straße 4', ['Straße']],
  ['ﬁnal', 'Final notice', ['Final']],
  ['50% (levy)', 'Levy of 50%', ['Levy', '50']],
])('%s in "%s" marks %j', (typed, text, expected) => {
  expect(hits(typed, text)).toEqual(expected)
})

test.each(['', '  ', 'a', 'cp', '"', '--', 'a b', '* ?'])('"%s" is too short to search for', (typed) => {
  expect(searchQueryFrom(typed).ways).toEqual([])
})

test('what an earlier version indexed is looked for as it stands there, too', () => {
  expect(searchQueryFrom('straße').ways).toEqual([['strasse'], ['straße']])
  expect(searchQueryFrom('A1B2-C3D4').ways).toEqual([['a1b2c3d4'], ['a1b2-c3d4']])
})

test('short words must appear in the text too', () => {
  expect(hits('is levy', 'This is a levy')).toEqual(['is', 'is', 'levy'])
  expect(hits('xy levy', 'This is a levy')).toBeNull()
})

describe('where it appears', () => {
  test('the box covers the words, inside their line', () => {
    const box = find('levy', 'intent to levy soon')?.boxes[0]
    const characterWidth = 0.8 / 'intent to levy soon'.length
    expect(box?.[0]).toBeCloseTo(0.1 + 9 * characterWidth)
    expect(box?.[2]).toBeCloseTo(6 * characterWidth)
  })

  test('a box never leaves its line', () => {
    expect(find('levy', 'levy')?.boxes).toEqual([[0.1, 0, 0.8, 0.02]])
  })

  test('every place is given, from top to bottom', () => {
    const found = find('levy', 'levy and levy', 'nothing', 'a levy')
    expect(found?.boxes.map(([, y]) => y)).toEqual([0, 0, 0.2])
  })

  test('a phrase across the end of a line has two boxes', () => {
    expect(find('"final notice"', 'This is your final', 'notice of intent')?.boxes.map(([, y]) => y)).toEqual(
      [0, 0.1],
    )
  })
})

describe('the words around', () => {
  const text = (typed: string, ...texts: string[]) =>
    find(typed, ...texts)
      ?.snippet.map((part) => part.text)
      .join('')
  test('a short line continues with the next ones', () => {
    expect(text('cp504', 'CP504', 'Notice date', 'May 5, 2026', 'Page 1')).toBe(
      'CP504 · Notice date · May 5, 2026',
    )
  })
  test('a long line begins near the match', () => {
    const snippet = text('needle', `${'hay '.repeat(60)}needle ${'hay '.repeat(60)}`) ?? ''
    expect(snippet).toMatch(/^…hay .*needle hay/)
    expect(snippet.length).toBeLessThan(220)
  })
})

test('the fast check folds as the exact one does', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), printed), { maxLength: 5 }),
      (texts) => {
        expect(foldedText(texts)).toBe(texts.map((text) => fold(text).text).join(' '))
      },
    ),
  )
})
const printed = fc.stringMatching(/^(CP|LT|\$|-|,|\d| |é|Ñ|’){0,12}$/)
