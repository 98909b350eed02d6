import { describe, expect, test } from 'vitest'
import { findSecrets, redactBoxes } from '../../../../src/main/papers/redact/find-secrets.ts'
import type { Box } from '../../../../src/shared/model/letter.ts'

const secrets = { numbers: ['900123456'], last4: ['3456'], texts: ['ZOË MUÑOZ', '12 Sample St'] }
const found = (text: string) => findSecrets([{ text }], secrets).map(({ from, to }) => text.slice(from, to))

test.each<[string, string[]]>([
  ['Social security number: 900-12-3456', ['900-12-3456']],
  ['SSN XXX-XX-3456', ['XXX-XX-3456']],
  ['SSN ***-**-3456', ['***-**-3456']],
  ['SSN xxx – xx – 3456', ['xxx – xx – 3456']],
  ['SSN 9OO-l2-3456', ['9OO-l2-3456']],
  ['Your spouse 901-22-7788', ['901-22-7788']],
  ['Employer ID 90-1234567', ['90-1234567']],
  ['Employer ID XX-XXX7788', ['XX-XXX7788']],
  ['900 12 3456', ['900 12 3456']],
  ['900123456 AB EXAM 30 0 202212 670', ['900123456']],
  ['900123456 AB MUNO 30 0 202212 670', ['900123456', 'MUNO']],
  ['MUNO 30 0 202212 670 00000594781', ['MUNO']],
  ['MUNO and others', []],
  ['9407 1000 0000 0000 0000 01', ['9407 1000 0000 0000 0000 01']],
  ['Sent by 9407100000000000000001.', ['9407100000000000000001']],
  ['9 0 0 1 2 3 4 5 6', ['9 0 0 1 2 3 4 5 6']],
  ['ending in 3456', ['3456']],
  ['It ends in 3456.', ['3456']],
  ['(3456), as printed', ['3456']],
  ['ending in ...3456', ['3456']],
  ['ending in 3456, or 3456', ['3456', '3456']],
  ['Dear Zoë Muñoz:', ['Zoë Muñoz']],
  ['MUNOZ ZOE', ['MUNOZ ZOE']],
  ['12 SAMPLE ST', ['SAMPLE']],
  ['Amount due $3,456.00', []],
  ['Amount due $3456', []],
  ['Amount due 3456.00', []],
  ['Amount due 1,3456', []],
  ['Number 13456', []],
  ['Number 34567', []],
  ['Notice CP504', []],
  ['Phone 800-829-1040', []],
  ['January 30, 2026', []],
  ['PO Box 9019', []],
  ['Caller ID 123456', []],
])('%s: takes out %j', (text, spots) => {
  expect(found(text)).toEqual(spots)
})

test('a number of which four digits are known is searched for, one with three is not', () => {
  const of = (digits: string) =>
    findSecrets([{ text: 'It is 12-3 or 45 6 7' }], { numbers: [digits], last4: [], texts: [] })
  expect(of('4567')).toEqual([{ line: 0, from: 14, to: 20 }])
  expect(of('123')).toEqual([])
})

test('a line whose length changes when folded is removed completely', () => {
  const texts = ['Straße Weg']
  const line = { text: 'An der Straße Weg 12' }
  expect(findSecrets([line], { numbers: [], last4: [], texts })).toEqual([
    { line: 0, from: 0, to: line.text.length },
  ])
})

describe('the redacted area', () => {
  const line = { text: 'Number 900-12-3456 of yours', box: [0.1, 0.5, 0.8, 0.02] as Box }
  const spots = findSecrets([line], secrets)
  test('covers the place with room on each side, above and below', () => {
    const [[x, y, width, height] = [0, 0, 0, 0]] = redactBoxes([line], spots, 0)
    const characterWidth = 0.8 / line.text.length
    expect(x).toBeLessThan(0.1 + 7 * characterWidth)
    expect(x + width).toBeGreaterThan(0.1 + 18 * characterWidth)
    expect([y < 0.5, y + height > 0.52]).toEqual([true, true])
  })
  test.each<[string, Box, number, Box]>([
    // Nineteen digits and hyphens from the eighth of twenty-seven characters on; two characters of room, then a thousandth or so.
    ['in a line', [0.1, 0.5, 0.54, 0.02], 0, [0.196, 0.495, 0.308, 0.03]],
    ['with a tenth of the line on each side', [0.1, 0.5, 0.54, 0.02], 0.1, [0.182, 0.495, 0.336, 0.03]],
    ['at the top of the page', [0.1, 0.002, 0.54, 0.02], 0, [0.196, 0, 0.308, 0.027]],
    ['at the bottom of the page', [0.1, 0.985, 0.54, 0.02], 0, [0.196, 0.98, 0.308, 0.02]],
    ['over the whole width of the page', [0, 0.5, 1, 0.02], 1, [0, 0.495, 1, 0.03]],
  ])('is at its exact place %s', (_where, box, room, expected) => {
    const [found] = redactBoxes([{ ...line, box }], spots, room)
    expect(found?.map((value) => Math.round(value * 1000) / 1000)).toEqual(expected)
  })
  test('in a very short line leaves a margin of two characters', () => {
    const [[x, , width] = [0, 0, 0, 0]] = redactBoxes(
      [{ text: 'ab 3456', box: [0.1, 0.5, 0.07, 0.02] }],
      [{ line: 0, from: 3, to: 7 }],
      0.01,
    )
    expect([x, x + width]).toEqual([expect.closeTo(0.106), expect.closeTo(0.174)])
  })
  test('is the whole line at most', () => {
    const [[x, , width] = [0, 0, 0, 0]] = redactBoxes([line], spots, 1)
    expect([x, x + width]).toEqual([expect.closeTo(0.096), expect.closeTo(0.904)])
  })
})
