import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { PageNotes, ScamSigns } from '../../../../src/renderer/features/letter/reading-notes.tsx'
import { noFacts } from '../../../../src/shared/model/letter.ts'
import type { Structure } from '../../../../src/shared/model/structure.ts'

afterEach(cleanup)

const whole: Structure = {
  letterCount: 1,
  cutBecause: [],
  printedPages: [1],
  printedCount: 1,
  missingPages: [],
  reordered: false,
  excludedPages: [],
}
const notesFor = (structure: Partial<Structure>): string[] => {
  render(
    <PageNotes
      reading={{ pages: [1], facts: noFacts, evidence: {}, structure: { ...whole, ...structure } }}
    />,
  )
  return screen.queryAllByRole('listitem').map((item) => item.textContent ?? '')
}

test.each<[Partial<Structure>, string]>([
  [{ missingPages: [3], printedCount: 4 }, 'Page 3 of 4 is missing.'],
  [{ missingPages: [2, 3], printedCount: 4 }, 'Pages 2 and 3 of 4 are missing.'],
  [
    { letterCount: 3, cutBecause: ['page-one', 'number'] },
    'This file held 3 letters. This one begins here because the page says that it is page 1 and the notice number changes.',
  ],
  [{ reordered: true }, 'The pages were in another order.'],
  [{ excludedPages: [{ page: 1, kind: 'fax-cover' }] }, 'Page 1 of the file is a fax cover sheet.'],
])('%j is put into words', (structure, words) => {
  expect(notesFor(structure)).toEqual([expect.stringContaining(words)])
})

test('a whole letter in a file of its own needs no note', () => {
  expect(notesFor({})).toEqual([])
})

test('signs of a scam are called signs, not proof', () => {
  render(
    <ScamSigns
      reading={{ pages: [1], facts: noFacts, evidence: {}, scamIndicators: ['gift-cards', 'arrest'] }}
    />,
  )
  expect(screen.getAllByRole('listitem')).toHaveLength(2)
  expect(screen.getByText(/warning signs, not proof/)).toBeTruthy()
})
