import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createContradictionCheck } from '../../../src/main/export/contradictions.ts'
import type { Import } from '../../../src/main/export/export-file.ts'
import { openFolder, writeFolder } from '../../../src/main/export/folder.ts'
import { importLibrary } from '../../../src/main/export/import-library.ts'
import { openZip } from '../../../src/main/export/open-zip.ts'
import { zipOf } from '../../../src/main/export/zip.ts'
import { contentOf, together } from '../../../src/main/storage/contents.ts'
import type { Library } from '../../../src/main/storage/open-library.ts'
import { ok } from '../../../src/shared/model/result.ts'
import { temporaryFolder } from '../../support.ts'
import { type FullLibrary, fullLibrary, opened } from '../storage/full-library.ts'
import { exported, filesOf } from './exported-files.ts'

let full: FullLibrary
let other: Library
beforeEach(() => {
  full = fullLibrary()
  other = opened()
})
afterEach(() => {
  full.library.close()
  other.close()
})

const readerOf =
  (files: Record<string, Uint8Array>): Import =>
  (path) =>
    ok(files[path] && contentOf(files[path]))
const most = Number.POSITIVE_INFINITY
const readFrom = (read: Import, path: string): Uint8Array | undefined => {
  const found = read(path, most)
  if (!found.ok) throw new Error(found.error.code)
  return found.value && together(found.value)
}

/** All that export and import keep, with what the database numbers by itself taken out. */
function contentsOf(library: Library) {
  const scans = library.scans.list().sort((a, b) => a.id.localeCompare(b.id))
  return scans.map((scan) => ({
    scan,
    files: library.files
      .listOfScan(scan.id)
      .map((file) => ({ ...file, bytes: strFromU8(library.files.getBytes(file.id)) })),
    pages: library.pageTexts.list(scan.id),
    letters: library.letters.listOfScanWithSuperseded(scan.id).map((letter) => {
      const steps = library.history.listOfLetter(letter.id)
      return {
        letter,
        events: library.events.listOfLetter(letter.id),
        mailings: library.mailings.listOfLetter(letter.id),
        exhibits: library.archive
          .listExhibits(letter.id)
          .map((exhibit) => ({ ...exhibit, bytes: strFromU8(library.exhibits.getBytes(exhibit.id)) })),
        history: steps.map(({ id: _, undoes, ...step }) => ({
          ...step,
          undoes: steps.findIndex(({ id }) => id === undoes),
        })),
      }
    }),
  }))
}
const templatesOf = (library: Library) =>
  library.formTemplates
    .list()
    .map((each) => ({ ...each, bytes: strFromU8(library.formTemplates.getBytes(each.id)) }))

