import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { errorWords, t } from '../../../src/renderer/i18n/words.ts'

test('a count picks the plural form', () => {
  expect(t('search.found', { count: 1 })).toBe('Found in 1 letter.')
  expect(t('search.found', { count: 12 })).toBe('Found in 12 letters.')
})

/** Every code that stands in the sources as a failure: `code: 'x'`, or in a union of codes. */
const failure = /(?:code: |\| |Failure<\s*)'([a-z]+\.[a-z0-9-]+)'/g
const codes = new Set(
  globSync('src/**/*.{ts,tsx}').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(failure)].map(([, code]) => code ?? ''),
  ),
)

test.each([...codes].sort())('the failure %s has its own words', (code) => {
  expect(errorWords(code)).not.toContain(code)
})

test('the failures were found in the sources', () => {
  expect([...codes]).toEqual(expect.arrayContaining(['scan.password', 'library.disk-full', 'api.no-key']))
})

test('a failure without words still says what to do', () => {
  expect(errorWords('some.bug')).toContain('some.bug')
})
