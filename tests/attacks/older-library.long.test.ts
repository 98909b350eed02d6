import { copyFileSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'
import { type Core, createCore } from '../../src/main/app/core.ts'
import { migrations } from '../../src/main/storage/migrations/index.ts'
import { projectFolder, temporaryFolder, testCoreOptions } from '../support.ts'
import { attack } from './attack.ts'

/** The settings folder of a computer, and a library on it. */
function computer() {
  const home = temporaryFolder()
  const file = join(home, 'letters/library.waymark')
  mkdirSync(dirname(file))
  const start = () => createCore({ ...testCoreOptions(file), dataFolder: join(home, 'settings') })
  return { file, start }
}

const letter = (text: string) => new Uint8Array(Buffer.from(text))
async function addLetter(core: Core, text: string): Promise<void> {
  const added = await core.api['letter:add']({ fileName: `${text}.txt`, bytes: letter(text) })
  if (!added.ok) throw new Error(added.error.code)
  await core.idle()
}

async function inApp<T>(start: () => Core, work: (core: Core) => Promise<T>): Promise<T> {
  const core = start()
  try {
    return await work(core)
  } finally {
    await core.close()
  }
}

const seen = async (core: Core) =>
  (await core.api['library:older-than'](null)).seenAt === null ? 'nothing' : 'it is an older copy'

/** A computer on which the file of yesterday lies in the place of the one of today. */
async function putBack(older: (file: string, copy: string) => void = copyFileSync) {
  const { file, start } = computer()
  await inApp(start, (core) => addLetter(core, 'one'))
  const copy = `${file}.copy`
  copyFileSync(file, copy)
  await inApp(start, (core) => addLetter(core, 'two'))
  older(copy, file)
  return { file, start }
}

attack('the whole older file put in the place of the newer one', 'it is an older copy', async () => {
  const { start } = await putBack()
  return inApp(start, seen)
})

attack('the same, after the app was started again without an answer', 'it is an older copy', async () => {
  const { start } = await putBack()
  await inApp(start, seen)
  return inApp(start, seen)
})

attack('the same, with a letter added to the older file', 'it is an older copy', async () => {
  const { start } = await putBack()
  await inApp(start, (core) => addLetter(core, 'three'))
  return inApp(start, seen)
})

attack('a file from before the sums put in its place', 'it is an older copy', async () => {
  const fixture = join(projectFolder, `tests/fixtures/schema/version-${migrations.length - 1}.waymark`)
  const { start } = await putBack((_, file) => copyFileSync(fixture, file))
  return inApp(start, seen)
})

test('a person goes on with an older copy, and is not told again', async () => {
  const { start } = await putBack()
  await inApp(start, async (core) => {
    await core.api['library:keep-older'](null)
    expect(await seen(core)).toBe('nothing')
  })
  expect(await inApp(start, seen)).toBe('nothing')
})

test('a backup that is restored in the app is no older copy', async () => {
  const { start } = computer()
  await inApp(start, async (core) => {
    await addLetter(core, 'one')
    const made = await core.api['backup:make'](null)
    if (!made.ok) throw new Error(made.error.code)
    await addLetter(core, 'two')
    const { name } = made.value.backup
    expect((await core.api['backup:restore']({ name, proof: null })).ok).toBe(true)
    expect(await seen(core)).toBe('nothing')
  })
  expect(await inApp(start, seen)).toBe('nothing')
})

test('opening, working, protecting and opening again is no older copy', async () => {
  const { start, file } = computer()
  await inApp(start, (core) => addLetter(core, 'one'))
  await inApp(start, async (core) => {
    expect(await seen(core)).toBe('nothing')
    await addLetter(core, 'two')
    const passphrase = 'mouse carpet seldom orbit velvet'
    expect((await core.api['library:protect']({ passphrase })).ok).toBe(true)
    expect(await seen(core)).toBe('nothing')
    const checked = await core.api['library:verify'](null)
    expect(checked.ok && checked.value.issues).toEqual([])
    const proof = { kind: 'passphrase' as const, passphrase }
    expect((await core.api['library:renew-recovery-key']({ passphrase })).ok).toBe(true)
    expect((await core.api['library:unprotect']({ proof })).ok).toBe(true)
    expect(await seen(core)).toBe('nothing')
  })
  expect(await inApp(start, seen)).toBe('nothing')
  expect(file).toContain('letters')
})

test('a letter changed outside of the app is named until a person has compared it', async () => {
  const { start, file } = computer()
  await inApp(start, (core) => addLetter(core, 'one'))
  const database = new SqliteDatabase(file)
  database.exec(`UPDATE letter SET answers = json_set(answers, '$.reasons', json('[]'), '$.x', 1)`)
  database.close()
  await inApp(start, async (core) => {
    const issues = async () => {
      const checked = await core.api['library:verify'](null)
      return checked.ok ? checked.value.issues.map(({ what, letters }) => [what, letters.length]) : checked
    }
    expect(await issues()).toEqual([['changed', 1]])
    expect((await core.api['library:keep-changed'](null)).ok).toBe(true)
    expect(await issues()).toEqual([])
    await addLetter(core, 'two')
    expect(await issues()).toEqual([])
  })
})
