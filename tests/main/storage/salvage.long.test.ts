import { openSync, readFileSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Core } from '../../../src/main/app/core.ts'
import { storeScan } from '../../../src/main/scans/store-scan.ts'
import { openLibrary } from '../../../src/main/storage/open-library.ts'
import { longestWait, temporaryFolder, testCore } from '../../support.ts'

/** A library that does not open, on the way from the damage to the letters that are left. */
const passphrase = 'four velvet otter words test'
let core: Core
afterEach(() => core?.close())

const contentOf = (name: string) => new Uint8Array(Buffer.from(name.repeat(100_000)))
const names = ['a', 'b', 'c', 'd', 'e', 'f']

function makePlain(file: string): void {
  const library = openLibrary(file)
  if (!library.ok) throw new Error(library.error.code)
  for (const name of names)
    storeScan(library.value, { fileName: name, bytes: contentOf(name), keptAt: '2026-11-22T12:00:00.000Z' })
  library.value.close()
}
const write = (file: string, at: number, bytes: Uint8Array) => {
  const handle = openSync(file, 'r+')
  writeSync(handle, bytes, 0, bytes.length, at)
}
const cutOff = (file: string) =>
  truncateSync(file, Math.floor((statSync(file).size * 0.6) / 4096) * 4096 + 77)

/** The app meets the damaged file. */
async function meet(damage: (file: string) => void): Promise<string> {
  const file = join(temporaryFolder(), 'library.waymark')
  core = testCore(file, '2026-11-22', 'browser', 'ask')
  makePlain(file)
  damage(file)
  await core.api['library:try-again'](null)
  return file
}
const unavailable = () => {
  const state = core.state()
  if (state.kind !== 'unavailable') throw new Error(`the library is ${state.kind}`)
  return state
}
const lettersNow = async () => (await core.api['letters:list'](null)).letters.map(({ fileName }) => fileName)

describe.each([
  ['cut off', cutOff, 'library.damaged', 3],
  ['with another header', (file: string) => write(file, 0, Buffer.alloc(60, 7)), 'library.not-a-library', 6],
  [
    'with a flipped bit in its header',
    (file: string) => write(file, 21, Buffer.from([65])),
    'library.damaged',
    6,
  ],
] as const)('a library %s', (_name, damage, code, atLeast) => {
  test('says so, shows what can be saved, and continues with it; the file itself is kept', async () => {
    const file = await meet(damage)
    const before = readFileSync(file)
    expect(unavailable()).toMatchObject({ code, sealed: false, salvaged: null })
    expect(await core.api['library:salvage']({ proof: null })).toEqual({ ok: true, value: null })
    const { salvaged } = unavailable()
    expect(salvaged?.letters).toBeGreaterThanOrEqual(atLeast)
    expect(salvaged?.lostRows).toBeLessThan(30)
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(statSync(`${file}.rescued`).mode & 0o777).toBe(0o600)
    const used = await core.api['library:use-salvaged'](null)
    if (!used.ok) throw new Error(used.error.code)
    expect(await lettersNow()).toHaveLength(salvaged?.letters ?? 0)
    expect(readFileSync(join(dirname(file), 'backups', used.value.savedAs)).equals(before)).toBe(true)
  })
})

test('of which a page in the middle is lost opens, shows its damage at use, and can be salvaged too', async () => {
  const file = await meet(() => undefined)
  expect(await core.api['library:salvage']({ proof: null })).toEqual({
    ok: false,
    error: { code: 'library.available' },
  })
  await core.close()
  write(file, (rootOf(file, 'letter') - 1) * 4096, Buffer.alloc(4096, 0xff))
  core = testCore(file, '2026-11-22', 'browser', 'ask')
  expect(await core.call('letters:list', null)).toMatchObject({
    ok: false,
    error: { code: 'library.damaged' },
  })
  expect(await core.api['library:salvage']({ proof: null })).toEqual({ ok: true, value: null })
  // What was known of the letters is lost with their page; their originals are not, and are read anew.
  expect(unavailable()).toMatchObject({ code: 'library.damaged', salvaged: { letters: 6 } })
})

test('a protected library asks for its passphrase, even if its header is lost, and is protected afterwards', async () => {
  const file = join(temporaryFolder(), 'library.waymark')
  core = testCore(file, '2026-11-22', 'browser', 'ask')
  await core.api['library:create']({ passphrase })
  for (const name of names) await core.api['letter:add']({ fileName: `${name}.pdf`, bytes: contentOf(name) })
  await core.api['library:lock'](null)
  cutOff(file)
  write(file, 16, Buffer.alloc(8, 1))
  await core.api['library:try-again'](null)
  expect(unavailable()).toMatchObject({ code: 'library.not-a-library', sealed: true })
  const refused = { ok: false, error: { code: 'salvage.needs-passphrase' } }
  expect(await core.api['library:salvage']({ proof: null })).toEqual(refused)
  const wrong = { kind: 'passphrase', passphrase: 'not the passphrase' } as const
  expect(await core.api['library:salvage']({ proof: wrong })).toMatchObject({ ok: false })
  const proof = { kind: 'passphrase', passphrase } as const
  const working = vi.waitFor(() => expect(core.state()).toMatchObject({ kind: 'working', what: 'salvage' }), {
    timeout: longestWait,
    interval: 2,
  })
  expect(await core.api['library:salvage']({ proof })).toEqual({ ok: true, value: null })
  await working
  const { salvaged } = unavailable()
  expect(salvaged?.letters).toBeGreaterThanOrEqual(3)
  expect((await core.api['library:use-salvaged'](null)).ok).toBe(true)
  expect(core.state()).toEqual({ kind: 'locked', passphrase: true })
  expect(readFileSync(file).includes('SQLite format 3')).toBe(false)
  expect(await core.api['library:unlock'](proof)).toEqual({ ok: true, value: null })
  expect(await lettersNow()).toHaveLength(salvaged?.letters ?? 0)
})

test('a damaged protected library is distinguished from a wrong passphrase when it is unlocked', async () => {
  const file = join(temporaryFolder(), 'library.waymark')
  core = testCore(file, '2026-11-22', 'browser', 'ask')
  await core.api['library:create']({ passphrase })
  for (const name of names) await core.api['letter:add']({ fileName: `${name}.pdf`, bytes: contentOf(name) })
  await core.api['library:lock'](null)
  cutOff(file)
  const refused = await core.api['library:unlock']({ kind: 'passphrase', passphrase })
  expect(refused).toEqual({ ok: false, error: { code: 'library.damaged' } })
  expect(unavailable()).toMatchObject({ code: 'library.damaged', sealed: true })
})

test('an empty file yields nothing, and is kept when a new library is started', async () => {
  const file = await meet((path) => writeFileSync(path, ''))
  expect(unavailable().code).toBe('library.empty')
  expect(await core.api['library:use-salvaged'](null)).toEqual({
    ok: false,
    error: { code: 'salvage.nothing' },
  })
  const aside = await core.api['library:set-aside'](null)
  if (!aside.ok) throw new Error(aside.error.code)
  expect(core.state()).toEqual({ kind: 'new' })
  expect(statSync(join(dirname(file), 'backups', aside.value.savedAs)).size).toBe(0)
  expect(await core.api['library:set-aside'](null)).toEqual({
    ok: false,
    error: { code: 'library.available' },
  })
})

function rootOf(file: string, table: string): number {
  const database = new SqliteDatabase(file, { readonly: true })
  const root = database.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table)
  database.close()
  return Number(root)
}
