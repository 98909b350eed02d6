import type { Database } from 'better-sqlite3'
import { LetterId } from '../../../shared/model/letter.ts'
import { contentTables, createContents } from '../contents.ts'
import { tablesOf } from '../database.ts'
import { type Library, libraryFrom } from '../open-library.ts'
import { foreignParts, namesOf } from '../schema.ts'
import { checkSums } from '../sums/check-sums.ts'

/**
 * What is not as it should be. `structure`: the database itself is damaged; `original`: a stored file is not byte for byte
 * what was stored; `record`: what is stored about a letter cannot be read; `link`: a record points to one that does not
 * exist; `changed`: what is stored about a letter is whole, but not what the app last wrote.
 */
type IntegrityIssue = {
  what: 'structure' | 'original' | 'record' | 'link' | 'changed'
  letters: string[]
  detail: string
}
export type Verified = { letters: number; originals: number; issues: IntegrityIssue[] }

/** Checks the structure, every original's SHA-256, every record with its sum, and every link. Changes nothing. */
export function verifyLibrary(
  database: Database,
  file: string,
  onProgress: (done: number, of: number) => void = () => undefined,
): Verified {
  const issues: IntegrityIssue[] = []
  const structure = attempt(() => database.pragma('integrity_check(1)', { simple: true }))
  if (structure !== 'ok')
    issues.push({ what: 'structure', letters: [], detail: 'the database file is damaged' })
  issues.push(...foreignIssues(database), ...brokenLinks(database), ...lostOriginals(database))
  const originals = checkOriginals(database, issues, onProgress)
  const library = attempt(() => libraryFrom(database, file))
  const letters = attempt(() => database.prepare<[], string>('SELECT id FROM letter').pluck().all()) ?? []
  for (const id of letters)
    if (!library || !isReadable(library, id))
      issues.push({ what: 'record', letters: [id], detail: 'what is stored about the letter cannot be read' })
  const changed = attempt(() => checkSums(database)) ?? []
  issues.push(...changed.map((each): IntegrityIssue => ({ what: 'changed', ...each })))
  return { letters: letters.length, originals, issues }
}

/** Parts that Waymark did not make; undefined where even the list of them cannot be read, which is said already. */
function foreignIssues(database: Database): IntegrityIssue[] {
  const version = () => Number(database.pragma('user_version', { simple: true }))
  const foreign = attempt(() => foreignParts(database, version())) ?? []
  if (foreign.length === 0) return []
  return [{ what: 'structure', letters: [], detail: `the file has parts of others: ${namesOf(foreign)}` }]
}

/** A letter of whose scan no file is there: what is known of it stays, what was kept is lost. */
function lostOriginals(database: Database): IntegrityIssue[] {
  const without =
    attempt(() =>
      database
        .prepare<[], string>('SELECT id FROM letter WHERE scan_id NOT IN (SELECT scan_id FROM file)')
        .pluck()
        .all(),
    ) ?? []
  return without.map((id) => ({ what: 'original', letters: [id], detail: 'the saved file is lost' }))
}

/** Every table that stores files stores their hashes with them. */
function checkOriginals(
  database: Database,
  issues: IntegrityIssue[],
  onProgress: (done: number, of: number) => void,
): number {
  let done = 0
  for (const table of attempt(() => tablesOf(database)) ?? []) {
    const columns = attempt(() => columnsOf(database, table)) ?? []
    if (!columns.includes('sha256') || !columns.includes('bytes')) continue
    const ids = attempt(() => database.prepare<[], string>(`SELECT id FROM "${table}"`).pluck().all())
    if (!ids) issues.push({ what: 'structure', letters: [], detail: `the list of ${table} cannot be read` })
    const scan = columns.includes('scan_id') ? 'scan_id' : 'id'
    const one = attempt(() =>
      database.prepare<[string], Drafts>(
        `SELECT sha256, bytes, "${scan}" AS scan FROM "${table}" WHERE id = ?`,
      ),
    )
    const contents = createContents(database, contentTables.find((each) => each === table) ?? 'file')
    for (const id of ids ?? []) {
      const row = attempt(() => one?.get(id))
      if (!row || !attempt(() => contents.isWhole(id, row.bytes, row.sha256)))
        issues.push({
          what: 'original',
          letters: lettersOfOriginal(database, table, row?.scan ?? id),
          detail: 'a saved file is not what was saved',
        })
      done += 1
      onProgress(done, ids?.length ?? 0)
    }
  }
  return done
}

type Drafts = { sha256: string; bytes: Buffer; scan: string }

const columnsOf = (database: Database, table: string): string[] =>
  database.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table)

/** `owner`: the scan of a file, or the exhibit itself; a blank form belongs to no letter. */
function lettersOfOriginal(database: Database, table: string, owner: string): string[] {
  if (table === 'form_template') return []
  const sql =
    table === 'exhibit'
      ? 'SELECT letter_id FROM exhibit WHERE id = ?'
      : 'SELECT id FROM letter WHERE scan_id = ?'
  return attempt(() => database.prepare<[string], string>(sql).pluck().all(owner)) ?? []
}

function brokenLinks(database: Database): IntegrityIssue[] {
  const broken = attempt(() => database.pragma('foreign_key_check') as { table: string; rowid: number }[])
  if (!broken) return [{ what: 'structure', letters: [], detail: 'the links cannot be read' }]
  return broken.map(({ table, rowid }) => ({
    what: 'link',
    letters: lettersOfRow(database, table, rowid),
    detail: `a ${table} belongs to nothing`,
  }))
}

function lettersOfRow(database: Database, table: string, rowid: number): string[] {
  const columns = attempt(() => columnsOf(database, table)) ?? []
  const column = table === 'letter' ? 'id' : columns.find((name) => name === 'letter_id')
  if (!column) return []
  const found = attempt(() =>
    database
      .prepare<[number], string>(`SELECT "${column}" FROM "${table}" WHERE rowid = ?`)
      .pluck()
      .get(rowid),
  )
  return found ? [found] : []
}

/** Everything that a screen would ask for. */
function isReadable(
  library: Pick<Library, 'letters' | 'scans' | 'files' | 'events' | 'exhibits' | 'mailings' | 'history'>,
  letter: string,
): boolean {
  return Boolean(
    attempt(() => {
      const id = LetterId.parse(letter)
      const row = library.letters.find(id)
      if (!row) return false
      library.scans.get(row.scanId)
      library.files.listOfScan(row.scanId)
      library.events.listOfLetter(id)
      library.mailings.listOfLetter(id)
      library.history.listOfLetter(id)
      return library.exhibits.listOfLetter(id).every((exhibit) => library.exhibits.isWhole(exhibit.id))
    }),
  )
}

/** undefined if the database or the model refuses: that is what is being looked for. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
