import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Core } from '../../../src/main/app/core.ts'
import { allow, clinicComputer, helpers, listed, makeClient, must } from './clinic.ts'

const computer = clinicComputer()
let core: Core

async function at(client: string, dated: string, passphrase?: null): Promise<void> {
  const own = computer.start(client)
  await makeClient(own, dated, passphrase)
  must(await allow(own, helpers, passphrase === null ? null : undefined))
  await own.close()
}

beforeAll(async () => {
  await at('Ana', '2026-11-02')
  await at('Ben', '2026-10-30')
  await at('Cora', '2026-11-10', null)
  core = computer.start('own', { startWith: computer.fileOf('Ana') })
}, 60_000)
afterAll(() => core.close())

const open = async () => must(await core.api['helper:unlock']({ passphrase: helpers }))

test('the state says that there are keys, and that they are locked', async () => {
  expect(await core.api['helper:state'](null)).toEqual({ keys: 'locked', allowed: false })
  expect(await listed(core)).toBe('helper.locked')
})

test('one passphrase tells the next day of every library, and each opens without another one', async () => {
  expect(core.state().kind).toBe('locked')
  await open()
  expect(await listed(core)).toBe('Ana: 2026-12-02, Ben: 2026-11-30, Cora: 2026-12-10')
  const found = must(await core.api['helper:list'](null)).libraries
  expect(found[1]?.next).toMatchObject({
    person: 'ALMA EXAMPLE',
    state: 'open',
    daysLeft: 8,
    mailBy: '2026-11-24',
  })
  expect(found[1]?.also).toEqual({ more: 0, waiting: 0, unread: 0, unchecked: 0, reading: 0 })
  must(await core.api['helper:open']({ grant: found[1]?.grant ?? '' }))
  expect([core.state().kind, core.libraryFile()]).toEqual(['open', computer.fileOf('Ben')])
  expect(await core.api['helper:state'](null)).toEqual({ keys: 'open', allowed: true })
  // The open one among them is taken as it is.
  expect(await listed(core)).toBe('Ana: 2026-12-02, Ben: 2026-11-30, Cora: 2026-12-10')
})

test('reading writes nothing into a library and leaves nothing beside it', async () => {
  await open()
  const [ana] = [computer.fileOf('Ana')]
  const before = readFileSync(ana)
  await listed(core)
  expect(readFileSync(ana).equals(before)).toBe(true)
  expect(readdirSync(dirname(ana)).sort()).toEqual(['library.waymark', 'library.waymark.keys'])
})

test('locking the library locks the keys as well', async () => {
  await open()
  must(await core.api['library:lock'](null))
  expect(await core.api['helper:state'](null)).toEqual({ keys: 'locked', allowed: false })
})

test('a wrong passphrase of the helper or of the owner lets nobody in', async () => {
  expect(await core.api['helper:unlock']({ passphrase: 'wrong words' })).toEqual({
    ok: false,
    error: { code: 'helper.wrong-passphrase' },
  })
  await open()
  const found = must(await core.api['helper:list'](null)).libraries
  must(await core.api['helper:open']({ grant: found[0]?.grant ?? '' }))
  expect(await allow(core, helpers, 'not the owner')).toMatchObject({
    error: { code: 'unlock.wrong-passphrase' },
  })
  expect(await allow(core, 'not the helper at all')).toMatchObject({
    error: { code: 'helper.wrong-passphrase' },
  })
})

test('each library that does not open has its own line, and the others are told', async () => {
  await open()
  must(await core.api['library:lock'](null))
  await open()
  const bytes = readFileSync(computer.fileOf('Ana'))
  writeFileSync(computer.fileOf('Ana'), bytes.subarray(0, 4096))
  rmSync(computer.fileOf('Cora'))
  expect(await listed(core)).toBe('Ana: library.damaged, Ben: 2026-11-30, Cora: library.not-there')
  writeFileSync(computer.fileOf('Ana'), 'no library')
  expect(await listed(core)).toMatch(/^Ana: library.not-a-library, Ben: 2026/)
  writeFileSync(computer.fileOf('Ana'), bytes)
  const shared = computer.start('x', {
    startWith: computer.fileOf('Ben'),
    driveOf: (file) => (file.includes('Ana') ? 'shared' : 'local'),
  })
  must(await shared.api['helper:unlock']({ passphrase: helpers }))
  expect(await listed(shared)).toMatch(/^Ana: library.network-drive, Ben: 2026/)
  await shared.close()
})

test('without a folder of its own, a shell offers no helper', async () => {
  const plain = computer.start('plain', { dataFolder: undefined } as never)
  expect(await plain.api['helper:state'](null)).toEqual({ keys: 'unavailable', allowed: false })
  await plain.close()
})

test('starting over deletes the keys and nothing else', async () => {
  must(await core.api['helper:start-over'](null))
  expect(existsSync(computer.keys)).toBe(false)
  expect(existsSync(computer.fileOf('Ben'))).toBe(true)
  expect(await core.api['helper:unlock']({ passphrase: helpers })).toMatchObject({
    error: { code: 'helper.none' },
  })
})
