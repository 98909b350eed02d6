import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Core } from '../../../src/main/app/core.ts'
import { storeScan } from '../../../src/main/scans/store-scan.ts'
import { openDatabase } from '../../../src/main/storage/database.ts'
import { openLibrary } from '../../../src/main/storage/open-library.ts'
import { indexLetter } from '../../../src/main/storage/search-index/index-letter.ts'
import { type LetterId, noFacts } from '../../../src/shared/model/letter.ts'
import { formerWords, makeOlderKind } from '../../attacks/deleted-for-good.ts'
import { temporaryFolder, testCore } from '../../support.ts'

/** The search index holds three letters at a time, in lower case; these three are found in no other word. */
const rareName = 'QZXJ EXAMPLE'
const inIndex = 'qzx'
const size = 3_000_000
let file: string
let core: Core
beforeEach(() => {
  file = join(temporaryFolder(), 'library.waymark')
  core = testCore(file)
})
afterEach(() => core.close())

async function addRemoved(): Promise<LetterId> {
  const bytes = new Uint8Array(Buffer.alloc(size, 'deleted for good '))
  const added = await core.api['letter:add']({ fileName: 'a.pdf', bytes })
  const [id] = added.ok ? added.value.ids : []
  if (!id) throw new Error('no letter was added')
  await core.idle()
  await core.api['letter:confirm']({ id, facts: { ...noFacts, taxpayerName: rareName } })
  await core.api['letter:remove']({ id, removed: true })
  return id
}
const empty = async (id: LetterId) =>
  expect(await core.api['trash:empty']({ ids: [id], evenWithOpenClock: true })).toEqual({
    ok: true,
    value: { filesRetained: 0 },
  })
const isWiping = async () => (await core.api['trash:wiping'](null)).isWiping
const shownInFile = () =>
  ['deleted for good', rareName, inIndex, formerWords].filter((words) =>
    [file, `${file}-wal`].some((each) => readFileSync(each, { flag: 'a+' }).includes(words)),
  )

test('what was deleted for good is wiped in the background, the search index included, and its room is given back', async () => {
  const id = await addRemoved()
  await empty(id)
  expect(await isWiping()).toBe(true)
  await core.idle()
  expect(await isWiping()).toBe(false)
  expect(shownInFile()).toEqual([])
  expect(statSync(file).size).toBeLessThan(size / 2)
})

test('wiping that was interrupted goes on when the library is opened again', async () => {
  const id = await addRemoved()
  await empty(id)
  await core.close()
  core = testCore(file, undefined, 'browser')
  await core.idle()
  expect(await isWiping()).toBe(false)
  expect(shownInFile()).toEqual([])
  expect(statSync(file).size).toBeLessThan(size / 2)
})

test('a library of an older version is written anew once, because such a version zeroed nothing, and opens again', async () => {
  const id = await addRemoved()
  await core.close()
  makeOlderKind(file, null)
  expect(shownInFile()).toContain(formerWords)
  core = testCore(file)
  await empty(id)
  await core.idle()
  expect(core.state()).toEqual({ kind: 'open', isProtected: false })
  expect(shownInFile()).toEqual([])
  const database = openDatabase(file, null)
  expect(database.pragma('auto_vacuum', { simple: true })).toBe(2)
  database.close()
  const again = await addRemoved()
  await empty(again)
  await core.idle()
  expect(core.state()).toEqual({ kind: 'open', isProtected: false })
})

test('nothing waits for another program that reads the library, and the next start wipes the rest', async () => {
  const id = await addRemoved()
  const other = openDatabase(file, null)
  other.exec('BEGIN')
  other.prepare('SELECT count(*) FROM letter').get()
  await empty(id)
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(await isWiping()).toBe(true)
  await core.close()
  other.close()
  core = testCore(file, undefined, 'browser')
  await core.idle()
  expect(shownInFile()).toEqual([])
})

test('the search index gives up the words of one letter among many, which deleting alone leaves in it', () => {
  const other = join(temporaryFolder(), 'library.waymark')
  const opened = openLibrary(other)
  if (!opened.ok) throw new Error(opened.error.code)
  const library = opened.value
  const ids = Array.from({ length: 40 }, (_, at) => {
    const bytes = new Uint8Array(Buffer.from(`letter ${at}`))
    const kept = storeScan(library, { fileName: 'a.pdf', bytes, keptAt: '2026-11-22T12:00:00.000Z' })
    return kept.ok ? kept.value.ids : []
  }).flat()
  const [first] = ids
  library.write(() => {
    for (const id of ids) {
      const taxpayerName = id === first ? rareName : 'SAM EXAMPLE'
      library.letters.setConfirmed(id, { ...noFacts, taxpayerName })
      indexLetter(library, id)
    }
  })
  const words = () => [other, `${other}-wal`].some((each) => readFileSync(each).includes(inIndex))
  const database = openDatabase(other, null)
  const emptyLog = () => database.pragma('wal_checkpoint(TRUNCATE)')
  library.write(() => {
    library.wiping.note()
    return library.deletion.deleteLetters(ids.slice(0, 1))
  })
  emptyLog()
  expect(words()).toBe(true)
  for (const _ of library.wiping.steps()) expect(library.wiping.isDue()).toBe(true)
  emptyLog()
  expect([words(), library.wiping.isDue()]).toEqual([false, false])
  database.close()
  library.close()
})
