import { expect, test } from 'vitest'
import { z } from 'zod'
import {
  fromStored,
  storedSchema,
  toStored,
  withBothNames,
  withCurrentNames,
} from '../../../src/main/storage/stored-names.ts'
import { Reading } from '../../../src/shared/model/letter.ts'
import { ScanPages } from '../../../src/shared/model/page-layout-override.ts'

/** As the first version wrote it. */
const stored = '{"scan":{"turns":[],"letters":null,"asides":[3]},"signs":["arrest"],"arrangement":null}'
const current = {
  scan: { turns: [], letters: null, excludedPages: [3] },
  scamIndicators: ['arrest'],
  layoutOverride: null,
}

test('JSON of the first version is read under the current names and written under the old ones', () => {
  expect(fromStored(stored)).toEqual(current)
  expect(toStored(current)).toBe(stored)
})

test('a value that holds an old name as its text is left alone', () => {
  const values = { title: 'signs', list: ['asides', 'arrangement'] }
  expect(fromStored(toStored(values))).toEqual(values)
})

test('JSON that nests a hundred thousand times is no problem', () => {
  const deep = `${'['.repeat(100_000)}{"asides":[]}${']'.repeat(100_000)}`
  expect(() => withCurrentNames(JSON.parse(deep))).not.toThrow()
})

test('the command line prints both names', () => {
  expect(JSON.parse(withBothNames(current))).toMatchObject({
    ...current,
    signs: ['arrest'],
    arrangement: null,
  })
  expect(JSON.parse(withBothNames(current)).scan).toMatchObject({ asides: [3], excludedPages: [3] })
})

test('the published schema describes what is stored', () => {
  const schema = JSON.stringify(storedSchema(z.toJSONSchema(z.object({ Reading, ScanPages }))))
  for (const name of ['asides', 'signs', 'arrangement']) expect(schema).toContain(`"${name}"`)
  expect(schema).not.toMatch(/excludedPages|scamIndicators|layoutOverride/)
})
