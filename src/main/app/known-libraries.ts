import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { z } from 'zod'
import { makePrivateFolder, writeAtomically } from '../storage/private-files.ts'

const Note = z.object({ libraries: z.array(z.object({ file: z.string(), openedAt: z.iso.datetime() })) })
const most = 50

export type KnownLibraries = ReturnType<typeof createKnownLibraries>

/**
 * Which libraries were opened on this computer, newest first. A folder's name can be the name of a client, so
 * it is stored in this one file in the user's own settings and nowhere else.
 *
 * @param folder where the app keeps its own files; null remembers nothing
 */
export function createKnownLibraries(folder: string | null) {
  const note = folder && join(folder, 'libraries.json')

  /** An unreadable list is no reason to stop: the libraries are still where they were. */
  function read(): z.infer<typeof Note>['libraries'] {
    try {
      return note ? Note.parse(JSON.parse(readFileSync(note, 'utf8'))).libraries : []
    } catch {
      return []
    }
  }
  function write(libraries: z.infer<typeof Note>['libraries']): void {
    if (!note || !folder) return
    try {
      makePrivateFolder(folder)
      writeAtomically(note, `${JSON.stringify({ libraries: libraries.slice(0, most) }, null, 2)}\n`)
    } catch {
      return
    }
  }
  return {
    files: () => read().map(({ file }) => file),
    opened(file: string, now: string): void {
      write([{ file, openedAt: now }, ...read().filter((each) => each.file !== file)])
    },
    forget(id: string): void {
      write(read().filter(({ file }) => idOfLibrary(file) !== id))
    },
  }
}

export const idOfLibrary = (file: string): string =>
  createHash('sha256').update(file).digest('hex').slice(0, 16)

/** The path of the library in a folder. */
export const libraryIn = (folder: string): string => join(folder, 'library.waymark')

/** What a person calls a library: the name of its folder, or of its file if that has a name of its own. */
export const nameOfLibrary = (file: string): string =>
  basename(file) === 'library.waymark' ? basename(dirname(file)) : basename(file, extname(file))
