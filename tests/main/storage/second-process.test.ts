import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { storeScan } from '../../../src/main/scans/store-scan.ts'
import { openDatabase } from '../../../src/main/storage/database.ts'
import type { Library } from '../../../src/main/storage/open-library.ts'
import { changeProtection } from '../../../src/main/storage/protection/change-protection.ts'
import { slotsOf } from '../../../src/main/storage/protection/proofs.ts'
import {
  createProtected,
  openUnprotected,
  openWith,
} from '../../../src/main/storage/protection/unlock-library.ts'
import { projectFolder } from '../../support.ts'

/** Whoever finds the library held waits for five seconds, so that these tests are slow. */
const keptAt = '2026-11-22T12:00:00.000Z'
const keep = (library: Library, name: string) =>
  storeScan(library, { fileName: name, bytes: new Uint8Array(Buffer.alloc(1000, name)), keptAt })
function open(file: string): Library {
  const opened = openUnprotected(file)
  if (!opened.ok) throw new Error(opened.error.code)
  return opened.value.library
}

describe('a second process on the same library', () => {
  const inOther = (file: string, code: string) =>
    execFileSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `import D from 'better-sqlite3'; const d = new D(${JSON.stringify(file)}); ${code}`,
      ],
      { cwd: projectFolder, encoding: 'utf8' },
    )

  test('that is writing makes a letter wait, then is reported; afterwards letters are saved again', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'waymark-')), 'library.waymark')
    const library = open(file)
    const code = `import D from 'better-sqlite3'; const d = new D(${JSON.stringify(file)}); d.exec('BEGIN IMMEDIATE');
      console.log('held'); process.stdin.on('data', () => { d.exec('COMMIT'); d.close(); process.exit(0) })`
    const other = spawn(process.execPath, ['--input-type=module', '-e', code], { cwd: projectFolder })
    await once(other.stdout, 'data')
    expect(keep(library, 'ours')).toEqual({ ok: false, error: { code: 'library.busy' } })
    expect(library.letters.list()).toEqual([])
    other.stdin.write('go')
    await once(other, 'close')
    expect(keep(library, 'ours').ok).toBe(true)
    library.close()
  })

  test('reads what was stored, and writes next to us', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'waymark-')), 'library.waymark')
    const library = open(file)
    keep(library, 'ours')
    inOther(file, `d.prepare("INSERT INTO setting VALUES ('theirs', '1')").run(); d.close()`)
    expect(keep(library, 'ours again').ok).toBe(true)
    expect(inOther(file, `console.log(d.prepare('SELECT count(*) FROM letter').pluck().get())`).trim()).toBe(
      '2',
    )
    library.close()
  })
})

test('changing the protection is refused while another connection has the library, which stays as it is', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'waymark-')), 'library.waymark')
  const made = await createProtected(file, 'four velvet otter words test', { n: 2 ** 10, r: 8, p: 1 })
  if (!made.ok) throw new Error(made.error.code)
  const { library, secret } = made.value
  keep(library, 'ours')
  library.close()
  const other = openDatabase(file, secret)
  other.prepare('SELECT count(*) FROM letter').get()
  const change = { file, from: secret, to: null, before: slotsOf(file), after: [] }
  expect(() => changeProtection(change)).toThrow(SqliteDatabase.SqliteError)
  other.close()
  const again = openWith(file, secret)
  expect(again.ok && again.value.library.letters.list()).toHaveLength(1)
  if (again.ok) again.value.library.close()
})
