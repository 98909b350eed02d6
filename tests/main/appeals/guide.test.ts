import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { languages } from '../../../src/shared/i18n/languages.ts'
import { resources } from '../../support.ts'
import { wordsByLanguage } from '../../words-by-language.ts'
import { textOfPdf } from '../papers/pdf/pdf-text.ts'

/** How lines are broken, and ligatures, are the printer's affair. */
const bare = (text: string) => text.normalize('NFKC').replace(/\s+/g, '')

test.each(languages.map((language) => [language, wordsByLanguage[language].guide] as const))(
  'the guide as PDF in %s says what the guide in the app says (else: npm run guide)',
  async (language, guide) => {
    const file = readFileSync(join(resources, 'guide', `waymark-guide-${language}.pdf`))
    expect(file.length).toBeLessThan(3 * 1024 * 1024)
    const text = bare((await textOfPdf(new Uint8Array(file))).join(''))
    const { steps, phone, limits, pictures, title } = guide
    const wanted = [steps, phone, limits, pictures].flatMap((part) => Object.values(part))
    expect([title, ...wanted].filter((each) => !text.includes(bare(each)))).toEqual([])
  },
)
