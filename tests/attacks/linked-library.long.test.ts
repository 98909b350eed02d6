import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { createCore } from '../../src/main/app/core.ts'
import { createKnownLibraries } from '../../src/main/app/known-libraries.ts'
import type { Drive } from '../../src/main/files/drive.ts'
import { lookAtFile } from '../../src/main/files/library-file.ts'
import { keyFileOf } from '../../src/main/files/temporary-files.ts'
import { Day } from '../../src/shared/model/day.ts'
import { libraryWorker, resources, startReadingProcess, temporaryFolder } from '../support.ts'
import { attack } from './attack.ts'

const passphrase = 'glacier-trombone-81-velvet-otter-quay'
/** Links need rights on Windows that a test does not have. */
const skip = process.platform === 'win32'

function coreOn(
  libraryFile: string,
  more: { driveOf?: (file: string) => Drive; dataFolder?: string; home?: string } = {},
) {
  return createCore({
    ...{ libraryFile, resources, startReadingProcess, libraryWorker, version: '0.0.0', shell: 'cli' },
    whenNew: 'create',
    clock: { today: () => Day.parse('2026-11-22'), now: () => '2026-11-22T12:00:00.000Z' },
    ...more,
  })
}

/** A library in folder `b` and a link to it in folder `a`. */
async function linked(): Promise<{ real: string; link: string }> {
  const folder = realpathSync(temporaryFolder())
  const [real, link] = [join(folder, 'b/library.waymark'), join(folder, 'a/library.waymark')]
  mkdirSync(dirname(link))
  await coreOn(real).close()
  symlinkSync('../b/library.waymark', link)
  return { real, link }
}

const kindOf = (file: string): string =>
  `${lstatSync(file).isSymbolicLink() ? 'a link to a' : 'a'} ${lookAtFile(file)} library`
const namesIn = (folder: string): string => readdirSync(folder).sort().join(', ')

attack(
  'a passphrase is set by way of a link to the library',
  'a link to a protected library, a protected library, beside the link: library.waymark',
  async () => {
    const { real, link } = await linked()
    const core = coreOn(link)
    await core.api['library:protect']({ passphrase })
    await core.close()
    return `${kindOf(link)}, ${kindOf(real)}, beside the link: ${namesIn(dirname(link))}`
  },
  { skip },
)

attack(
  'the passphrase is removed by way of a link to the library',
  'a link to a plain library, a plain library',
  async () => {
    const { real, link } = await linked()
    const core = coreOn(link)
    await core.api['library:protect']({ passphrase })
    await core.api['library:unprotect']({ proof: { kind: 'passphrase', passphrase } })
    await core.close()
    return `${kindOf(link)}, ${kindOf(real)}`
  },
  { skip },
)

attack(
  'a backup is made and restored by way of a link to the library',
  'a link to a plain library, 0 letters, beside the link: library.waymark',
  async () => {
    const { real, link } = await linked()
    const core = coreOn(link)
    const made = await core.api['backup:make'](null)
    if (!made.ok) return made.error.code
    await core.api['letter:add-sample'](null)
    await core.api['backup:restore']({ name: made.value.backup.name, proof: null })
    await core.close()
    const again = coreOn(real)
    const { letters } = await again.api['letters:list'](null)
    await again.close()
    return `${kindOf(link)}, ${letters.length} letters, beside the link: ${namesIn(dirname(link))}`
  },
  { skip },
)

attack(
  'a link on this computer leads to a library on a network drive',
  'library.network-drive',
  async () => {
    const { link } = await linked()
    const shared = (file: string): Drive => (dirname(file).endsWith('/b') ? 'shared' : 'local')
    const core = coreOn(link, { driveOf: shared })
    const seen = core.state()
    await core.close()
    return seen.kind === 'unavailable' ? seen.code : seen.kind
  },
  { skip },
)

attack(
  'a new library is made at a link that leads nowhere',
  'a link to a plain library, a plain library',
  async () => {
    const folder = temporaryFolder()
    const [real, link] = [join(folder, 'b/library.waymark'), join(folder, 'library.waymark')]
    symlinkSync('b/library.waymark', link)
    await coreOn(link).close()
    return `${kindOf(link)}, ${existsSync(real) ? kindOf(real) : 'nothing'}`
  },
  { skip },
)

