import { expect, test } from 'vitest'
import { loadFonts } from '../../../../src/main/papers/pdf/fonts.ts'
import { familySheet } from '../../../../src/main/papers/sheets/family-sheet.ts'
import { law } from '../../../law.ts'
import { textOfPdf } from '../pdf/pdf-text.ts'

const fonts = await loadFonts('resources')

test.each(law.families.map(({ id }) => id))(
  'the sheet of %s is one page with every notice of the family',
  async (family) => {
    const sheet = await familySheet(law, family, fonts)
    if (!sheet.ok) throw new Error(sheet.error.code)
    const pages = await textOfPdf(sheet.value)
    expect(pages).toHaveLength(1)
    const text = pages.join(' ').replace(/\s+/g, ' ')
    for (const notice of law.notices.filter((each) => each.family === family))
      expect(text).toContain((notice.printedAs[0] ?? '').split(' ').at(-1))
    expect(text).toContain('Checked by')
  },
)
