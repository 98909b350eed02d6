import { spawn, spawnSync } from 'node:child_process'
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { createKnownLibraries } from '../../src/main/app/known-libraries.ts'
import { backupFolderOf, copyInMaking } from '../../src/main/files/temporary-files.ts'
import { storeScan } from '../../src/main/scans/store-scan.ts'
import { makeBackup } from '../../src/main/storage/backup/backup.ts'
import { openDatabase } from '../../src/main/storage/database.ts'
import { openUnprotected } from '../../src/main/storage/protection/unlock-library.ts'
import { LetterId } from '../../src/shared/model/letter.ts'
import { projectFolder, temporaryFolder, testCore } from '../support.ts'
import { attack } from './attack.ts'
import { fillLibrary, formerWords, makeOlderKind } from './deleted-for-good.ts'

/* The command line as a person uses it: each command is a process of its own, which takes long on a busy machine. */

const long = { timeout: 240_000 }
vi.setConfig({ testTimeout: 240_000 })

const passphrase = 'kumquat lantern osprey fjord'
const newer = 'glacier trombone velvet otter quay'
const marker = 'a letter of a person with a name'
const harmful = /(?!\n)[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

function waymark(file: string, words: readonly string[], more: NodeJS.ProcessEnv = {}) {
  const env = {
    ...process.env,
    WAYMARK_DATA: join(temporaryFolder(), 'data'),
    WAYMARK_LIBRARY: file,
    ...more,
  }
  const command = ['src/main/shells/cli/waymark.ts', ...words]
  const run = spawnSync(process.execPath, command, { cwd: projectFolder, env, encoding: 'utf8' })
  return { status: run.status, out: run.stdout, err: run.stderr }
}
function made(folder = temporaryFolder()): string {
  const file = join(folder, 'library.waymark')
  const opened = openUnprotected(file)
  if (!opened.ok) throw new Error(opened.error.code)
  const bytes = new Uint8Array(Buffer.from(marker))
  storeScan(opened.value.library, { fileName: 'a.txt', bytes, keptAt: '2026-11-22T12:00:00.000Z' })
  opened.value.library.close()
  return file
}
const protectedWith = { WAYMARK_NEW_PASSPHRASE: passphrase }
const opensWith = { WAYMARK_PASSPHRASE: passphrase }
const madeProtected = (): string => {
  const file = made()
  expect(waymark(file, ['protect'], protectedWith).status).toBe(0)
  return file
}
const backup = (file: string) =>
  makeBackup({ file, secret: null, slots: [], madeAt: '2026-11-22T12:00:00.000Z' }).backup.name

test('waymark verify names a changed letter until --keep-changed says that it is right', () => {
  const file = made()
  const database = openDatabase(file, null)
  database.exec(`UPDATE letter SET removed_at = '2026-01-01T00:00:00.000Z'`)
  database.close()
  const first = waymark(file, ['verify'])
  expect([first.status, first.out]).toEqual([1, expect.stringContaining('--keep-changed')])
  expect(waymark(file, ['verify', '--keep-changed']).status).toBe(0)
  const last = waymark(file, ['verify'])
  expect([last.status, last.out]).toEqual([0, expect.not.stringContaining('CHANGED')])
})

test('an older copy is said by each command until waymark verify --keep-older', async () => {
  const file = made()
  const old = readFileSync(file)
  // As after it was open in a window: how far it had come stands in the list of libraries.
  createKnownLibraries(dirname(file)).opened(file, '2026-11-22T12:00:00.000Z')
  const run = (...words: string[]) => waymark(file, words)
  const paper = join(temporaryFolder(), 'b.txt')
  writeFileSync(paper, 'another letter')
  expect([run('list').status, run('add', paper).status]).toEqual([0, 0])
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true })
  writeFileSync(file, old)
  const said = (...words: string[]) => run(...words).err.includes('older copy')
  expect([said('list'), said('verify', '--keep-older'), said('list')]).toEqual([true, true, false])
})

