import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { type Host, restarted } from '../../../src/main/shells/core-process/protocol.ts'
import { longestWait, resources, takesAllCases } from '../../support.ts'
import {
  core,
  coreForEachTest,
  folder,
  killSoon,
  names,
  packed,
  start,
  state,
  surviveKills,
} from './core-fixture.ts'

coreForEachTest()

test(
  'killed cores lose nothing that was saved, twenty of them with test:whole',
  () => surviveKills(takesAllCases ? 20 : 5),
  300_000,
)

test('windows continue with what they know: the same place, a later revision; a protected library is locked', async () => {
  start()
  await core.call('library:create', { passphrase: 'four velvet otter words test' })
  await core.call('libraries:at', { what: 'new', folder: 'Ana' })
  await core.call('library:create', { passphrase: 'four velvet otter words test' })
  const before = await state()
  expect(before).toMatchObject({ library: { kind: 'open' }, appRevision: { place: 1, name: 'Ana' } })
  const poll = packed('letters:changed', { since: 2 ** 48 })
  await killSoon(10)
  expect(await poll).toEqual({ status: 200, value: restarted })
  const after = await state()
  expect(after).toMatchObject({ library: { kind: 'locked' }, appRevision: before.appRevision })
  expect(after.revision).toBeGreaterThan(before.revision)
  expect(await core.call('letters:list', null)).toMatchObject({ error: { code: 'library.locked' } })
})

test('files from the system survive a core that ended while they waited for the passphrase', async () => {
  start()
  const passphrase = 'four velvet otter words test'
  await core.call('library:create', { passphrase })
  await core.call('library:lock', null)
  const sample = join(resources, 'samples/1-lt11.pdf')
  const opened = core.ask('openFiles', { files: [sample], library: core.libraryFile() })
  await core.call('library:state', null)
  await killSoon(0)
  await core.call('library:unlock', { kind: 'passphrase', passphrase })
  await opened
  expect(await names()).toEqual(['1-lt11.pdf'])
})

test('the window’s process is asked for dialogs, secrets and the PDF program', async () => {
  const secrets = new Map<string, string>()
  const shown: string[] = []
  const host: Partial<Host> = {
    chooseLibrary: async () => join(folder, 'Ben/library.waymark'),
    getSecret: async (file) => secrets.get(file) ?? null,
    setSecret: async ({ file, secret }) => {
      if (secret !== null) secrets.set(file, secret)
      return true
    },
    openPdf: async (file) => {
      shown.push(readFileSync(file, 'latin1'))
      return true
    },
  }
  start(host, { host: { dialogs: true, keychain: true, pdfProgram: true } })
  await core.call('library:create', { passphrase: 'four velvet otter words test' })
  expect(await core.call('library:remember', { remember: true })).toMatchObject({ ok: true })
  expect(await core.call('pdf:view', { bytes: Buffer.from('%PDF-') })).toMatchObject({ ok: true })
  expect(shown).toEqual(['%PDF-'])
  await killSoon(0)
  await vi.waitFor(
    async () => expect((await state()).library).toEqual({ kind: 'open', isProtected: true }),
    longestWait,
  )
  await core.call('libraries:choose', { what: 'new' })
  expect((await state()).appRevision.name).toBe('Ben')
})
