import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { folderFiles } from '../../../src/main/content/content-files.ts'
import { lawFileShapes, lawJsonSchema } from '../../../src/main/content/law-schema.ts'
import { noticeFilesIn } from '../../../src/main/content/notice-files.ts'

const read = (file: string): unknown => JSON.parse(readFileSync(`resources/law/${file}`, 'utf8'))

test('the published schema is current (else: npm run --silent waymark -- law-schema > resources/law/schema.json)', () => {
  expect(read('schema.json')).toEqual(JSON.parse(JSON.stringify(lawJsonSchema())))
})

test('the schema has one definition per law file, and no dangling reference', () => {
  const schema = lawJsonSchema()
  expect(Object.keys(schema.$defs).sort()).toEqual(Object.keys(lawFileShapes).sort())
  expect(JSON.stringify(schema)).not.toContain('"$ref"')
})

test('the schema refuses a notice without a source and accepts the ones we have', () => {
  const notices = z.fromJSONSchema(
    lawJsonSchema().$defs['notices/*/*.json'] as Parameters<typeof z.fromJSONSchema>[0],
  )
  const files = noticeFilesIn(folderFiles('resources'))
  const refused = files.filter(({ raw }) => !notices.safeParse(raw).success)
  expect([files.length > 90, refused.map(({ path }) => path)]).toEqual([true, []])
  const levy = read('notices/levy/CP90.json') as object
  expect(notices.safeParse({ ...levy, sources: [] }).success).toBe(false)
})
