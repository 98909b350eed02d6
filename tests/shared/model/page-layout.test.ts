import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LayoutStep, type PageLayout, stepped } from '../../../src/shared/model/page-layout.ts'
import { isWhole } from '../../../src/shared/model/page-layout-override.ts'

const layout = (letters: number[][], excludedPages: number[] = []): PageLayout => ({
  letters: letters.map((pages) => ({ pages, inThisOrder: false })),
  excludedPages,
})
const pagesOf = (result: PageLayout | null) =>
  result && [result.letters.map(({ pages }) => pages), result.excludedPages]

const two = layout([
  [1, 2],
  [3, 4],
])
test.each<[string, PageLayout, LayoutStep['kind'], number, [number[][], number[]] | null]>([
  [
    'a page moves up in its letter',
    two,
    'earlier',
    2,
    [
      [
        [2, 1],
        [3, 4],
      ],
      [],
    ],
  ],
  ['the first page goes to the letter before', two, 'earlier', 3, [[[1, 2, 3], [4]], []]],
  ['the last page goes to the letter behind', two, 'later', 2, [[[1], [2, 3, 4]], []]],
  ['the very first page has nowhere to go', two, 'earlier', 1, null],
  ['the only page of a letter does not leave it empty', layout([[1], [2]]), 'earlier', 2, null],
  ['a letter begins in the middle', two, 'begin-letter', 4, [[[1, 2], [3], [4]], []]],
  ['a letter does not begin where it begins', two, 'begin-letter', 3, null],
  ['a letter joins the one before', two, 'join-before', 4, [[[1, 2, 3, 4]], []]],
  ['the first letter has none before', two, 'join-before', 1, null],
  ['a page goes aside', two, 'put-aside', 1, [[[2], [3, 4]], [1]]],
  ['a letter of one page goes aside whole', layout([[1], [2]]), 'put-aside', 2, [[[1]], [2]]],
  ['the last page of all stays', layout([[1]]), 'put-aside', 1, null],
  ['a page comes back where the file has it', layout([[1], [3]], [2]), 'take-back', 2, [[[1, 2], [3]], []]],
  ['the first page comes back in front', layout([[2], [3]], [1]), 'take-back', 1, [[[1, 2], [3]], []]],
  ['what is in a letter cannot come back', two, 'take-back', 1, null],
])('%s', (_, before, kind, page, after) => {
  expect(pagesOf(stepped(before, { kind, page }))).toEqual(after)
})

test('an order set by a person is kept; a split alone sets none', () => {
  expect(stepped(two, { kind: 'earlier', page: 2 })?.letters[0]?.inThisOrder).toBe(true)
  expect(stepped(two, { kind: 'begin-letter', page: 2 })?.letters[0]?.inThisOrder).toBe(false)
})

test('whatever steps are taken, each page stays in exactly one place', () => {
  const kinds = ['earlier', 'later', 'begin-letter', 'join-before', 'put-aside', 'take-back'] as const
  const step = fc.record({ kind: fc.constantFrom(...kinds), page: fc.integer({ min: 1, max: 6 }) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let now = layout([[1, 2, 3, 4, 5, 6]])
      for (const each of steps) now = stepped(now, each) ?? now
      expect(isWhole({ turns: [], ...now }, 6)).toBe(true)
      expect(now.letters.every(({ pages }) => pages.length > 0)).toBe(true)
    }),
  )
})