describe('an export', () => {
  test('imports an equal library into an empty one, and nothing twice', async () => {
    const read = readerOf(await filesOf(full.library))
    expect(importLibrary(other, read)).toEqual({ ok: true, value: { added: 4, known: 0 } })
    expect(contentsOf(other)).toEqual(contentsOf(full.library))
    expect(templatesOf(other)).toEqual(templatesOf(full.library))
    expect(importLibrary(other, read)).toEqual({ ok: true, value: { added: 0, known: 4 } })
    expect(contentsOf(other)).toEqual(contentsOf(full.library))
    expect(other.letterTexts.lettersWithout()).toEqual([])
    expect(await filesOf(other)).toEqual(await filesOf(full.library))
  })

  test('looks through the whole library once for all letters, and not once a letter', async () => {
    const { letters } = full.library
    const looks = vi.spyOn(letters, 'listWithSpecial')
    await filesOf(full.library)
    expect(letters.list().length).toBeGreaterThan(2)
    expect(looks).toHaveBeenCalledTimes(1)
  })

  test('is folders by person, year, and letter, and one timeline', async () => {
    const files = await filesOf(full.library)
    const home = `people/ZOË MUÑOZ/2023/2026-10-05 CP504 ${full.read.slice(0, 8)}`
    expect(
      Object.keys(files)
        .filter((path) => path.startsWith(home))
        .sort(),
    ).toEqual(
      [
        'exhibits/00000000 41.pdf',
        'exhibits/00000000 42.pdf',
        'exhibits/00000000 43.pdf',
        'letter.json',
        'originals/1 letters.pdf',
        'originals/2 more.pdf',
        'scan.json',
      ].map((path) => `${home}/${path}`),
    )
    expect(Object.keys(files)).toContain(`people/no name/no year/${full.failed.slice(0, 8)}/originals/1 -CON`)
    expect(Object.keys(files).filter((path) => path.startsWith('blanks/'))).toEqual([
      'blanks/1 f51.pdf',
      'blanks/2 f52.pdf',
    ])
    const timeline = strFromU8(files['timeline.csv'] ?? new Uint8Array())
    const rows = timeline.replace('\uFEFF', '').trim().split('\r\n')
    const own = (text: string) => `${text},ZOË MUÑOZ,CP504,2023 2022,${home}`
    expect(rows[0]).toBe('day,what,detail,person,notice,periods,folder')
    expect(rows).toContain(own('2026-10-05,date of the letter,9533.53'))
    expect(rows).toContain(own("2026-11-20,phoneCall,'=spoke with Mr. Quill"))
    expect(rows).toContain(own('2026-11-20,sent: certified,"Form 9423; IRS, Ogden; 94"'))
    expect(rows).toContain(own('2026-11-21,sent: fax,Form 12153'))
    expect(rows.slice(1).map((each) => each.slice(0, 10))).toEqual(
      rows
        .slice(1)
        .map((each) => each.slice(0, 10))
        .sort(),
    )
    expect(rows.some((each) => each.includes('last day ('))).toBe(true)
    const index = JSON.parse(strFromU8(files['waymark-export.json'] ?? new Uint8Array()))
    expect(index).toMatchObject({ format: 1, app: '1.2.3' })
    expect(index.scans).toHaveLength(3)
    // Earlier versions wrote these names, and read them.
    const scan = JSON.parse(strFromU8(files[`${home}/scan.json`] ?? new Uint8Array()))
    expect(scan.absorbed).toMatchObject([{ id: full.lost }])
    expect(index.blanks[0]).toMatchObject({ manifest: { title: 'Collection Appeal Request' } })
  })

  test('does not bring in a letter that is here under another file', async () => {
    const files = await filesOf(full.library)
    const [id] = [full.failed]
    const scanId = full.library.letters.find(id)?.scanId ?? ''
    other.scans.insert({ id: scanId, keptAt: '2026-11-22T12:00:00.000Z' })
    other.letters.insert(
      {
        id,
        scanId,
        pages: [1],
        reading: null,
        answers: full.library.letters.find(id)?.answers ?? ({} as never),
      },
      0,
    )
    expect(importLibrary(other, readerOf(files))).toEqual({ ok: true, value: { added: 3, known: 1 } })
    expect(other.files.listOfScan(scanId)).toEqual([])
  })
})

test('an export that names more than a million parts is too much before they fill the memory', () => {
  const check = createContradictionCheck()
  const ofPages = (number: number) => {
    const files = Array.from({ length: 250_000 }, (_, at) => `${number} ${at}`)
    const scan = { id: `${number}`, files: files.map((id) => ({ id, sha256: `of ${id}`, path: id })) }
    const empty = { pages: [], letters: [], absorbed: [] }
    return check.ofScan(`${number}`, { scan: { ...scan, ...empty }, letters: [] } as never)
  }
  expect([ofPages(1), ofPages(2)]).toEqual([null, 'too-much'])
})

describe('nothing is imported from an export', () => {
  const edited = (files: Record<string, Uint8Array>, end: string, change: (text: string) => string) => {
    const path = Object.keys(files).find((each) => each.endsWith(end)) ?? ''
    return { ...files, [path]: strToU8(change(strFromU8(files[path] ?? new Uint8Array()))) }
  }
  test.each([
    ['that is none', 'waymark-export.json', () => '{}', 'import.not-an-export'],
    ['whose index is no JSON', 'waymark-export.json', () => '{', 'import.not-an-export'],
    [
      'of a newer version',
      'waymark-export.json',
      (text: string) => text.replace('"format": 1', '"format": 2'),
      'import.newer',
    ],
    [
      'of an older form than the first',
      'waymark-export.json',
      (text: string) => text.replace('"format": 1', '"format": 0'),
      'import.not-an-export',
    ],
    ['whose format is no number', 'waymark-export.json', () => '{"format":"2"}', 'import.not-an-export'],
    ['that is nothing', 'waymark-export.json', () => 'null', 'import.not-an-export'],
    ['with a changed original', 'letters.pdf', (text: string) => `${text}!`, 'import.damaged'],
    ['with a changed exhibit', '41.pdf', (text: string) => `${text}!`, 'import.damaged'],
    [
      'with a changed exhibit of a superseded letter',
      '43.pdf',
      (text: string) => `${text}!`,
      'import.damaged',
    ],
    ['with a changed form', 'f52.pdf', (text: string) => `${text}!`, 'import.damaged'],
    ['with a letter that is none', 'letter.json', () => '{}', 'import.damaged'],
    [
      'with a scan that is none',
      'scan.json',
      (text: string) => text.replace('"kept', '"was'),
      'import.damaged',
    ],
  ])('%s', async (_which, end, change, code) => {
    const files = edited(await filesOf(full.library), end, change)
    expect(importLibrary(other, readerOf(files))).toEqual({ ok: false, error: { code } })
    expect([other.scans.list(), other.formTemplates.list()]).toEqual([[], []])
  })

  test('of which a file is missing', async () => {
    const files = await filesOf(full.library)
    for (const path of Object.keys(files).filter((each) => !/schema|timeline/.test(each))) {
      const { [path]: _, ...left } = files
      expect([path, importLibrary(other, readerOf(left)).ok]).toEqual([path, false])
    }
    expect(other.scans.list()).toEqual([])
  })
})

