import { dirname } from 'node:path'
import type { Database } from 'better-sqlite3'
import { syncFile, syncFolder } from '../files/private-files.ts'
import { applicationId, makePrivate } from '../files/temporary-files.ts'
import type { LibrarySecret } from '../keys/recovery-key.ts'
import { copyDatabase } from './copy-database.ts'
import { openDatabase } from './database.ts'

/**
 * Writes the copy and waits for the disk. Only then does it get the mark of a library, which also reaches the
 * disk.
 */
export function writeCopy(library: Database, to: string, secret: LibrarySecret | null): void {
  makePrivate(to)
  const copy = openDatabase(to, secret)
  try {
    copyDatabase(library, copy)
    syncFile(to)
    // Nor may a journal of the empty file come back after a power cut: it would empty the copy, which counts once it is marked.
    syncFolder(dirname(to))
    copy.pragma(`application_id = ${applicationId}`)
  } finally {
    copy.close()
  }
  syncFile(to)
}
