import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Core, createCore } from '../../../src/main/app/core.ts'
import { typedFolder } from '../../../src/main/app/typed-folder.ts'
import type { Keychain } from '../../../src/main/ports/keychain.ts'
import { Day } from '../../../src/shared/model/day.ts'
import { libraryWorker, longestWait, resources, startReadingProcess, temporaryFolder } from '../../support.ts'

const passphrase = 'mouse carpet seldom orbit ana'
const home = temporaryFolder()
const remembered = new Map<string, string>()
const keychain: Keychain = {
  get: async (file) => remembered.get(file) ?? null,
  async set(file, secret) {
    if (secret === null) remembered.delete(file)
    else remembered.set(file, secret)
    return true
  },
}
const start = (startWith?: string, own = keychain): Core =>
  createCore({
    libraryFile: join(home, 'own/library.waymark'),
    ...(startWith ? { startWith } : {}),
    dataFolder: join(home, 'data'),
    home,
    resources,
    startReadingProcess,
    libraryWorker,
    keychain: own,
    clock: { today: () => Day.parse('2026-11-22'), now: () => '2026-11-22T12:00:00.000Z' },
    version: '0.0.0',
    shell: 'cli',
  })
let core: Core
beforeAll(() => {
  core = start()
})
afterAll(() => core.close())

const at = (what: 'open' | 'new', folder: string) => core.api['libraries:at']({ what, folder })
const appRevision = async () => (await core.api['library:state'](null)).appRevision
const letters = async () => (await core.api['letters:list'](null)).letters.length
const known = async () => (await core.api['libraries:list'](null)).known

test('a clinic has one library per client, each with its own letters and passphrase', async () => {
  await core.api['library:create']({ passphrase: null })
  await core.api['letter:add-sample'](null)
  await core.idle()
  expect(await at('new', 'Clients/Ana')).toEqual({ ok: true, value: null })
  expect([core.state().kind, await appRevision()]).toMatchObject(['new', { place: 1, name: 'Ana' }])
  await core.api['library:create']({ passphrase })
  expect(await letters()).toBe(0)
  await core.api['letter:add-sample'](null)
  await core.api['letter:add-sample'](null)

  const [ana, own] = await known()
  expect([ana, own]).toMatchObject([
    { name: 'Ana', now: true, here: true, folder: join(home, 'Clients/Ana') },
    { name: null, now: false, here: true },
  ])
  await core.api['libraries:open']({ id: own?.id ?? '' })
  expect([await letters(), (await appRevision()).name]).toEqual([1, null])

  await core.api['libraries:open']({ id: ana?.id ?? '' })
  expect(core.state()).toEqual({ kind: 'locked', passphrase: true })
  expect(await core.call('letters:list', null)).toMatchObject({ error: { code: 'library.locked' } })
  await core.api['library:unlock']({ kind: 'passphrase', passphrase })
  expect(await letters()).toBe(2)
  // Backups of one are not those of the other.
  await core.api['backup:make'](null)
  expect((await core.api['backups:list'](null)).folder).toBe(join(home, 'Clients/Ana/backups'))
})

test('what the keychain stores for one library opens only that one', async () => {
  await core.api['library:remember']({ remember: true })
  const [ana, own] = await known()
  await core.api['libraries:open']({ id: own?.id ?? '' })
  expect((await core.api['library:info'](null)).remembered).toBe('no')
  await core.api['libraries:open']({ id: ana?.id ?? '' })
  expect(core.state()).toEqual({ kind: 'open', isProtected: true })
})

test('nobody is asked for a passphrase while the keychain is asked, and a late answer does not reopen a library that was left', async () => {
  const waiting: (() => void)[] = []
  const slow: Keychain = {
    ...keychain,
    get: (file) => new Promise((resolve) => waiting.push(() => resolve(remembered.get(file) ?? null))),
  }
  const other = start(join(home, 'Clients/Ana/library.waymark'), slow)
  expect(other.state()).toEqual({ kind: 'working', what: 'switch', progress: null })
  const closed = other.close()
  for (const answer of waiting) answer()
  await closed
  expect(other.state().kind).toBe('locked')
})

describe('a library that cannot be opened or created is reported, and the open one stays open:', () => {
  beforeAll(() => {
    for (const folder of ['empty', '.hidden', 'foreign', 'Clients/Ana/backups'])
      mkdirSync(join(home, folder), { recursive: true })
    writeFileSync(join(home, 'foreign/library.waymark'), 'a letter to my aunt')
    symlinkSync('/tmp', join(home, 'way-out'))
  })
  test.each([
    ['open', 'empty', 'library.not-there'],
    ['open', 'nowhere/at/all', 'library.not-there'],
    ['open', 'foreign', 'library.not-a-library'],
    ['open', 'Clients/Ana/backups', 'library.is-backup'],
    ['new', 'own', 'library.there-already'],
    ['new', '..', 'library.bad-folder'],
    ['new', '/etc', 'library.bad-folder'],
    ['new', 'Clients/../../x', 'library.bad-folder'],
    ['new', 'way-out/x', 'library.bad-folder'],
    ['new', '.hidden', 'library.bad-folder'],
    ['new', '~', 'library.bad-folder'],
  ] as const)('%s %s', async (what, folder, code) => {
    expect(await at(what, folder)).toEqual({ ok: false, error: { code } })
    expect((await appRevision()).name).toBe('Ana')
  })

  test('an id that was never issued', async () => {
    expect(await core.api['libraries:open']({ id: '0123456789abcdef' })).toMatchObject({
      error: { code: 'library.not-known' },
    })
  })
})

test('a folder may be typed with or without the home folder in front', () => {
  for (const typed of ['Clients/Ana', '~/Clients/Ana', `${home}/Clients/Ana`, ' Clients/Ana/ '])
    expect(typedFolder(home, typed)).toEqual({ ok: true, value: join(home, 'Clients/Ana') })
})

test('the next start finds the library that was open last, and a forgotten library keeps its file', async () => {
  await core.close()
  const [last = ''] = JSON.parse(readFileSync(join(home, 'data/libraries.json'), 'utf8')).libraries.map(
    ({ file }: { file: string }) => file,
  )
  core = start(last)
  // The keychain answers from another process.
  await vi.waitFor(() => expect(core.state().kind).toBe('open'), longestWait)
  expect((await appRevision()).name).toBe('Ana')
  const [ana, own] = await known()
  await core.api['libraries:open']({ id: own?.id ?? '' })
  await core.api['libraries:forget']({ id: ana?.id ?? '' })
  // Everybody's own always stays on the list.
  await core.api['libraries:forget']({ id: own?.id ?? '' })
  expect((await known()).map(({ name }) => name)).toEqual([null])
  expect(existsSync(join(home, 'Clients/Ana/library.waymark'))).toBe(true)
})
