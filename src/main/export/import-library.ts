import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { err, type Failure, ok, type Result } from '../../shared/model/result.ts'
import type { Content } from '../storage/contents.ts'
import { ExportedLetter, ExportedScan, ExportIndex, indexPath } from '../storage/export-format.ts'
import type { Library, WriteFailure } from '../storage/open-library.ts'
import { type IndexTables, indexScan } from '../storage/search-index/index-letter.ts'
import { createContradictionCheck, type WholeScan } from './contradictions.ts'
import {
  bytesOf,
  hashOf,
  type Import,
  largestIndex,
  largestJson,
  largestOriginal,
  NotWhole,
  type ReadFailure,
} from './export-file.ts'
import { mostMarks, mostMarksOfIndex, type Parsed, parseExported } from './exported-json.ts'

type Damaged = ReadFailure | Failure<'import.damaged'>
export type ImportFailure = WriteFailure | Damaged | Failure<'import.not-an-export' | 'import.newer'>

/** Where an import is written. */
export type ImportTables = IndexTables & Pick<Library, 'archive' | 'pageTexts' | 'write'>

/**
 * Imports an export into a library, scan by scan, each completely or not at all. What the library already has
 * stays as it is: the same file, or a letter with the same id. `added` and `known` count letters.
 */
export function importLibrary(
  library: ImportTables,
  read: Import,
): Result<{ added: number; known: number }, ImportFailure> {
  const index = readJson(read, ExportIndex, indexPath, { bytes: largestIndex, marks: mostMarksOfIndex })
  if (!index.ok) return index.error.code === 'import.damaged' ? err({ code: 'import.not-an-export' }) : index
  const checked = checkAll(library, read, index.value)
  if (!checked.ok) return checked
  let [added, known] = [0, 0]
  for (const path of index.value.scans) {
    const whole = readScan(read, path)
    if (!whole.ok) return whole
    const { scan, letters } = whole.value
    if (isKnown(library, whole.value)) known += letters.length
    else {
      const written = writeChecked(library, read, (get) => insertScan(library, scan, letters, get))
      if (!written.ok) return written
      added += letters.length
    }
  }
  const templates = writeChecked(library, read, (get) => {
    for (const template of index.value.blanks) library.archive.insertTemplate(template, get)
  })
  return templates.ok ? ok({ added, known }) : templates
}

/** A file of which the export says what its hash is. */
type Hashed = { path: string; sha256: string }

const isKnown = (library: ImportTables, { scan, letters }: WholeScan): boolean =>
  scan.files.some((file) => library.files.findBySha256(file.sha256)) ||
  [...letters, ...scan.absorbed].some(({ id }) => library.archive.hasLetter(id))

/** Checks everything before anything is written, one scan at a time: an export may be larger than the memory. */
function checkAll(library: ImportTables, read: Import, index: ExportIndex): Result<null, ImportFailure> {
  const contradictions = createContradictionCheck()
  for (const path of index.scans) {
    const whole = readScan(read, path)
    if (!whole.ok) return whole
    const { scan, letters } = whole.value
    const contradiction = contradictions.ofScan(path, whole.value)
    if (contradiction) return err({ code: codeOf[contradiction] })
    // Nothing in it is known, and still one of its ids is: it was put together from parts of this library.
    if (!isKnown(library, whole.value) && library.archive.hasIdOf(scan, letters))
      return err({ code: 'import.damaged' })
    for (const content of [...scan.files, ...[...letters, ...scan.absorbed].flatMap(exhibitsOf)]) {
      const checked = checkHash(read, content)
      if (!checked.ok) return checked
    }
  }
  for (const template of index.blanks) {
    const contradiction = contradictions.ofTemplate(template)
    if (contradiction) return err({ code: codeOf[contradiction] })
    const checked = checkHash(read, template)
    if (!checked.ok) return checked
  }
  return ok(null)
}

const codeOf = { twice: 'import.damaged', 'too-much': 'import.too-much' } as const
const exhibitsOf = ({ exhibits }: ExportedLetter) => exhibits

