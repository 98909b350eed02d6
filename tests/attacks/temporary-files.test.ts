import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import {
  backupFolderOf,
  backupInMaking,
  changingFileOf,
  copyInMaking,
  keyFileOf,
  originalFileOf,
  settle,
} from '../../src/main/files/temporary-files.ts'
import type { LibrarySecret } from '../../src/main/keys/recovery-key.ts'
import { storeScan } from '../../src/main/scans/store-scan.ts'
import { copyBackup, makeBackup } from '../../src/main/storage/backup/backup.ts'
import { changeProtection } from '../../src/main/storage/protection/change-protection.ts'
import { slotsOf } from '../../src/main/storage/protection/proofs.ts'
import {
  accessTo,
  createProtected,
  openUnprotected,
  openWith,
} from '../../src/main/storage/protection/unlock-library.ts'
import { runLibraryJob } from '../../src/main/storage/worker/library-jobs.ts'
import { textsIn } from '../crash/operations.ts'
import { libraryWorker, projectFolder, temporaryFolder } from '../support.ts'
import { attack } from './attack.ts'

const marker = 'a letter of a person with a name'
const keptAt = '2026-11-22T12:00:00.000Z'

async function makeProtected(): Promise<{ file: string; secret: LibrarySecret }> {
  const file = join(temporaryFolder(), 'library.waymark')
  const made = await createProtected(file, 'four velvet otter words test', { n: 2 ** 10, r: 8, p: 1 })
  if (!made.ok) throw new Error(made.error.code)
  const bytes = new Uint8Array(Buffer.from(marker))
  storeScan(made.value.library, { fileName: 'a.pdf', bytes, keptAt })
  made.value.library.close()
  return { file, secret: made.value.secret }
}

/** What earlier versions left behind when they were killed while they took the passphrase away, or made a backup. */
function leaveBehind(file: string): void {
  for (const end of ['', '-journal']) writeFileSync(`${changingFileOf(file)}${end}`, marker)
  const folder = backupFolderOf(file)
  if (!existsSync(folder)) makeBackup({ file, secret: null, slots: [], madeAt: keptAt })
  for (const end of ['', '-journal', '-wal', '-shm'])
    writeFileSync(backupInMaking(folder, file) + end, marker)
}

const showing = (file: string): string =>
  readdirSync(dirname(file), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(marker))
    .map((path) => path.slice(dirname(file).length + 1))
    .join(', ') || 'nothing'

const sweeping: [string, (file: string, secret: LibrarySecret) => unknown][] = [
  ['a look at the locked library', accessTo],
  [
    'opening it',
    (file, secret) => {
      const opened = openWith(file, secret)
      if (opened.ok) opened.value.library.close()
    },
  ],
  ['a check', (file, secret) => runLibraryJob(libraryWorker, 'verify', { file, secret })],
  ['a backup', (file, secret) => makeBackup({ file, secret, slots: slotsOf(file), madeAt: keptAt })],
]
for (const [what, sweep] of sweeping)
  attack(
    `copies in the clear that a crash left beside a protected library, after ${what}`,
    'nothing',
    async () => {
      const { file, secret } = await makeProtected()
      makeBackup({ file, secret, slots: slotsOf(file), madeAt: keptAt })
      leaveBehind(file)
      await sweep(file, secret)
      return showing(file)
    },
  )

attack(
  'an unfinished copy in another folder, after the next copy to that folder',
  'the backup alone',
  async () => {
    const { file, secret } = await makeProtected()
    const { backup } = makeBackup({ file, secret, slots: slotsOf(file), madeAt: keptAt })
    const folder = temporaryFolder()
    const unfinished = copyInMaking(folder, file)
    expect(basename(unfinished)).toBe('library unfinished copy, can be deleted.making')
    for (const each of [unfinished, backupInMaking(folder, file)]) writeFileSync(each, marker)
    copyBackup(file, join(backupFolderOf(file), backup.name), folder)
    const left = readdirSync(folder)
    return left.length === 1 && left[0] === backup.name ? 'the backup alone' : left.join(', ')
  },
)

test('what another living process is making stays', async () => {
  const { file } = await makeProtected()
  const code = `import { withWorkLock } from './src/main/files/work-lock.ts'
    import { readSync, writeSync } from 'node:fs'
    withWorkLock(${JSON.stringify(file)}, () => { writeSync(1, 'held'); readSync(0, Buffer.alloc(1)) })`
  const other = spawn(process.execPath, ['--input-type=module', '-e', code], {
    cwd: projectFolder,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  await once(other.stdout, 'data')
  const making = changingFileOf(file)
  writeFileSync(making, 'half')
  expect(settle(file)).toBe('settled')
  expect(accessTo(file).kind).toBe('locked')
  expect(existsSync(making)).toBe(true)
  other.kill('SIGKILL')
  await once(other, 'close')
  expect(settle(file)).toBe('settled')
  expect(existsSync(making)).toBe(false)
})

test('while another process takes the passphrase away, nobody takes the original or begins a new library', async () => {
  const { file, secret } = await makeProtected()
  copyFileSync(file, originalFileOf(file))
  writeFileSync(file, 'half of it')
  const code = `import { withWorkLock } from './src/main/files/work-lock.ts'
    import { readSync, writeSync } from 'node:fs'
    withWorkLock(${JSON.stringify(file)}, () => { writeSync(1, 'held'); readSync(0, Buffer.alloc(1)) })`
  const other = spawn(process.execPath, ['--input-type=module', '-e', code], {
    cwd: projectFolder,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  await once(other.stdout, 'data')
  expect(accessTo(file)).toEqual({ kind: 'unavailable', code: 'library.busy' })
  expect(openWith(file, secret)).toEqual({ ok: false, error: { code: 'library.busy' } })
  expect(readFileSync(file, 'utf8')).toBe('half of it')
  other.kill('SIGKILL')
  await once(other, 'close')
  expect(accessTo(file)).toEqual({ kind: 'locked', passphrase: true })
  expect(existsSync(originalFileOf(file))).toBe(false)
})

test('an original that came back after the passphrase was taken away does not undo what was kept since', async () => {
  const { file, secret } = await makeProtected()
  const before = readFileSync(file)
  changeProtection({ file, from: secret, to: null, before: slotsOf(file), after: [] })
  const opened = openUnprotected(file)
  if (!opened.ok) throw new Error(opened.error.code)
  storeScan(opened.value.library, { fileName: 'b.pdf', bytes: new Uint8Array([1, 2]), keptAt })
  opened.value.library.close()
  writeFileSync(originalFileOf(file), before)
  expect(accessTo(file)).toEqual({ kind: 'unprotected' })
  const again = openUnprotected(file)
  expect(again.ok && textsIn(again.value.library)).toHaveLength(2)
  expect(existsSync(originalFileOf(file))).toBe(false)
  expect(existsSync(keyFileOf(file))).toBe(false)
})

test('every file of a library is for its owner alone, whatever the rights of new files', async () => {
  const { file, secret } = await makeProtected()
  makeBackup({ file, secret, slots: slotsOf(file), madeAt: keptAt })
  changeProtection({ file, from: secret, to: null, before: slotsOf(file), after: [] })
  makeBackup({ file, secret: null, slots: [], madeAt: keptAt })
  for (const entry of readdirSync(dirname(file), { recursive: true, withFileTypes: true }))
    expect([entry.name, statSync(join(entry.parentPath, entry.name)).mode & 0o077]).toEqual([entry.name, 0])
})
