import { existsSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { copyInMaking, removeDatabase } from '../../files/temporary-files.ts'
import { withWorkLock, workLockIsFree } from '../../files/work-lock.ts'
import { failureFromThrown } from '../library-failures.ts'
import type { Library } from '../open-library.ts'

/*
 * A copy of a backup to another folder, such as a USB stick, is noted in the library before it is begun, so that one that was
 * cut off by a crash is found again: nothing else knows of that folder.
 */

export type CopyNotes = Pick<Library, 'settings' | 'write'>

export const noteUnfinishedCopy = (library: CopyNotes, copy: string | null): void => {
  library.write(() => library.settings.set({ unfinishedCopy: copy }))
}

/**
 * Removes what a crash left of a copy. While its folder is not there, such as a stick that was taken out, the note stays, for
 * the person to be told.
 *
 * @param file the library, whose name the copy has: a note in a library from somebody else removes nothing else
 */
export function sweepUnfinishedCopy(library: CopyNotes, file: string): void {
  try {
    const { unfinishedCopy: copy } = library.settings.get()
    if (copy === null) return
    const folder = dirname(copy)
    if (basename(copy) === basename(copyInMaking(folder, file))) {
      // Another program may be making it right now.
      if (!existsSync(folder) || !workLockIsFree(file)) return
      withWorkLock(file, () => removeDatabase(copy))
    }
    noteUnfinishedCopy(library, null)
  } catch (error) {
    // A stick that takes nothing now keeps it, and the note.
    if (!failureFromThrown(error)) throw error
  }
}
