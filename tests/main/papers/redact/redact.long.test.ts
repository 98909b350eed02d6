import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Core } from '../../../../src/main/app/core.ts'
import { ExportedScan } from '../../../../src/main/storage/export-format.ts'
import { noAnswers } from '../../../../src/shared/model/appeal.ts'
import type { LetterId } from '../../../../src/shared/model/letter.ts'
import { resources, temporaryFolder, testCore } from '../../../support.ts'

let core: Core
beforeEach(() => {
  core = testCore()
})
afterEach(() => core.close())

async function add(name: string): Promise<LetterId> {
  const bytes = new Uint8Array(readFileSync(join(resources, 'samples', name)))
  const added = await core.api['letter:add']({ fileName: name, bytes })
  await core.idle()
  if (!added.ok) throw new Error(added.error.code)
  return added.value.ids[0]!
}

/** What a reader finds in the copy; it has no text layer, so this is what the pixels say. */
async function wordsOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const other = testCore()
  try {
    const added = await other.api['letter:add']({ fileName: 'copy.pdf', bytes })
    await other.idle()
    if (!added.ok) throw new Error(added.error.code)
    const exported = await other.api['library:export'](null)
    if (!exported.ok) throw new Error(exported.error.code)
    const files = unzipSync(exported.value.bytes)
    const scan = Object.keys(files).find((path) => path.endsWith('scan.json')) ?? ''
    const { pages } = ExportedScan.pick({ pages: true }).parse(
      JSON.parse(strFromU8(files[scan] ?? new Uint8Array())),
    )
    return pages.flatMap(({ lines }) => lines.map(({ text }) => text)).join('\n')
  } finally {
    await other.close()
  }
}

test('the number, name and address are gone from pixels and file, and the rest can be read', async () => {
  const id = await add('1-lt11.pdf')
  // The joint filer's number ends in digits that this letter prints elsewhere: alone, and without the shape of a number.
  const answers = { ...noAnswers, tin: '900-55-4411', jointTin: '901-22-9465' }
  await core.api['letter:answer']({ id, answers })
  const copy = await core.api['letter:redacted']({ id, namesToo: true })
  if (!copy.ok) throw new Error(copy.error.code)
  expect(copy.value.redacted).toBeGreaterThan(3)
  const words = await wordsOf(copy.value.bytes)
  expect(words).not.toMatch(/4411|9465|BRIGHTWATER|ALDER/i)
  expect(words).toMatch(/LT ?11/)
  expect(words).toMatch(/9423/)
  const file = join(temporaryFolder(), 'copy.pdf')
  writeFileSync(file, copy.value.bytes)
  expect(execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }).trim()).toBe('')
  expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).not.toMatch(/Title|Author|Creat|Mod|Producer/)
})

test('a scan is saved as a PDF in which its words are found', async () => {
  const id = await add('2-cp523.jpg')
  const copy = await core.api['letter:searchable']({ id })
  if (!copy.ok) throw new Error(copy.error.code)
  const file = join(temporaryFolder(), 'letter.pdf')
  writeFileSync(file, copy.value.bytes)
  const words = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' })
  expect(words).toMatch(/CP ?523/)
  expect(words).toMatch(/BRIGHTWATER/i)
  const pages = Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }))?.[1])
  const { letters } = await core.api['letters:list'](null)
  expect(pages).toBe(letters[0]?.pages.length)
})