function readScan(read: Import, path: string): Result<WholeScan, ImportFailure> {
  const scan = readJson(read, ExportedScan, path)
  if (!scan.ok) return scan
  const letters: ExportedLetter[] = []
  for (const each of scan.value.letters) {
    const letter = readJson(read, ExportedLetter, each)
    if (!letter.ok) return letter
    letters.push(letter.value)
  }
  return ok({ scan: scan.value, letters })
}

function checkHash(read: Import, { path, sha256 }: Hashed): Result<null, Damaged> {
  const found = read(path, largestOriginal)
  if (!found.ok) return found
  if (!found.value) return err({ code: 'import.damaged' })
  const hash = hashOf(found.value)
  if (!hash.ok) return hash
  return hash.value === sha256 ? ok(null) : err({ code: 'import.damaged' })
}

/** `import.damaged`: it is not there, or is none. */
function readJson<S extends z.ZodObject>(
  read: Import,
  schema: S,
  path: string,
  most = { bytes: largestJson, marks: mostMarks },
): Result<z.output<S>, Damaged | Failure<'import.newer'>> {
  const found = read(path, most.bytes)
  if (!found.ok) return found
  if (!found.value) return err({ code: 'import.damaged' })
  const bytes = bytesOf(found.value)
  if (!bytes.ok) return bytes
  const parsed: Parsed<z.output<S>> = parseExported(schema, bytes.value, most.marks)
  if (parsed.ok) return ok(parsed.value)
  const codes = { wrong: 'import.damaged', newer: 'import.newer', large: 'import.too-much' } as const
  return err({ code: codes[parsed.why] })
}

/** What was whole when everything was checked is not any more: somebody is changing the folder meanwhile. */
class ChangedMeanwhile extends Error {
  readonly failure: Damaged
  constructor(failure: Damaged) {
    super(failure.code)
    this.failure = failure
  }
}
type Get = (content: Hashed) => Content

/** Writes all of it or nothing; each file is read when it is written, so that a part of one is in memory at a time. */
function writeChecked(
  library: Pick<Library, 'write'>,
  read: Import,
  write: (get: Get) => void,
): Result<void, WriteFailure | Damaged> {
  const get: Get = ({ path, sha256 }) => {
    const found = read(path, largestOriginal)
    if (!found.ok) throw new ChangedMeanwhile(found.error)
    if (!found.value) throw new ChangedMeanwhile({ code: 'import.damaged' })
    const { size, parts } = found.value
    return { size, parts: () => withHash(parts(), sha256) }
  }
  try {
    return library.write(() => write(get))
  } catch (error) {
    if (error instanceof ChangedMeanwhile) return err(error.failure)
    if (error instanceof NotWhole) return err({ code: 'import.unsafe' })
    throw error
  }
}

/** The same parts; after the last one it throws if they are not what the export says. */
function* withHash(parts: Iterable<Uint8Array>, sha256: string): Generator<Uint8Array> {
  const hash = createHash('sha256')
  for (const part of parts) {
    hash.update(part)
    yield part
  }
  if (hash.digest('hex') !== sha256) throw new ChangedMeanwhile({ code: 'import.damaged' })
}

function insertScan(
  library: ImportTables,
  scan: ExportedScan,
  letters: readonly ExportedLetter[],
  get: Get,
): void {
  library.archive.insertScan(scan, get)
  const rows = [
    ...letters.map((letter) => ({ letter, superseded: false })),
    ...scan.absorbed.map((letter) => ({ letter, superseded: true })),
  ]
  rows.forEach(({ letter, superseded }, position) => {
    library.archive.insertLetter(scan.id, letter, position, superseded)
    library.archive.insertExhibits(letter, get)
  })
  // The receipt of a mailing may be an exhibit of any letter of the scan.
  for (const { letter } of rows) {
    library.events.replace(letter.id, letter.events)
    library.mailings.replace(letter.id, letter.mailings)
    library.archive.insertHistory(letter)
  }
  library.pageTexts.store(scan.id, scan.pages)
  indexScan(library, scan.id)
}
