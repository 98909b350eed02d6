import { expect, test } from 'vitest'
import { placesOfFacts, secondSightOf } from '../../../../src/main/reading/rules/two-readings.ts'
import { noFacts } from '../../../../src/shared/model/facts.ts'
import type { Box, Line, PageText, Reading } from '../../../../src/shared/model/letter.ts'

/** A day that runs over two lines of a sentence, with what the second engine read of both. */
const sentence = (again?: [string, string]): PageText => ({
  page: 1,
  aspect: 0.77,
  source: 'ocr',
  rotation: 0,
  lines: [
    line('unless you meet the terms of your plan with us by December', 0.5, again?.[0]),
    line('9, 2026 we will end it and may levy what you have', 0.52, again?.[1]),
    line('or what you are paid by others in the year 2027', 0.54),
  ],
})
const line = (text: string, top: number, again?: string): Line => ({
  text,
  box: [0.1, top, 0.6, 0.012],
  confidence: 0.96,
  ...(again === undefined ? {} : { again }),
})
const box: Box = [0.1, 0.5, 0.6, 0.032]
const reading: Pick<Reading, 'facts' | 'evidence'> = {
  facts: { ...noFacts, terminationDate: '2026-12-09' as Reading['facts']['terminationDate'] },
  evidence: {
    terminationDate: {
      page: 1,
      box,
      raw: 'December 9, 2026',
      confidence: 0.96,
      rule: 'termination-sentence',
    },
  },
}

test('of a day that runs over two lines, the end of the one and the start of the other are read again', () => {
  const places = placesOfFacts([reading], sentence())
  expect(places.map(({ line }) => line.text.slice(0, 6))).toEqual(['unless', '9, 202'])
  const [first, second] = places
  expect(first?.box[0]).toBeGreaterThan(0.5)
  expect(second?.box[0]).toBe(0.1)
  expect(second?.box[2]).toBeLessThan(0.2)
})

test.each<[string, [string, string], unknown]>([
  ['agree', ['us byDecember', '9,2026we w'], undefined],
  ['differ', ['us byDecember', '8,2026we w'], { reason: 'two-readings', other: '2026-12-08' }],
  ['do not see it', ['', ''], { reason: 'one-reading', other: null }],
])('both lines together count: they %s', (_, again, want) => {
  expect(secondSightOf(reading, [sentence(again)]).doubts.terminationDate).toEqual(want)
})

test('a page on which nobody looked again keeps its confidence', () => {
  expect(secondSightOf(reading, [sentence()])).toEqual({ evidence: reading.evidence, doubts: {} })
})
