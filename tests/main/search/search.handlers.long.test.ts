import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Core } from '../../../src/main/app/core.ts'
import { factsOf, type LetterId } from '../../../src/shared/model/letter.ts'
import { longestWait, resources, temporaryFolder, testCore } from '../../support.ts'

let core: Core
let file: string
beforeEach(() => {
  file = join(temporaryFolder(), 'library.waymark')
  core = testCore(file)
})
afterEach(() => core.close())

async function add(name: string): Promise<LetterId> {
  const bytes = new Uint8Array(readFileSync(join(resources, 'samples', name)))
  const added = await core.api['letter:add']({ fileName: name, bytes })
  await core.idle()
  if (!added.ok) throw new Error(added.error.code)
  return added.value.ids[0]!
}
const search = (text: string) => core.api['letters:search']({ text })
const ids = async (text: string) => (await search(text)).hits.map(({ id }) => id)

test('the words on every page are found, with page and place, and other letters are not', async () => {
  const lt11 = await add('1-lt11.pdf')
  const l1058 = await add('4-letter-1058.pdf')
  expect(await ids('lt 11')).toEqual([lt11])
  expect(await ids('"letter 1058"')).toEqual([l1058])
  const { hits } = await search('collection due process hearing')
  expect(hits.map(({ id }) => id).sort()).toEqual([lt11, l1058].sort())
  for (const hit of hits) {
    expect(hit.page).not.toBeNull()
    expect(hit.boxes.length).toBeGreaterThan(0)
    expect(hit.snippet.some((part) => part.hit)).toBe(true)
  }
  expect(await ids('zeppelin')).toEqual([])
})

test('all places in one letter are given page by page', async () => {
  const id = await add('1-lt11.pdf')
  const found = await core.api['letter:find']({ id, text: 'levy' })
  if (!found.ok) throw new Error(found.error.code)
  expect(found.value.places.length).toBeGreaterThan(0)
  for (const { boxes } of found.value.places)
    for (const [x, y, width, height] of boxes) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0)
      expect(Math.max(x + width, y + height)).toBeLessThanOrEqual(1)
    }
})

test('what a person corrected or recorded is found, and what it replaced is not', async () => {
  const id = await add('1-lt11.pdf')
  const [letter] = (await core.api['letters:list'](null)).letters
  await core.api['letter:confirm']({ id, facts: { ...factsOf(letter!), taxpayerName: 'ZOË MUÑOZ' } })
  expect(await ids('zoe munoz')).toEqual([id])
  await core.api['letter:record-events']({
    id,
    events: [{ kind: 'phoneCall', day: factsOf(letter!).noticeDate!, note: 'Spoke with Mr. Quill' }],
  })
  expect(await ids('quill')).toEqual([id])
  await core.api['letter:confirm']({ id, facts: { ...factsOf(letter!), taxpayerName: 'ANA DÍAZ' } })
  expect(await ids('munoz')).toEqual([])
})

test('a removed letter is found last and is shown as removed', async () => {
  const id = await add('1-lt11.pdf')
  const other = await add('4-letter-1058.pdf')
  await core.api['letter:remove']({ id: other, removed: true })
  expect((await search('levy')).hits.map((hit) => [hit.id, hit.removed])).toEqual([
    [id, false],
    [other, true],
  ])
})

test.each(['" OR 1=1 --', 'text:levy*', 'NEAR(levy, 3)', '💥💥💥', "'; DROP TABLE letter; --"])(
  'words that mean something to a database are only words: %s',
  async (text) => {
    await add('1-lt11.pdf')
    expect((await search(text)).hits).toEqual([])
    expect(await ids('levy')).toHaveLength(1)
  },
)

test('a letter read by an earlier version becomes searchable in the background, and nothing else about it changes', async () => {
  const id = await add('1-lt11.pdf')
  const before = (await core.api['letters:list'](null)).letters
  await core.close()
  const database = new SqliteDatabase(file)
  database.exec(
    'DELETE FROM page_text; DELETE FROM page_search; DELETE FROM letter_text; DELETE FROM letter_search',
  )
  database.close()
  core = testCore(file, undefined, 'browser')
  await vi.waitFor(
    async () => expect(await search('levy')).toMatchObject({ waiting: 0, hits: [{ id }] }),
    longestWait,
  )
  expect((await core.api['letters:list'](null)).letters).toEqual(before)
})

test('the words of a page are stored once, however often it is read', async () => {
  const id = await add('1-lt11.pdf')
  await core.api['letter:read-again']({ id })
  await core.idle()
  expect(await ids('lt11')).toEqual([id])
  await core.close()
  const database = new SqliteDatabase(file)
  const counts = ['page_text', 'page_search'].map((table) =>
    database.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
  )
  database.close()
  expect(counts[0]).toBe(counts[1])
  core = testCore(file)
})
