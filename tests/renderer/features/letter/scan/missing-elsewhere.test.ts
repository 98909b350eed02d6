import { expect, test } from 'vitest'
import { missingElsewhere } from '../../../../../src/renderer/features/letter/scan/missing-elsewhere.ts'
import { Day } from '../../../../../src/shared/model/day.ts'
import type { Letter, LetterFacts } from '../../../../../src/shared/model/letter.ts'
import type { Structure } from '../../../../../src/shared/model/structure.ts'
import { letterOf } from '../../../memory-api.ts'

function part(
  printedPages: (number | null)[],
  facts: Partial<LetterFacts> = {},
  more: Partial<Structure> = {},
): Letter {
  const letter = letterOf({}, { noticeDate: Day.parse('2026-05-04'), tinLast4: '4411', ...facts })
  const missingPages = [1, 2, 3, 4].filter((page) => !printedPages.includes(page))
  const structure: Structure = {
    letterCount: 1,
    cutBecause: [],
    printedPages,
    printedCount: 4,
    missingPages,
    reordered: false,
    excludedPages: [],
    ...more,
  }
  if (!letter.reading) throw new Error('a letter without a reading')
  return { ...letter, reading: { ...letter.reading, structure } }
}
const lacks3 = part([1, 2, 4])
const found = (other: Letter) => missingElsewhere(lacks3, [lacks3, other]).map(({ pages }) => pages)

test.each<[string, Letter, number[][]]>([
  ['a page of the same letter', part([3]), [[3]]],
  ['a page that does not print its number’s notice', part([3], { noticeCode: null }), [[3]]],
  ['a page of another day', part([3], { noticeDate: Day.parse('2026-06-08') }), []],
  ['a page of another taxpayer', part([3], { tinLast4: '8823' }), []],
  ['a page of a letter of another length', part([3], {}, { printedCount: 6 }), []],
  ['a whole letter of the same kind', part([1, 2, 3, 4]), []],
  ['a page that a person parted from its letter', part([3], {}, { cutBecause: ['person'] }), []],
  [
    'a page from another file, separated there',
    { ...part([3], {}, { cutBecause: ['person'] }), fileName: 'b.pdf' },
    [[3]],
  ],
  [
    'a page that says nothing of its letter',
    part([3], { noticeCode: null, noticeDate: null, tinLast4: null }),
    [],
  ],
  ['a removed page', { ...part([3]), removed: true }, []],
])('%s', (_, other, pages) => {
  expect(found(other)).toEqual(pages)
})

test('a whole letter lacks nothing, so nothing is looked for', () => {
  const whole = part([1, 2, 3, 4])
  expect(missingElsewhere(whole, [whole, part([3])])).toEqual([])
})
