import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { lawFileShapes, lawJsonSchema } from '../../../src/main/content/law-schema.ts'

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
    lawJsonSchema().$defs['notices/*.json'] as Parameters<typeof z.fromJSONSchema>[0],
  )
  const levy = read('notices/levy.json') as object[]
  expect(notices.safeParse(levy).success).toBe(true)
  expect(notices.safeParse([{ ...levy[0], sources: [] }]).success).toBe(false)
})