describe('a folder', () => {
  test('takes the files where it is new or empty, and gives them back', async () => {
    const folder = join(temporaryFolder(), 'a', 'b')
    const files = await filesOf(full.library)
    expect(await writeFolder(folder, exported(full.library))).toBe(Object.keys(files).length)
    expect(await writeFolder(folder, exported(full.library))).toBeNull()
    const read = openFolder(folder)
    for (const [path, content] of Object.entries(files))
      expect([path, Buffer.from(readFrom(read, path) ?? []).equals(content)]).toEqual([path, true])
    expect(readFrom(read, 'people/nobody')).toBeUndefined()
    expect(importLibrary(other, read)).toMatchObject({ ok: true, value: { added: 4 } })
  })

  test('yields nothing that a link points to, and nothing without an index', async () => {
    const folder = temporaryFolder()
    const outside = join(temporaryFolder(), 'outside')
    writeFileSync(outside, 'outside')
    symlinkSync(outside, join(folder, 'link'))
    writeFileSync(join(folder, 'inside'), 'inside')
    expect(readFrom(openFolder(folder), 'inside')).toBeUndefined()
    writeFileSync(join(folder, 'waymark-export.json'), '{}')
    mkdirSync(join(folder, 'deeper'))
    writeFileSync(join(folder, 'deeper', 'file'), 'deeper')
    const read = openFolder(folder)
    expect(
      ['link', 'inside', 'deeper/file', 'deeper'].map(
        (path) => readFrom(read, path) && strFromU8(readFrom(read, path) ?? new Uint8Array()),
      ),
    ).toEqual([undefined, 'inside', 'deeper', undefined])
    expect(readdirSync(folder).sort()).toEqual(['deeper', 'inside', 'link', 'waymark-export.json'])
    expect(readFileSync(outside, 'utf8')).toBe('outside')
  })
})

describe('a zip file', () => {
  test('holds the same, originals unchanged, and is also read where it was zipped one folder deeper', async () => {
    const zip = await zipOf(exported(full.library))
    if (!zip.ok) throw new Error(zip.error.code)
    const read = await openZip(zip.value)
    if (!read.ok) throw new Error(read.error.code)
    const files = await filesOf(full.library)
    for (const [path, content] of Object.entries(files))
      expect([path, Buffer.from(readFrom(read.value, path) ?? []).equals(content)]).toEqual([path, true])
    expect(zip.value.length).toBeLessThan(Object.values(files).reduce((sum, { length }) => sum + length, 0))
    const deeper = zipSync(
      Object.fromEntries(Object.entries(files).map(([path, content]) => [`mine/${path}`, content])),
    )
    const again = await openZip(deeper)
    expect(again.ok && importLibrary(other, again.value)).toMatchObject({ ok: true, value: { added: 4 } })
  })

  test('that is not one is reported', async () => {
    expect(await openZip(strToU8('no zip file'))).toEqual({
      ok: false,
      error: { code: 'import.not-an-export' },
    })
    expect(await openZip(new Uint8Array())).toEqual({ ok: false, error: { code: 'import.not-an-export' } })
  })

  test('that claims to unpack to more than any library is not unpacked', async () => {
    const zip = zipSync({ 'a.txt': strToU8('a') })
    // The size that the list at its end claims, of an entry that is packed: 3 GB.
    const at = Buffer.from(zip).lastIndexOf(Buffer.from('PK\u0001\u0002', 'latin1')) + 24
    new DataView(zip.buffer, zip.byteOffset).setUint32(at, 3 * 1024 ** 3, true)
    expect(await openZip(zip)).toEqual({ ok: false, error: { code: 'import.too-large' } })
  })
})

test('the hash of an exported file is that of its bytes', async () => {
  const files = await filesOf(full.library)
  const path = Object.keys(files).find((each) => each.endsWith('41.pdf')) ?? ''
  const letter = Object.entries(files).find(
    ([name]) => name === path.replace(/exhibits.*/, 'letter.json'),
  )?.[1]
  const { exhibits } = JSON.parse(strFromU8(letter ?? new Uint8Array()))
  expect(exhibits[0].sha256).toBe(
    createHash('sha256')
      .update(files[path] ?? '')
      .digest('hex'),
  )
})
