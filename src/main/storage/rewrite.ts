import type { Database } from 'better-sqlite3'
import { moveInto, syncFile } from '../files/private-files.ts'
import { changingFileOf, makePrivate, sweep } from '../files/temporary-files.ts'
import { withWorkLock } from '../files/work-lock.ts'
import type { LibrarySecret } from '../keys/recovery-key.ts'
import { digestOf, giveRoomBackInSteps, openDatabase, takeAlone } from './database.ts'

export type RewriteJob = { file: string; secret: LibrarySecret | null }

/**
 * Writes a library anew that a version made which did not zero what it replaced: a copy with the same key and without gaps
 * is made beside it, compared row by row, and replaces it. The library must be closed in this process. `VACUUM` in place
 * would keep its copy in memory, or in a file of the system's folder that is never encrypted.
 */
export function rewriteLibrary({ file, secret }: RewriteJob): void {
  withWorkLock(file, () => {
    sweep(file)
    const library = openDatabase(file, secret, { mustExist: true })
    try {
      takeAlone(library)
      const fresh = changingFileOf(file)
      copyWithoutGaps(library, fresh, secret)
      // Windows cannot rename over an open file; elsewhere the lock is held until the new file is in place.
      if (process.platform === 'win32') library.close()
      moveInto(fresh, file)
    } finally {
      library.close()
      sweep(file)
    }
  })
}

function copyWithoutGaps(library: Database, fresh: string, secret: LibrarySecret | null): void {
  makePrivate(fresh)
  giveRoomBackInSteps(library)
  library.prepare('VACUUM INTO ?').run(fresh)
  const copy = openDatabase(fresh, secret)
  try {
    if (digestOf(copy) !== digestOf(library)) throw new Error('the copy differs from the library')
    // Like every connection that writes: what is deleted is zeroed, even a setting, so that a search of the file finds nothing.
    copy.pragma('secure_delete = ON')
    copy.prepare(`DELETE FROM setting WHERE name = 'wipeDue'`).run()
  } finally {
    copy.close()
  }
  syncFile(fresh)
}
