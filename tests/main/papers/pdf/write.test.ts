import fc from 'fast-check'
import { expect, it } from 'vitest'
import { loadFonts } from '../../../../src/main/papers/pdf/fonts.ts'
import { typesetItems } from '../../../../src/main/papers/pdf/layout.ts'
import { openPdf, widthOf } from '../../../../src/main/papers/pdf/pdf-cursor.ts'

const paper = await openPdf(await loadFonts('resources'), 'test')

it('measures text as the font does', () => {
  const text = 'Form 9423, AVATAR Type: “To Wit”'
  for (const weight of ['regular', 'bold', 'italic'] as const) {
    expect(widthOf(paper, text, weight, 11)).toBeCloseTo(
      paper.faces[weight].font.widthOfTextAtSize(text, 11),
      6,
    )
  }
})

it('loses no word and no letter, and stays within the width', () => {
  const word = fc.string({
    unit: fc.constantFrom('a', 'W', 'é', 'Ж', '-', 'i', '.'),
    minLength: 1,
    maxLength: 60,
  })
  const texts = fc.array(word, { minLength: 1, maxLength: 40 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(
      texts,
      fc.constantFrom(undefined, '2. Why:'),
      fc.integer({ min: 90, max: 500 }),
      (text, lead, width) => {
        const typeset = typesetItems(paper, [{ text, size: 10, ...(lead ? { lead } : {}) }], width, 'test')
        const lines = typeset.flatMap((each) => each.lines)
        expect(
          lines
            .map((line) => line.text)
            .join('')
            .replaceAll(' ', ''),
        ).toBe(text.replaceAll(' ', ''))
        for (const line of lines) {
          const leadWidth = widthOf(paper, line.lead, 'bold', 10)
          expect(leadWidth + widthOf(paper, line.text, 'regular', 10)).toBeLessThanOrEqual(width + 0.001)
        }
      },
    ),
    { numRuns: 200 },
  )
})
