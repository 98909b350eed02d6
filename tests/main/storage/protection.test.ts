import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { keyFileOf } from '../../../src/main/files/temporary-files.ts'
import { wrapSecret } from '../../../src/main/keys/passphrase-slot.ts'
import { type LibrarySecret, newSecret, recoveryKeyFrom } from '../../../src/main/keys/recovery-key.ts'
import { storeScan } from '../../../src/main/scans/store-scan.ts'
import type { Library } from '../../../src/main/storage/open-library.ts'
import { changeProtection } from '../../../src/main/storage/protection/change-protection.ts'
import { slotsOf } from '../../../src/main/storage/protection/proofs.ts'
import {
  accessTo,
  createProtected,
  openUnprotected,
  openWith,
  unlock,
} from '../../../src/main/storage/protection/unlock-library.ts'

const cheap = { n: 2 ** 10, r: 8, p: 1 } as const
const passphrase = 'four velvet otter words test'
const name = 'NGUYEN THI SAMPLE'

let file: string
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'waymark-')), 'library.waymark')
})

function keep(library: Library, text: string) {
  const bytes = new TextEncoder().encode(text)
  const kept = storeScan(library, { fileName: 'letter.pdf', bytes, keptAt: '2026-11-22T12:00:00.000Z' })
  if (!kept.ok) throw new Error(kept.error.code)
}
async function makeProtected(): Promise<LibrarySecret> {
  const made = await createProtected(file, passphrase, cheap)
  if (!made.ok) throw new Error(made.error.code)
  keep(made.value.library, `Dear ${name}`)
  made.value.library.close()
  return made.value.secret
}
const textsIn = (library: Library) =>
  library.scans
    .list()
    .flatMap(({ id }) => library.files.listOfScan(id))
    .map(({ id }) => new TextDecoder().decode(library.files.getBytes(id)))
    .sort()
async function textsWith(proof: Parameters<typeof unlock>[1]): Promise<string[] | string> {
  const opened = await unlock(file, proof)
  if (!opened.ok) return opened.error.code
  const texts = textsIn(opened.value.library)
  opened.value.library.close()
  return texts
}
const byPassphrase = (typed = passphrase) => textsWith({ kind: 'passphrase', passphrase: typed })
const byKey = (secret: LibrarySecret) => textsWith({ kind: 'recovery', key: recoveryKeyFrom(secret) })

describe('a protected library', () => {
  test('opens with the passphrase and with the recovery key, and with nothing else', async () => {
    const secret = await makeProtected()
    expect(accessTo(file)).toEqual({ kind: 'locked', passphrase: true })
    expect(await byPassphrase()).toEqual([`Dear ${name}`])
    expect(await byKey(secret)).toEqual([`Dear ${name}`])
    expect(await byPassphrase('four words for a guess')).toBe('unlock.wrong-passphrase')
    expect(await byKey(newSecret())).toBe('unlock.wrong-key')
    expect(await textsWith({ kind: 'recovery', key: 'AAAA-BBBB' })).toBe('unlock.mistyped-key')
    expect(openUnprotected(file)).toEqual({ ok: false, error: { code: 'library.key-does-not-fit' } })
  })

  test('shows nothing of a letter in any byte on the disk, including the journal', async () => {
    const made = await createProtected(file, passphrase, cheap)
    if (!made.ok) throw new Error(made.error.code)
    keep(made.value.library, `Dear ${name}`)
    const open = readdirSync(dirname(file)).map((each) => readFileSync(join(dirname(file), each)))
    expect(open.length).toBeGreaterThan(2)
    for (const bytes of open)
      for (const word of [name, 'SQLite format', 'CREATE TABLE', 'letter.pdf'])
        expect(bytes.includes(word)).toBe(false)
    made.value.library.close()
  })

  test('is for its owner only', async () => {
    await makeProtected()
    const rights = (path: string) => statSync(path).mode & 0o777
    if (process.platform !== 'win32') expect([rights(file), rights(keyFileOf(file))]).toEqual([0o600, 0o600])
  })

  test('without its key file opens with the recovery key, which restores the key file', async () => {
    const secret = await makeProtected()
    await byPassphrase()
    rmSync(keyFileOf(file))
    expect(accessTo(file)).toEqual({ kind: 'locked', passphrase: false })
    expect(await byPassphrase()).toBe('unlock.no-key-file')
    expect(await byKey(secret)).toEqual([`Dear ${name}`])
    expect(await byPassphrase()).toEqual([`Dear ${name}`])
  })

  test('with the key file of another library says that they do not match', async () => {
    await makeProtected()
    const other = `${file}-other`
    const made = await createProtected(other, passphrase, cheap)
    if (made.ok) made.value.library.close()
    copyFileSync(keyFileOf(other), keyFileOf(file))
    expect(await byPassphrase()).toBe('library.key-does-not-fit')
  })

  test('a key file without its library is set aside, not overwritten', async () => {
    await makeProtected()
    const old = readFileSync(keyFileOf(file), 'utf8')
    rmSync(file)
    await makeProtected()
    expect(readFileSync(`${keyFileOf(file)}.old-1`, 'utf8')).toBe(old)
  })
})

describe('changing the protection', () => {
  async function makePlain() {
    const opened = openUnprotected(file)
    if (!opened.ok) throw new Error(opened.error.code)
    keep(opened.value.library, `Dear ${name}`)
    keep(opened.value.library, 'a second letter')
    opened.value.library.close()
  }

  test('encrypts the plain library, row by row the same', async () => {
    await makePlain()
    const to = newSecret()
    changeProtection({ file, from: null, to, before: [], after: [await wrapSecret(to, passphrase, cheap)] })
    expect(await byPassphrase()).toEqual([`Dear ${name}`, 'a second letter'])
    expect(await byKey(to)).toEqual([`Dear ${name}`, 'a second letter'])
    expect(readFileSync(file).includes(name)).toBe(false)
    expect(readdirSync(dirname(file)).sort()).toEqual(['library.waymark', 'library.waymark.keys'])
  })

  test('removes the protection', async () => {
    const from = await makeProtected()
    changeProtection({ file, from, to: null, before: slotsOf(file), after: [] })
    const opened = openUnprotected(file)
    expect(opened.ok && textsIn(opened.value.library)).toEqual([`Dear ${name}`])
    if (opened.ok) opened.value.library.close()
    expect(existsSync(keyFileOf(file))).toBe(false)
  })

  test('creates another recovery key; the old one no longer opens anything', async () => {
    const from = await makeProtected()
    const to = newSecret()
    const after = [await wrapSecret(to, 'another passphrase', cheap)]
    changeProtection({ file, from, to, before: slotsOf(file), after })
    expect(await byKey(from)).toBe('unlock.wrong-key')
    expect(await byPassphrase()).toBe('unlock.wrong-passphrase')
    expect(await byPassphrase('another passphrase')).toEqual([`Dear ${name}`])
  })

  test('a file that a second process had open is not written to after another file replaced it', async () => {
    await makePlain()
    const other = openWith(file, null)
    if (!other.ok) throw new Error(other.error.code)
    copyFileSync(file, `${file}-copy`)
    rmSync(file)
    copyFileSync(`${file}-copy`, file)
    expect(other.value.library.write(() => null)).toEqual({ ok: false, error: { code: 'library.moved' } })
    other.value.library.close()
  })
})
