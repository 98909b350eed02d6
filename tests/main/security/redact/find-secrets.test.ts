import { describe, expect, test } from 'vitest'
import { findSecrets, redactBoxes } from '../../../../src/main/security/redact/find-secrets.ts'
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

describe('what is burnt', () => {
  const line = { text: 'Number 900-12-3456 of yours', box: [0.1, 0.5, 0.8, 0.02] as Box }
  const spots = findSecrets([line], secrets)
  test('covers the place with room on each side, above and below', () => {
    const [[x, y, width, height] = [0, 0, 0, 0]] = redactBoxes([line], spots, 0)
    const sign = 0.8 / line.text.length
    expect(x).toBeLessThan(0.1 + 7 * sign)
    expect(x + width).toBeGreaterThan(0.1 + 18 * sign)
    expect([y < 0.5, y + height > 0.52]).toEqual([true, true])
  })
  test('is the whole line at most', () => {
    const [[x, , width] = [0, 0, 0, 0]] = redactBoxes([line], spots, 1)
    expect([x, x + width]).toEqual([expect.closeTo(0.096), expect.closeTo(0.904)])
  })
})