attack(
  'the path of the library is a link to itself, a folder or a pipe',
  'library.not-a-library, library.not-a-library, library.not-a-library',
  async () => {
    const folder = temporaryFolder()
    const [loop, pipe] = [join(folder, 'loop.waymark'), join(folder, 'pipe.waymark')]
    symlinkSync('loop.waymark', loop)
    execFileSync('mkfifo', [pipe])
    const seen: string[] = []
    for (const file of [loop, folder, pipe]) {
      const core = coreOn(file)
      const state = core.state()
      seen.push(state.kind === 'unavailable' ? state.code : state.kind)
      await core.close()
    }
    return seen.join(', ')
  },
  { skip },
)

attack(
  'a passphrase is set while a hard link to the library holds the letters in the clear',
  'library.has-other-name, a plain library',
  async () => {
    const { real } = await linked()
    linkSync(real, join(dirname(real), 'other.waymark'))
    const core = coreOn(real)
    const set = await core.api['library:protect']({ passphrase })
    await core.close()
    return `${set.ok ? 'set' : set.error.code}, ${kindOf(real)}`
  },
)

attack(
  'a typed folder holds a link to a library outside of the home folder',
  'library.bad-folder',
  async () => {
    const { link } = await linked()
    const [home, own] = [dirname(link), join(temporaryFolder(), 'library.waymark')]
    mkdirSync(join(home, 'letters'))
    symlinkSync('../../b/library.waymark', join(home, 'letters/library.waymark'))
    const core = coreOn(own, { home })
    const opened = await core.api['libraries:at']({ what: 'open', folder: 'letters' })
    await core.close()
    return opened.ok ? 'opened' : opened.error.code
  },
  { skip },
)

test.skipIf(skip)('a key file beside the link, where an earlier version kept it, still opens', async () => {
  const { real, link } = await linked()
  const before = coreOn(real)
  await before.api['library:protect']({ passphrase })
  await before.close()
  renameSync(keyFileOf(real), keyFileOf(link))
  const core = coreOn(link)
  expect(core.state()).toEqual({ kind: 'locked', passphrase: true })
  expect(await core.api['library:unlock']({ kind: 'passphrase', passphrase })).toEqual({
    ok: true,
    value: null,
  })
  await core.close()
  expect(namesIn(dirname(link))).toBe('library.waymark')
  expect(readFileSync(keyFileOf(real), 'utf8')).toContain('keys 1')
})

test.skipIf(skip)('one library has one line on the list, however it is reached', async () => {
  const { real, link } = await linked()
  const dataFolder = temporaryFolder()
  createKnownLibraries(dataFolder).opened(link, '2026-11-22T12:00:00.000Z')
  for (const file of [link, real]) await coreOn(file, { dataFolder }).close()
  expect(createKnownLibraries(dataFolder).files()).toEqual([real])
})

attack(
  'a library was copied here with rights for everybody',
  '600 600 600 600, 600 600 600 600',
  async () => {
    const { real } = await linked()
    const core = coreOn(real)
    await core.api['library:protect']({ passphrase })
    const made = await core.api['backup:make'](null)
    await core.close()
    if (!made.ok) return made.error.code
    const backup = join(dirname(real), 'backups', made.value.backup.name)
    const [kept, wal] = [join(dirname(backup), 'library not opened 1.waymark.keys'), `${real}-wal`]
    writeFileSync(kept, '')
    const all = [real, keyFileOf(real), backup, kept]
    const rights = (files: string[]) =>
      files.map((file) => (statSync(file).mode & 0o777).toString(8)).join(' ')
    for (const file of all) chmodSync(file, 0o666)
    const again = coreOn(real)
    const locked = rights(all)
    for (const file of all.slice(1)) chmodSync(file, 0o666)
    chmodSync(real, 0o666)
    await again.api['library:unlock']({ kind: 'passphrase', passphrase })
    // SQLite gives its journal the rights that the library had when it was opened.
    const open = rights([real, keyFileOf(real), backup, wal])
    await again.close()
    return `${locked}, ${open}`
  },
  { skip },
)