test('waymark passphrase --renew makes a new key, and neither the old one nor the old passphrase opens', () => {
  const file = madeProtected()
  const key = (passphraseNow: string) =>
    /Recovery key: (\S+)/.exec(
      waymark(file, ['recovery-key'], { WAYMARK_PASSPHRASE: passphraseNow }).out,
    )?.[1]
  const old = key(passphrase)
  const renewed = waymark(file, ['passphrase', '--renew'], { ...opensWith, WAYMARK_NEW_PASSPHRASE: newer })
  expect([renewed.status, renewed.out]).toEqual([0, expect.stringContaining('Recovery key: ')])
  expect(key(newer)).toBe(/Recovery key: (\S+)/.exec(renewed.out)?.[1])
  expect(key(newer)).not.toBe(old)
  expect(waymark(file, ['list'], { WAYMARK_PASSPHRASE: newer }).status).toBe(0)
  for (const given of [passphrase, old])
    expect(waymark(file, ['list'], { WAYMARK_PASSPHRASE: given }).status).toBe(1)
  expect(readFileSync(file).includes(marker)).toBe(false)
})

attack(
  'a folder whose name steers the terminal and has a line of its own, in what each command prints',
  'no mark, and no line of its own',
  () => {
    const folder = join(temporaryFolder(), 'EVIL\u001b[2J\u202eX\nLibrary: elsewhere')
    mkdirSync(folder)
    const file = made(folder)
    const to = join(folder, 'copies')
    const runs = [
      ['backup', '--to', to],
      ['restore'],
      ['export', join(folder, 'exported')],
      ['guide', '--out', join(folder, 'guide.pdf')],
      ['salvage', join(folder, 'saved.waymark')],
      ['libraries'],
      ['list'],
    ].map((words) => waymark(file, words))
    for (const { out, err } of runs) expect([err, out.length]).toEqual(['', expect.any(Number)])
    const printed = runs.map(({ out, err }) => out + err).join('\n')
    expect(printed).toContain('EVIL')
    return harmful.test(printed) || /^Library: elsewhere/m.test(printed)
      ? printed
      : 'no mark, and no line of its own'
  },
  long,
)

attack(
  'the same, printed by waymark open',
  'no mark, and no line of its own',
  async () => {
    const folder = join(temporaryFolder(), 'EVIL\u001b[2J\u202eX\nLibrary: elsewhere')
    mkdirSync(folder)
    const file = made(folder)
    const env = { ...process.env, WAYMARK_OPEN: '0', WAYMARK_LIBRARY: file }
    const command = ['src/main/shells/cli/waymark.ts', 'open', '--library', file]
    const child = spawn(process.execPath, command, { cwd: projectFolder, env })
    let printed = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part: Buffer) => {
        printed += part.toString()
      })
    while (!printed.includes('Ctrl+C') && child.exitCode === null)
      await new Promise((resolve) => setTimeout(resolve, 50))
    child.kill('SIGTERM')
    expect(printed).toContain('EVIL')
    return harmful.test(printed) || /^Library: elsewhere/m.test(printed)
      ? printed
      : 'no mark, and no line of its own'
  },
  long,
)

attack(
  'backups in the clear beside a library that just got a passphrase',
  'named with their folder, and protected by one command',
  () => {
    const file = made()
    const names = [backup(file), backup(file)]
    const folder = backupFolderOf(file)
    const said = waymark(file, ['protect'], protectedWith)
    expect(said.err).toContain(folder)
    for (const name of names) expect(said.err).toContain(name)
    const clear = () =>
      readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(marker))
    expect(clear()).toHaveLength(2)
    const done = waymark(file, ['protect', '--backups'], opensWith)
    expect([done.status, clear(), readdirSync(folder).sort()]).toEqual([0, [], names.sort()])
    expect(waymark(file, ['restore', names[0] ?? ''], opensWith).status).toBe(0)
    expect(waymark(file, ['list'], opensWith).out).toContain('a.txt')
    return 'named with their folder, and protected by one command'
  },
  long,
)

test('a damaged backup in the clear stays as it is, and is named', () => {
  const file = made()
  const [name, whole] = [backup(file), backup(file)]
  const path = join(backupFolderOf(file), name)
  const bytes = readFileSync(path)
  bytes.fill(0, 8000, 9000)
  writeFileSync(path, bytes)
  waymark(file, ['protect'], protectedWith)
  const done = waymark(file, ['protect', '--backups'], opensWith)
  expect([done.status, done.out.includes(name), done.out.includes(whole)]).toEqual([1, true, false])
  expect(readFileSync(path).equals(bytes)).toBe(true)
})

