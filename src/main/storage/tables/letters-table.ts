import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { AppealAnswers, noAnswers } from '../../../shared/model/appeal.ts'
import { LetterFacts, LetterId, Reading } from '../../../shared/model/letter.ts'
import { fromRecord } from '../library-failures.ts'
import { fromStored, toStored } from '../stored-names.ts'

export type LetterRow = {
  id: LetterId
  scanId: string
  pages: number[]
  reading: Reading | null
  confirmed: LetterFacts | null
  answers: AppealAnswers
  removedAt: string | null
  /** Its pages belong to other letters of the scan now, or to none; it comes back when they do. */
  superseded: boolean
}

/** Where a letter is in its scan. */
export type LetterPlace = Pick<LetterRow, 'id' | 'pages'> & { removed: boolean }

/** All SQL of this table. */
function statementsOf(database: Database) {
  const columns = 'id, scan_id, pages, reading, confirmed, answers, removed_at, superseded'
  const insert = database.prepare(
    'INSERT INTO letter (id, scan_id, position, pages, reading, answers) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const byId = database.prepare<[string], RawLetter>(`SELECT ${columns} FROM letter WHERE id = ?`)
  const ofScan = database.prepare<[string], RawLetter>(
    `SELECT ${columns} FROM letter WHERE scan_id = ? ORDER BY position`,
  )
  const all = database.prepare<[], RawLetter>(`SELECT ${columns} FROM letter ORDER BY scan_id, position`)
  const ofNotice = database.prepare<[string, string], RawLetter>(
    `SELECT ${columns} FROM letter
     WHERE coalesce(confirmed ->> 'noticeCode', reading -> 'facts' ->> 'noticeCode') = ?
       AND coalesce(confirmed ->> 'noticeDate', reading -> 'facts' ->> 'noticeDate') = ?`,
  )
  const withSpecial = database.prepare<[], RawLetter>(
    `SELECT ${columns} FROM letter WHERE answers LIKE '%"special":{"%' ORDER BY scan_id, position`,
  )
  const placesOfScan = database.prepare<[string], Pick<RawLetter, 'id' | 'pages' | 'removed_at'>>(
    'SELECT id, pages, removed_at FROM letter WHERE scan_id = ? AND superseded = 0 ORDER BY position',
  )
  const setReading = database.prepare('UPDATE letter SET pages = ?, reading = ? WHERE id = ?')
  const setPages = database.prepare('UPDATE letter SET pages = ? WHERE id = ?')
  const setPlace = database.prepare('UPDATE letter SET scan_id = ?, position = ? WHERE id = ?')
  const setSuperseded = database.prepare('UPDATE letter SET superseded = ? WHERE id = ?')
  const setConfirmed = database.prepare('UPDATE letter SET confirmed = ? WHERE id = ?')
  const setAnswers = database.prepare('UPDATE letter SET answers = ? WHERE id = ?')
  const setRemoved = database.prepare('UPDATE letter SET removed_at = ? WHERE id = ?')
  return {
    insert,
    byId,
    ofScan,
    all,
    ofNotice,
    withSpecial,
    placesOfScan,
    setReading,
    setPages,
    setPlace,
    setSuperseded,
    setConfirmed,
    setAnswers,
    setRemoved,
  }
}

/**
 * The table `letter`. Lists and facts are JSON in TEXT, parsed with the model's own schema when they are
 * read.
 */
export function createLettersTable(database: Database) {
  const statements = statementsOf(database)
  const { insert, byId, ofScan, all, ofNotice, withSpecial, placesOfScan } = statements
  const { setReading, setPages, setPlace, setSuperseded, setConfirmed, setAnswers, setRemoved } = statements
  return {
    insert: (letter: Pick<LetterRow, 'id' | 'scanId' | 'pages' | 'reading' | 'answers'>, position: number) =>
      insert.run(
        letter.id,
        letter.scanId,
        position,
        json(letter.pages),
        json(letter.reading),
        json(letter.answers),
      ),
    find: (id: LetterId): LetterRow | undefined => {
      const row = byId.get(id)
      return row && letterFromRow(row)
    },
    /** Without superseded letters. */
    listOfScan: (scanId: string): LetterRow[] => ofScan.all(scanId).map(letterFromRow).filter(isShown),
    /** The same without what is known about them, for a search that skips many. */
    placesOfScan: (scanId: string): LetterPlace[] => placesOfScan.all(scanId).map(placeFromRow),
    listOfScanWithSuperseded: (scanId: string): LetterRow[] => ofScan.all(scanId).map(letterFromRow),
    /** Without superseded letters. */
    list: (): LetterRow[] => all.all().map(letterFromRow).filter(isShown),
    /** Letters with this number and date, confirmed or read. */
    listOfNotice: (code: string, date: string): LetterRow[] =>
      ofNotice.all(code, date).map(letterFromRow).filter(isShown),
    /**
     * The letters that hold answers about special situations; one for each case, as a rule. With superseded ones: what a
     * person said stays true when letters are merged.
     */
    listWithSpecial: (): LetterRow[] => withSpecial.all().map(letterFromRow),
    setReading: (id: LetterId, reading: Reading) => setReading.run(json(reading.pages), json(reading), id),
    /** What was read no longer applies. */
    clearReading: (id: LetterId, pages: number[]) => setReading.run(json(pages), null, id),
    setPages: (id: LetterId, pages: number[]) => setPages.run(json(pages), id),
    setPlace: (id: LetterId, scanId: string, position: number) => setPlace.run(scanId, position, id),
    setSuperseded: (id: LetterId, superseded: boolean) => setSuperseded.run(Number(superseded), id),
    setConfirmed: (id: LetterId, facts: LetterFacts | null) => setConfirmed.run(json(facts), id),
    setAnswers: (id: LetterId, answers: AppealAnswers) => setAnswers.run(json(answers), id),
    setRemoved: (id: LetterId, removedAt: string | null) => setRemoved.run(removedAt, id),
  }
}

const json = (value: unknown) => (value === null ? null : toStored(value))

type RawLetter = {
  id: string
  scan_id: string
  pages: string
  reading: string | null
  confirmed: string | null
  answers: string
  removed_at: string | null
  superseded: number
}

const isShown = ({ superseded }: LetterRow) => !superseded

const Pages = z.array(z.int().min(1))

/** Most letters have no answers: parsing thousands of empty ones would take most of the startup time. */
const unanswered = JSON.stringify(noAnswers)

const placeFromRow = fromRecord(
  ({ id, pages, removed_at }: Pick<RawLetter, 'id' | 'pages' | 'removed_at'>) => ({
    id: LetterId.parse(id),
    pages: Pages.parse(JSON.parse(pages)),
    removed: removed_at !== null,
  }),
)

const letterFromRow = fromRecord(
  (row: RawLetter): LetterRow => ({
    id: LetterId.parse(row.id),
    scanId: row.scan_id,
    pages: Pages.parse(JSON.parse(row.pages)),
    reading: row.reading === null ? null : Reading.parse(fromStored(row.reading)),
    confirmed: row.confirmed === null ? null : LetterFacts.parse(JSON.parse(row.confirmed)),
    answers: row.answers === unanswered ? noAnswers : AppealAnswers.parse(JSON.parse(row.answers)),
    removedAt: row.removed_at,
    superseded: row.superseded === 1,
  }),
)
