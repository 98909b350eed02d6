import { statSync } from 'node:fs'
import { err, type Failure, ok, type Result } from '../../shared/model/result.ts'
import type { Notifier } from '../ports/change-feed.ts'
import type { ReadingQueue } from '../scans/reading-queue.ts'
import { type CopyNotes, noteUnfinishedCopy } from '../storage/backup/unfinished-copy.ts'
import { type OutsideFailure, outsideFailureFrom } from '../storage/library-failures.ts'
import type { Import } from './export-file.ts'
import { type ExportNeeds, exportLibrary } from './export-library.ts'
import { openFolder, writeFolder } from './folder.ts'
import { type ImportFailure, type ImportTables, importLibrary } from './import-library.ts'
import { type Refusal, withZipFile } from './open-zip.ts'

/** What needs a path and therefore cannot be in the contract: only the command line has it. */
export type FolderWork = ReturnType<typeof createFolderWork>

type Needs = ExportNeeds & { library: ImportTables & CopyNotes; queue: ReadingQueue; changes: Notifier }

export function createFolderWork(needs: Needs) {
  const { library, queue, changes } = needs
  return {
    /** Writes the export into a new or empty folder; returns the number of files. */
    async exportTo(folder: string): Promise<Result<number, OutsideFailure | Failure<'export.not-empty'>>> {
      await queue.idle()
      try {
        const count = await writeFolder(folder, exportLibrary(needs))
        return count === null ? err({ code: 'export.not-empty' }) : ok(count)
      } catch (error) {
        const failure = outsideFailureFrom(error)
        if (!failure) throw error
        return err(failure)
      }
    },
    /** Before a copy of a backup is begun in another folder, and `null` once it is whole there. */
    noteCopy: (copy: string | null): void => noteUnfinishedCopy(library, copy),
    /** From a folder or a zip file. */
    async importFrom(
      path: string,
    ): Promise<
      Result<
        { added: number; known: number },
        ImportFailure | Refusal | Failure<'file.not-found' | 'file.not-a-file'>
      >
    > {
      const stats = statSync(path, { throwIfNoEntry: false })
      if (!stats) return err({ code: 'file.not-found' })
      if (!stats.isFile() && !stats.isDirectory()) return err({ code: 'file.not-a-file' })
      const bringIn = (read: Import) => importLibrary(library, read)
      const done = stats.isDirectory() ? bringIn(openFolder(path)) : await withZipFile(path, bringIn)
      changes.changed()
      queue.wake()
      return done
    },
  }
}