attack(
  'a copy to a stick that was cut off by kill -9, when the stick is in again',
  'named while it is out, and removed once it is in',
  async () => {
    const file = made()
    const stick = temporaryFolder()
    const copy = copyInMaking(stick, file)
    // As the program is killed between the note and the end of the copy.
    const code = `import { openUnprotected } from './src/main/storage/protection/unlock-library.ts'
      import { noteUnfinishedCopy } from './src/main/storage/backup/unfinished-copy.ts'
      import { writeFileSync } from 'node:fs'
      const opened = openUnprotected(${JSON.stringify(file)})
      noteUnfinishedCopy(opened.value.library, ${JSON.stringify(copy)})
      writeFileSync(${JSON.stringify(copy)}, ${JSON.stringify(marker)})
      process.kill(process.pid, 'SIGKILL')`
    spawnSync(process.execPath, ['--input-type=module', '-e', code], { cwd: projectFolder })
    renameSync(stick, `${stick}-out`)
    const [out, again] = [waymark(file, ['list']), waymark(file, ['list'])]
    for (const { err, status } of [out, again])
      expect([status, err]).toEqual([0, expect.stringContaining(copy)])
    renameSync(`${stick}-out`, stick)
    expect(existsSync(copy)).toBe(true)
    expect(waymark(file, ['list']).err).toBe('')
    return existsSync(copy) ? 'still there' : 'named while it is out, and removed once it is in'
  },
  long,
)

attack(
  'a note in a library from somebody else, of a copy that is a file of mine',
  'my file stays',
  () => {
    const file = made()
    const mine = join(temporaryFolder(), 'thesis.making')
    writeFileSync(mine, 'mine')
    const opened = openUnprotected(file)
    if (!opened.ok) return opened.error.code
    opened.value.library.write(() => opened.value.library.settings.set({ unfinishedCopy: mine }))
    opened.value.library.close()
    expect(waymark(file, ['list']).err).toBe('')
    return existsSync(mine) ? 'my file stays' : `${basename(mine)} is gone`
  },
  long,
)

attack(
  'a new key for a library with a second name (hard link), under which the old key would still open it',
  'refused with what to do, and the old key still opens',
  () => {
    const file = madeProtected()
    linkSync(file, join(temporaryFolder(), 'other.waymark'))
    const renewed = waymark(file, ['recovery-key', '--renew'], opensWith)
    expect([renewed.status, renewed.err]).toEqual([1, expect.stringContaining('hard link')])
    return waymark(file, ['list'], opensWith).status === 0
      ? 'refused with what to do, and the old key still opens'
      : 'it does not open'
  },
  long,
)

attack(
  'a passphrase as an argument, where every program can read it',
  'refused, and read from a file descriptor',
  () => {
    const file = madeProtected()
    const given = waymark(file, ['list', '--passphrase', passphrase])
    expect([given.status, given.err]).toEqual([1, expect.stringContaining('unknown option')])
    const help = waymark(file, ['list', '--help']).out
    expect(help.match(/--pass\S+/g)).toEqual(['--passphrase-fd'])
    const command = ['src/main/shells/cli/waymark.ts', 'list', '--passphrase-fd', '0']
    const env = { ...process.env, WAYMARK_LIBRARY: file }
    const run = spawnSync(process.execPath, command, {
      cwd: projectFolder,
      env,
      input: `${passphrase}\n`,
      encoding: 'utf8',
    })
    return run.stdout.includes('a.txt') ? 'refused, and read from a file descriptor' : run.stderr
  },
  long,
)

attack(
  'deleting for good from a file of an older version that has a second name (hard link)',
  'it waits, and is done once the other name is gone',
  async () => {
    const file = join(temporaryFolder(), 'library.waymark')
    const [id = ''] = fillLibrary(file, null, 2, 1)
    makeOlderKind(file, null)
    const other = join(temporaryFolder(), 'other.waymark')
    linkSync(file, other)
    const isOneFile = () => statSync(file).ino === statSync(other).ino
    const core = testCore(file)
    expect((await core.api['library:info'](null)).hasOtherName).toBe(true)
    const deleted = await core.api['trash:empty']({ ids: [LetterId.parse(id)], evenWithOpenClock: true })
    await core.idle()
    await core.close()
    expect([deleted.ok, isOneFile(), showsFormer(file)]).toEqual([true, true, true])
    rmSync(other)
    // As the window does when it opens: on the command line the next deletion goes on with it.
    const again = testCore(file, undefined, 'browser')
    await again.idle()
    await again.close()
    return showsFormer(file)
      ? 'what was deleted is still there'
      : 'it waits, and is done once the other name is gone'
  },
)
const showsFormer = (file: string): boolean => readFileSync(file).includes(formerWords)
