import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { storeScan } from '../../../src/main/scans/store-scan.ts'
import { makeBackup } from '../../../src/main/storage/backup/backup.ts'
import { failureFromThrown } from '../../../src/main/storage/library-failures.ts'
import type { Library } from '../../../src/main/storage/open-library.ts'
import { openUnprotected } from '../../../src/main/storage/protection/unlock-library.ts'

const keptAt = '2026-11-22T12:00:00.000Z'
const keep = (library: Library, name: string, bytes = 1000) =>
  storeScan(library, { fileName: name, bytes: new Uint8Array(Buffer.alloc(bytes, name)), keptAt })
function open(file: string): Library {
  const opened = openUnprotected(file)
  if (!opened.ok) throw new Error(opened.error.code)
  return opened.value.library
}

/** A disk of its own, where this machine lets us have one. */
const disk = mkdtempSync(join(tmpdir(), 'waymark-disk-'))
const canMount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', disk]).status === 0
if (canMount) spawnSync('umount', [disk])
else console.warn('No disk can be mounted here (needs root): full and read-only disks are not tested.')

describe.skipIf(!canMount)('a disk that', () => {
  const mount = (options: string) => execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', disk])
  afterEach(() => {
    spawnSync('umount', [disk])
  })

  test('is full stores no half letter, says so, and stores letters again when there is room', () => {
    mount('size=4m')
    const library = open(join(disk, 'library.waymark'))
    expect(keep(library, 'small').ok).toBe(true)
    expect(keep(library, 'large', 5_000_000)).toEqual({ ok: false, error: { code: 'library.disk-full' } })
    expect(library.letters.list()).toHaveLength(1)
    execFileSync('mount', ['-o', 'remount,size=40m', disk])
    expect(keep(library, 'large', 5_000_000).ok).toBe(true)
    expect(library.letters.list()).toHaveLength(2)
    library.close()
  })

  test('has no room for a backup leaves no partial backup', () => {
    mount('size=4m')
    const file = join(disk, 'library.waymark')
    const library = open(file)
    keep(library, 'a letter', 500_000)
    expect(() => writeFileSync(join(disk, 'filler'), Buffer.alloc(4_000_000))).toThrow('ENOSPC')
    let code: string | undefined
    try {
      makeBackup({ file, secret: null, slots: [], madeAt: keptAt })
    } catch (error) {
      code = failureFromThrown(error)?.code
    }
    expect(code).toBe('library.disk-full')
    const backups = join(disk, 'backups')
    expect(existsSync(backups) ? readdirSync(backups) : []).toEqual([])
    library.close()
  })

  test('has no room for a new library leaves none', () => {
    mount('size=64k')
    const file = join(disk, 'library.waymark')
    expect(openUnprotected(file)).toEqual({ ok: false, error: { code: 'library.disk-full' } })
    expect(existsSync(file)).toBe(false)
  })

  test('is read-only says so, and changes nothing', () => {
    mount('size=4m')
    const file = join(disk, 'library.waymark')
    open(file).close()
    const before = readFileSync(file)
    execFileSync('mount', ['-o', 'remount,ro', disk])
    expect(openUnprotected(file)).toEqual({ ok: false, error: { code: 'library.read-only' } })
    expect(readFileSync(file).equals(before)).toBe(true)
  })
})
