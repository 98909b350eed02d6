import { expect, test } from 'vitest'
import { withKnownPhrases } from '../../../../src/main/reading/rules/known-phrases.ts'
import type { PageText } from '../../../../src/shared/model/letter.ts'

const page = (text: string, source: PageText['source'] = 'ocr'): PageText => ({
  page: 1,
  aspect: 0.77,
  source,
  rotation: 0,
  lines: [{ text, box: [0.1, 0.1, 0.2, 0.01], confidence: 0.9 }],
})
const mended = (text: string, source?: PageText['source']) =>
  withKnownPhrases(page(text, source)).lines[0]?.text

test.each([
  ['Nepartment of the Treasury', 'Department of the Treasury'],
  ['lnternal Revenue Servlce', 'Internal Revenue Service'],
  ['INTERNAL REVENUE SERVICE', 'INTERNAL REVENUE SERVICE'],
  ['‘Taxpayer Identitication', 'Taxpayer identification'],
  ['Your caller 1D 987673', 'Your caller ID 987673'],
  ['‘To contact us', 'To contact us'],
  ['Department of the ‘Treasury', 'Department of the Treasury'],
  ['internal Revenue Service', 'Internal Revenue Service'],
  ['social security number', 'social security number'],
])('%s is %s', (read, printed) => {
  expect(mended(read)).toBe(printed)
})

test.each([
  'Internal Revenue Services',
  'Internal Revenue Senate Club',
  'Department of the Treasures',
  'Employee identification number',
  'Your caller list',
  '987673',
])('%s stays as it was read', (read) => {
  expect(mended(read)).toBe(read)
})

test('a text layer is taken as is', () => {
  expect(mended('Your caller 1D', 'text-layer')).toBe('Your caller 1D')
})
