import { expect, test } from 'vitest'
import { plainCharacters } from '../../../../src/main/reading/files/plain-characters.ts'

test.each([
  ['full-width forms', 'ＣＰ５０４　＄４，３１８．２７', 'CP504 $4,318.27'],
  ['Arabic and Devanagari digits', '٢٠٢٥ ۲۰۲۵ २०२५', '2025 2025 2025'],
  ['Cyrillic letters before digits', 'СР504 and Nоtiсе', 'CP504 and Notice'],
  ['Greek capitals before digits', 'ΡΟ ΒΟΧ1300', 'ΡΟ BOX1300'],
  ['a word in Cyrillic stays', 'Почта СССР', 'Почта СССР'],
  ['a raised mark of a note stays', 'CP504² costs ½', 'CP504² costs ½'],
  ['accents stay', 'Comuníquese con GRÖßMÜLLER', 'Comuníquese con GRÖßMÜLLER'],
])('%s', (_what, text, plain) => {
  expect(plainCharacters(text)).toBe(plain)
  expect(plainCharacters(text)).toHaveLength(text.length)
})
