import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { backupFolderOf } from '../../../../src/main/files/temporary-files.ts'
import type { LibrarySecret } from '../../../../src/main/keys/recovery-key.ts'
import { storeScan } from '../../../../src/main/scans/store-scan.ts'
import { listBackups, makeBackup } from '../../../../src/main/storage/backup/backup.ts'
import { restoreBackup } from '../../../../src/main/storage/backup/restore.ts'
import { salvageLibrary } from '../../../../src/main/storage/backup/salvage.ts'
import { verifyLibrary } from '../../../../src/main/storage/backup/verify-library.ts'
import { openDatabase } from '../../../../src/main/storage/database.ts'
import type { Library } from '../../../../src/main/storage/open-library.ts'
import { slotsOf } from '../../../../src/main/storage/protection/proofs.ts'
import { createProtected, openWith, unlock } from '../../../../src/main/storage/protection/unlock-library.ts'

const cheap = { n: 2 ** 10, r: 8, p: 1 } as const
const passphrase = 'four velvet otter words test'
const madeAt = '2026-11-22T12:00:00.000Z'

let file: string
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'waymark-')), 'library.waymark')
})

/** Large enough that a letter fills pages of its own. */
const contentOf = (name: string) => new Uint8Array(Buffer.from(name.repeat(200_000)))
function keep(library: Library, ...names: string[]) {
  for (const name of names) {
    const kept = storeScan(library, { fileName: `${name}.pdf`, bytes: contentOf(name), keptAt: madeAt })
    if (!kept.ok) throw new Error(kept.error.code)
  }
}
function open(secret: LibrarySecret | null = null, path = file): Library {
  const opened = openWith(path, secret)
  if (!opened.ok) throw new Error(opened.error.code)
  return opened.value.library
}
async function openProtected(): Promise<{ library: Library; secret: LibrarySecret }> {
  const made = await createProtected(file, passphrase, cheap)
  if (!made.ok) throw new Error(made.error.code)
  return made.value
}
const namesIn = (library: Library) =>
  [...library.files.list().values()]
    .flat()
    .filter(({ id, fileName }) =>
      Buffer.from(library.files.getBytes(id)).equals(contentOf(fileName.replace('.pdf', ''))),
    )
    .map(({ fileName }) => fileName.replace('.pdf', ''))
    .sort()
function namesAt(path: string, secret: LibrarySecret | null = null) {
  const library = open(secret, path)
  const names = namesIn(library)
  library.close()
  return names
}
const backup = (secret: LibrarySecret | null = null) =>
  makeBackup({ file, secret, slots: secret ? slotsOf(file) : [], madeAt })

describe('a backup', () => {
  test('is one file with everything, made while the library is open', () => {
    const library = open()
    keep(library, 'a', 'b')
    const made = backup()
    keep(library, 'c')
    expect(made).toMatchObject({
      backup: { name: 'library backup 1, 2026-11-22.waymark', letters: 2, protected: false },
      verified: { letters: 2, originals: 2, issues: [] },
    })
    expect(readdirSync(backupFolderOf(file))).toEqual(['library backup 1, 2026-11-22.waymark'])
    library.close()
    expect(namesAt(join(backupFolderOf(file), made.backup.name))).toEqual(['a', 'b'])
  })

  test('of a protected library is protected, and opens with the same passphrase wherever it is', async () => {
    const { library, secret } = await openProtected()
    keep(library, 'a')
    const made = backup(secret)
    library.close()
    const path = join(backupFolderOf(file), made.backup.name)
    expect(made.backup.protected).toBe(true)
    expect(readFileSync(path).includes('a.pdf')).toBe(false)
    const elsewhere = join(mkdtempSync(join(tmpdir(), 'waymark-')), 'stick.waymark')
    writeFileSync(elsewhere, readFileSync(path))
    const opened = await unlock(elsewhere, { kind: 'passphrase', passphrase })
    expect(opened.ok && namesIn(opened.value.library)).toEqual(['a'])
    if (opened.ok) opened.value.library.close()
  })

  test('the last ten are kept, even if the clock jumps back', () => {
    open().close()
    for (let count = 0; count < 12; count += 1)
      makeBackup({ file, secret: null, slots: [], madeAt: `20${40 - count}-01-01T00:00:00.000Z` })
    const names = listBackups(file).map(({ name }) => name)
    expect(names).toHaveLength(10)
    expect(names[0]).toBe('library backup 12, 2029-01-01.waymark')
    expect(names.at(-1)).toBe('library backup 3, 2038-01-01.waymark')
  })

  test('of a damaged library names the damaged letter and does not push out an older backup', () => {
    const library = open()
    keep(library, 'a', 'b')
    for (let count = 0; count < 10; count += 1) backup()
    library.close()
    const database = openDatabase(file, null)
    database.prepare("UPDATE file SET bytes = x'00' WHERE file_name = 'a.pdf'").run()
    const id = database.prepare(
      'SELECT id FROM letter WHERE scan_id IN (SELECT scan_id FROM file WHERE file_name = ?)',
    )
    const letter = id.pluck().get('a.pdf')
    database.close()
    expect(backup().verified.issues).toMatchObject([{ what: 'original', letters: [letter] }])
    expect(listBackups(file)).toHaveLength(11)
  })
})

