import { spawnSync } from 'node:child_process'
import { copyFileSync, cpSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { type Core, createCore } from '../../src/main/app/core.ts'
import { lookAtFile } from '../../src/main/files/library-file.ts'
import { backupFolderOf } from '../../src/main/files/temporary-files.ts'
import { storeScan } from '../../src/main/scans/store-scan.ts'
import { makeBackup } from '../../src/main/storage/backup/backup.ts'
import { openUnprotected } from '../../src/main/storage/protection/unlock-library.ts'
import { hasStrace } from '../crash/steps.ts'
import { projectFolder, temporaryFolder, testCoreOptions } from '../support.ts'
import { attack } from './attack.ts'

const marker = 'a letter of a person with a name'
const passphrase = 'four words for one test 7153'
const proof = { kind: 'passphrase', passphrase } as const
const keptAt = '2026-11-22T12:00:00.000Z'

/** A backup without a passphrase, with one letter in it. */
function makePlain(): string {
  const file = join(temporaryFolder(), 'library.waymark')
  const opened = openUnprotected(file)
  if (!opened.ok) throw new Error(opened.error.code)
  const bytes = new Uint8Array(Buffer.from(marker))
  storeScan(opened.value.library, { fileName: 'a.pdf', bytes, keptAt })
  opened.value.library.close()
  const { backup } = makeBackup({ file, secret: null, slots: [], madeAt: keptAt })
  return join(backupFolderOf(file), backup.name)
}

async function withCore<T>(file: string, work: (core: Core) => Promise<T>): Promise<T> {
  const core = createCore({ ...testCoreOptions(file), whenNew: 'ask' })
  try {
    return await work(core)
  } finally {
    await core.close()
  }
}

async function makeProtected(): Promise<string> {
  const file = join(temporaryFolder(), 'library.waymark')
  await withCore(file, async (core) => {
    const made = await core.api['library:create']({ passphrase })
    if (!made.ok) throw new Error(made.error.code)
  })
  return file
}

/** Every file beside the library in which the letter can be read. */
const showing = (file: string): string =>
  readdirSync(dirname(file), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes(marker))
    .map((entry) => entry.name)
    .join(', ') || 'nothing'

const bytesOf = (file: string) => new Uint8Array(readFileSync(file))

attack('an unprotected backup restored over a protected library', 'protected, with its letter', async () => {
  const file = await makeProtected()
  await withCore(file, async (core) => {
    await core.api['library:unlock'](proof)
    const taken = await core.api['backup:import']({ fileName: 'plain.waymark', bytes: bytesOf(makePlain()) })
    expect(taken).toMatchObject({ ok: true })
    expect(showing(file)).toBe('nothing')
    expect(await core.api['backup:restore']({ name: 'plain.waymark', proof: null })).toMatchObject({
      ok: true,
      value: { issues: [] },
    })
  })
  expect(showing(file)).toBe('nothing')
  return withCore(file, async (core) => {
    const unlocked = await core.api['library:unlock'](proof)
    if (!unlocked.ok) return unlocked.error.code
    const { letters } = await core.api['letters:list'](null)
    return `${lookAtFile(file)}, with ${letters.length === 1 ? 'its letter' : 'another number of letters'}`
  })
})

attack('one that lies among its backups already', 'protected', async () => {
  const file = await makeProtected()
  const plain = makePlain()
  await withCore(file, async (core) => {
    await core.api['library:unlock'](proof)
    await core.api['backup:make'](null)
    copyFileSync(plain, join(backupFolderOf(file), 'old.waymark'))
    const restored = await core.api['backup:restore']({ name: 'old.waymark', proof: null })
    expect(restored).toMatchObject({ ok: true, value: { issues: [] } })
    expect((await core.api['letters:list'](null)).letters).toHaveLength(1)
  })
  expect(readFileSync(join(backupFolderOf(file), 'old.waymark'))).toEqual(readFileSync(plain))
  expect(showing(file)).toBe('old.waymark')
  return lookAtFile(file)
})

attack('the same while the library is locked, by whoever has no passphrase', 'refused', async () => {
  const file = await makeProtected()
  await withCore(file, async (core) => {
    const refused = { ok: false, error: { code: 'backup.unlock-first' } }
    expect(await core.api['backup:import']({ fileName: 'a.waymark', bytes: bytesOf(makePlain()) })).toEqual(
      refused,
    )
    await core.api['library:unlock'](proof)
    await core.api['backup:make'](null)
    await core.api['library:lock'](null)
    copyFileSync(makePlain(), join(backupFolderOf(file), 'old.waymark'))
    expect(await core.api['backup:restore']({ name: 'old.waymark', proof: null })).toEqual(refused)
  })
  return lookAtFile(file) === 'protected' ? 'refused' : 'the library is open to everybody'
})

test('a damaged unprotected backup is not taken in beside a protected library', async () => {
  const file = await makeProtected()
  await withCore(file, async (core) => {
    await core.api['library:unlock'](proof)
    const bytes = bytesOf(makePlain())
    bytes[5000] = (bytes[5000] ?? 0) ^ 1
    expect(await core.api['backup:import']({ fileName: 'a.waymark', bytes })).toEqual({
      ok: false,
      error: { code: 'backup.damaged' },
    })
  })
})

const command = ['src/main/shells/cli/waymark.ts', 'restore']
const restore = (file: string, backup: string, before: string[] = []) => {
  const [program = '', ...words] = [...before, process.execPath, ...command, backup]
  const env = { ...process.env, WAYMARK_PASSPHRASE: passphrase, WAYMARK_LIBRARY: file }
  return spawnSync(program, words, { cwd: projectFolder, env, encoding: 'utf8' })
}

test('the command line says what became of the protection', async () => {
  const run = restore(await makeProtected(), makePlain())
  expect(run.stderr).toBe('')
  expect(run.stdout).toContain('Your library is still protected')
  const plain = restore(join(temporaryFolder(), 'library.waymark'), makePlain())
  expect(plain.stdout).toContain('The library is NOT protected')
})

attack(
  'waymark restore of an unprotected backup, killed at its renames',
  'nothing is left in the clear',
  async () => {
    const left: string[] = []
    const [whole, plain] = [await makeProtected(), makePlain()]
    for (const when of [2, 3, 4]) {
      const file = join(temporaryFolder(), 'letters/library.waymark')
      cpSync(dirname(whole), dirname(file), { recursive: true })
      const inject = `inject=rename:signal=KILL:when=${when}`
      restore(file, plain, ['strace', '-f', '-qq', '-o', '/dev/null', '-e', 'trace=rename', '-e', inject])
      if (showing(file) !== 'nothing') left.push(`${when}: ${showing(file)}`)
      expect(lookAtFile(file)).toBe('protected')
    }
    return left.join('; ') || 'nothing is left in the clear'
  },
  { skip: !hasStrace, timeout: 120_000 },
)
