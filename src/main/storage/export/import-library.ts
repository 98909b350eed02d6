import type { z } from 'zod'
import { err, type Failure, ok, type Result } from '../../../shared/model/result.ts'
import { ExportedLetter, ExportedScan, ExportIndex, indexPath } from '../export-format.ts'
import type { Library, WriteFailure } from '../open-library.ts'
import { indexScan } from '../search-index/index-letter.ts'
import { type Import, sha256Of } from './export-file.ts'

export type ImportFailure = WriteFailure | Failure<'import.not-an-export' | 'import.newer' | 'import.damaged'>

/**
 * Imports an export into a library, scan by scan, each completely or not at all. What the library already has
 * stays as it is: the same file, or a letter with the same id. `added` and `known` count letters.
 */
export function importLibrary(
  library: Library,
  read: Import,
): Result<{ added: number; known: number }, ImportFailure> {
  const index = parsed(ExportIndex, read(indexPath))
  if (!index.ok) return err({ code: index.newer ? 'import.newer' : 'import.not-an-export' })
  const whole = checked(read, index.value)
  if (!whole) return err({ code: 'import.damaged' })
  let [added, known] = [0, 0]
  for (const { scan, letters } of whole.scans) {
    const isKnown =
      scan.files.some((file) => library.files.findBySha256(file.sha256)) ||
      [...letters, ...scan.absorbed].some(({ id }) => library.archive.hasLetter(id))
    if (isKnown) known += letters.length
    else {
      const written = library.write(() => insertScan(library, scan, letters, whole.get))
      if (!written.ok) return written
      added += letters.length
    }
  }
  const blanks = library.write(() => {
    for (const blank of index.value.blanks) library.archive.insertTemplate(blank, whole.get(blank.path))
  })
  return blanks.ok ? ok({ added, known }) : blanks
}

type Whole = { scans: { scan: ExportedScan; letters: ExportedLetter[] }[]; get: (path: string) => Uint8Array }

/** Checks everything before anything is written; null: something is missing or is not what it says it is. */
function checked(read: Import, index: ExportIndex): Whole | null {
  const scans: Whole['scans'] = []
  const contents: { path: string; sha256: string }[] = [...index.blanks]
  for (const path of index.scans) {
    const scan = parsed(ExportedScan, read(path))
    if (!scan.ok) return null
    const letters = scan.value.letters.map((each) => parsed(ExportedLetter, read(each)))
    const good = letters.flatMap((letter) => (letter.ok ? [letter.value] : []))
    if (good.length < letters.length) return null
    contents.push(
      ...scan.value.files,
      ...[...good, ...scan.value.absorbed].flatMap(({ exhibits }) => exhibits),
    )
    scans.push({ scan: scan.value, letters: good })
  }
  for (const { path, sha256 } of contents) {
    const bytes = read(path)
    if (!bytes || sha256Of(bytes) !== sha256) return null
  }
  const get = (path: string) => {
    const bytes = read(path)
    if (!bytes) throw new Error('import: a file went away')
    return bytes
  }
  return { scans, get }
}

function insertScan(
  library: Library,
  scan: ExportedScan,
  letters: readonly ExportedLetter[],
  get: Whole['get'],
): void {
  library.archive.insertScan(scan, get)
  const rows = [
    ...letters.map((letter) => ({ letter, superseded: false })),
    ...scan.absorbed.map((letter) => ({ letter, superseded: true })),
  ]
  rows.forEach(({ letter, superseded }, position) => {
    library.archive.insertLetter(scan.id, letter, position, superseded)
    library.archive.insertExhibits(letter, get)
    library.events.replace(letter.id, letter.events)
    library.mailings.replace(letter.id, letter.mailings)
    library.archive.insertHistory(letter)
  })
  library.pageTexts.store(scan.id, scan.pages)
  indexScan(library, scan.id)
}

type Parsed<T> = { ok: true; value: T } | { ok: false; newer: boolean }
function parsed<S extends z.ZodType>(schema: S, bytes: Uint8Array | undefined): Parsed<z.output<S>> {
  if (!bytes) return { ok: false, newer: false }
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    const found = schema.safeParse(value)
    if (found.success) return { ok: true, value: found.data }
    return { ok: false, newer: isNewer(value) }
  } catch {
    return { ok: false, newer: false }
  }
}

const isNewer = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'format' in value &&
  typeof value.format === 'number' &&
  value.format > 1