describe('restoring', () => {
  const restore = (name: string, secret: LibrarySecret | null, present: boolean) =>
    restoreBackup({
      from: join(backupFolderOf(file), name),
      secret,
      slots: slotsOf(join(backupFolderOf(file), name)),
      file,
      present: present ? { secret, slots: slotsOf(file) } : undefined,
      now: madeAt,
    })

  test('restores what was there, and keeps what is there now', () => {
    const library = open()
    keep(library, 'a')
    const made = backup()
    keep(library, 'b')
    library.close()
    const restored = restore(made.backup.name, null, true)
    expect(restored).toMatchObject({ ok: true, value: { savedAs: 'library backup 2, 2026-11-22.waymark' } })
    expect(namesAt(file)).toEqual(['a'])
    expect(namesAt(join(backupFolderOf(file), 'library backup 2, 2026-11-22.waymark'))).toEqual(['a', 'b'])
  })

  test('over a library that does not open keeps that file as it is', async () => {
    const { library, secret } = await openProtected()
    keep(library, 'a')
    const made = backup(secret)
    library.close()
    writeFileSync(file, 'no library any more, and long enough to be none')
    expect(restore(made.backup.name, secret, false)).toMatchObject({
      ok: true,
      value: { savedAs: 'library not opened 1.waymark' },
    })
    expect(namesAt(file, secret)).toEqual(['a'])
    const kept = join(backupFolderOf(file), 'library not opened 1.waymark')
    expect(readFileSync(kept, 'latin1')).toMatch(/^no library any more/)
    expect(existsSync(`${kept}.keys`)).toBe(true)
  })

  test.each([
    ['cut off', (path: string) => truncateSync(path, statSync(path).size - 300)],
    ['flipped in one bit', (path: string) => flip(path, 50_000)],
  ])('a backup that is %s is refused, and nothing changes', (_name, damage) => {
    const library = open()
    keep(library, 'a')
    const made = backup()
    keep(library, 'b')
    library.close()
    damage(join(backupFolderOf(file), made.backup.name))
    const refused = { ok: false, error: { code: 'backup.damaged' } }
    expect(restore(made.backup.name, null, true)).toEqual(refused)
    expect(namesAt(file)).toEqual(['a', 'b'])
  })
})

describe('a damaged library', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f']
  async function make(isProtected: boolean): Promise<LibrarySecret | null> {
    const { library, secret } = isProtected ? await openProtected() : { library: open(), secret: null }
    keep(library, ...names)
    library.close()
    return secret
  }

  test.each([true, false])(
    'of which one bit flipped names the letter, and the others are saved (%s)',
    async (isProtected) => {
      const secret = await make(isProtected)
      flip(file, Math.floor(statSync(file).size / 2))
      const database = openDatabase(file, secret)
      const { issues } = verifyLibrary(database, file)
      database.close()
      expect(issues.filter(({ what }) => what === 'original')).toHaveLength(1)
      expect(issues.flatMap(({ letters }) => letters)).toHaveLength(1)
      const salvaged = salvageLibrary(file, secret, `${file}-salvaged`)
      expect(salvaged?.verified.letters).toBeGreaterThanOrEqual(5)
      expect(namesAt(`${file}-salvaged`, secret)).toHaveLength(5)
    },
  )

  test.each([true, false])(
    'that was cut off does not open, says so, and yields what is there (%s)',
    async (isProtected) => {
      const secret = await make(isProtected)
      truncateSync(file, Math.floor((statSync(file).size * 0.7) / 4096) * 4096 + 123)
      const before = readFileSync(file)
      const opened = openWith(file, secret)
      if (opened.ok) opened.value.library.close()
      expect(opened).toMatchObject({ ok: false, error: { code: 'library.damaged' } })
      expect(readFileSync(file).equals(before)).toBe(true)
      salvageLibrary(file, secret, `${file}-salvaged`)
      expect(namesAt(`${file}-salvaged`, secret).length).toBeGreaterThanOrEqual(3)
      expect(readdirSync(dirname(file)).filter((name) => /reading|making/.test(name))).toEqual([])
    },
  )

  test('that is empty is not created again', () => {
    writeFileSync(file, '')
    expect(openWith(file, null)).toEqual({ ok: false, error: { code: 'library.empty' } })
    expect(statSync(file).size).toBe(0)
  })
})

function flip(path: string, at: number): void {
  const byte = readFileSync(path)[at] ?? 0
  const handle = openSync(path, 'r+')
  writeSync(handle, Buffer.from([byte ^ 1]), 0, 1, at)
  closeSync(handle)
}
