import { randomUUID } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { createSettingsTable } from './tables/settings-table.ts'

/** Pages of 4 kB: a step takes some milliseconds, and everything else in the app goes on between two of them. */
const pagesPerStep = 256

/** How far it is; null while nobody can know. */
export type WipeProgress = { done: number; of: number } | null

export type Wiping = ReturnType<typeof createWiping>

/**
 * What is still to be done after letters were deleted for good. The deletion itself wrote zeros over every page and every
 * row that it freed (`secure_delete`); what stays is the words of the letters in segments of the search index that were not
 * merged yet, earlier states of pages in the write-ahead log, and the room in the file. All of that goes in short steps,
 * each a transaction of its own, with no more memory than SQLite's cache. A mark in the library says that it is due, so that
 * it goes on after a crash.
 */
export function createWiping(database: Database, settings: ReturnType<typeof createSettingsTable>) {
  const isOfOlderKind = () => numberOf(database, 'auto_vacuum') !== 2
  return {
    /** Inside the transaction of a deletion. */
    note: (): void => settings.set({ wipeDue: randomUUID() }),
    isDue: (): boolean => settings.get().wipeDue !== null,
    /**
     * Whether the file was made by a version that did not zero what it replaced. Nothing but writing it anew takes away
     * what such a version left between its rows; a file that was written anew is known by its kind of free pages.
     */
    isOfOlderKind,
    /** One pass; the mark stays if more was deleted meanwhile, if the log was in use, or if the file is of the older kind. */
    *steps(): Generator<WipeProgress> {
      const { wipeDue } = settings.get()
      yield* mergeSegments(database)
      yield* giveRoomBack(database)
      if (!emptyLog(database) || isOfOlderKind()) return
      const clear = () => {
        if (settings.get().wipeDue === wipeDue) settings.set({ wipeDue: null })
      }
      database.transaction(clear).immediate()
    },
  }
}

const numberOf = (database: Database, pragma: string) => Number(database.pragma(pragma, { simple: true }))

/** https://sqlite.org/fts5.html, 6.8: less than two changes say that there was nothing left to merge. */
function* mergeSegments(database: Database): Generator<WipeProgress> {
  const totalChanges = database.prepare<[], number>('SELECT total_changes()').pluck()
  const merges = ['page_search', 'letter_search'].map((index) =>
    database.prepare(`INSERT INTO ${index} (${index}, rank) VALUES ('merge', ?)`),
  )
  for (const merge of merges) {
    const changes = (pages: number): number => {
      const before = totalChanges.get() ?? 0
      merge.run(pages)
      return (totalChanges.get() ?? 0) - before
    }
    // The first, below zero, says that all segments are to become one.
    for (let pages = -pagesPerStep; changes(pages) >= 2; pages = pagesPerStep) yield null
  }
}

function* giveRoomBack(database: Database): Generator<WipeProgress> {
  const of = numberOf(database, 'freelist_count')
  for (let left = of; left > 0; ) {
    database.pragma(`incremental_vacuum(${pagesPerStep})`)
    const now = numberOf(database, 'freelist_count')
    if (now >= left) return
    left = now
    yield { done: Math.max(0, of - left), of }
  }
}

/** Nothing of before is in the log afterwards. False while another program reads it; nobody waits for that. */
function emptyLog(database: Database): boolean {
  const timeout = numberOf(database, 'busy_timeout')
  database.pragma('busy_timeout = 0')
  try {
    const [{ busy } = { busy: 1 }] = database.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
    return busy === 0
  } finally {
    database.pragma(`busy_timeout = ${timeout}`)
  }
}
