import { expect, test } from 'vitest'
import { linesFromWords, type Word } from '../../../../src/main/reading/rules/lines-from-words.ts'

const aspect = 612 / 792
const word = (left: number, top: number, text: string, glued?: boolean): Word => ({
  text,
  box: [left / 612, top / 792, (text.length * 5) / 612, 10 / 792],
  confidence: 1,
  size: 10 / 792,
  ...(glued === undefined ? {} : { glued }),
})
const texts = (words: Word[]) => linesFromWords(words, aspect).map((line) => line.text)

test('words on one baseline are one line, from left to right', () => {
  expect(texts([word(83, 100, 'date'), word(50, 100, 'Notice')])).toEqual(['Notice date'])
})

test('two columns on one baseline are two lines', () => {
  expect(texts([word(50, 100, 'Notice'), word(150, 100, 'CP504')])).toEqual(['Notice', 'CP504'])
})

test('a crooked line stays one line', () => {
  expect(texts([word(50, 100, 'Notice'), word(83, 103, 'date'), word(106, 106, 'January')])).toEqual([
    'Notice date January',
  ])
})

test('pieces of one word in a text layer are joined without a blank', () => {
  expect(
    texts([word(50, 100, 'Not', true), word(65, 100, 'ice', true), word(83, 100, 'CP504', true)]),
  ).toEqual(['Notice CP504'])
})

test('in typed text a wide space after a period does not split a line', () => {
  const typed = ['Thank', 'yours', 'which', 'refer', 'reply', 'taxes', 'notice', 'letter', 'number']
  const rows = typed.map((text, at) => word(50, 200 + 20 * at, text))
  expect(texts([word(50, 100, 'Sep.'), word(83, 100, '29,'), ...rows])[0]).toBe('Sep. 29,')
})

test('a logo beside the letterhead is not a word of its first line', () => {
  const logo: Word = {
    ...word(50, 100, 'IRS'),
    box: [50 / 612, 100 / 792, 30 / 612, 22 / 792],
    size: 22 / 792,
  }
  const head = [logo, word(85, 101, 'Department'), word(85, 113, 'Internal')]
  expect(texts(head).toSorted()).toEqual(['Department', 'IRS', 'Internal'])
})
