import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { z } from 'zod'
import { makePrivateFolder, writeAtomically } from '../files/private-files.ts'
import { realFileOf } from '../files/real-file.ts'
import type { ChainPosition } from '../storage/sums/chain.ts'

/** How far a library had come when it was last open here (`ChainPosition`). */
const Seen = z.object({ id: z.string(), changes: z.int(), sum: z.string(), at: z.iso.datetime() })
const Known = z.object({
  file: z.string(),
  openedAt: z.iso.datetime(),
  seen: Seen.nullable().default(null).catch(null),
})
const Note = z.object({ libraries: z.array(Known) })
const most = 50

export type KnownLibraries = ReturnType<typeof createKnownLibraries>

/**
 * Which libraries were opened on this computer, newest first. A folder's name can be the name of a client, so
 * it is stored in this one file in the user's own settings and nowhere else.
 *
 * @param folder where the app keeps its own files; null remembers nothing
 * @param adds false: only what is known of libraries on the list is kept right
 */
export function createKnownLibraries(folder: string | null, adds = true) {
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
      if (!adds) return
      const all = read()
      // Earlier versions listed a link to the library. The others are looked at only if it is not on the list: one of them may
      // lie on a drive that does not answer.
      const known =
        all.find((each) => each.file === file) ?? all.find((each) => realFileOf(each.file) === file)
      const others = all.filter((each) => each !== known)
      write([{ file, openedAt: now, seen: known?.seen ?? null }, ...others])
    },
    /** When a later state of it was open here, or another library in its place; null: never. */
    sawLater(file: string, position: ChainPosition | null): string | null {
      const seen = read().find((each) => each.file === file)?.seen
      if (!seen) return null
      const hasGoneOn = position?.id === seen.id && position.changes > seen.changes
      return hasGoneOn || (position && isSame(seen, position)) ? null : seen.at
    },
    /** Remembers how far it has come; null: nothing of what was there before counts. */
    saw(file: string, position: ChainPosition | null, now: string): void {
      const all = read()
      const known = all.find((each) => each.file === file)
      const same = position ? known?.seen && isSame(known.seen, position) : !known?.seen
      if (!known || same) return
      known.seen = position && { ...position, at: now }
      write(all)
    },
    forget(id: string): void {
      write(read().filter(({ file }) => idOfLibrary(file) !== id))
    },
  }
}

const isSame = (seen: ChainPosition, now: ChainPosition): boolean =>
  seen.id === now.id && seen.changes === now.changes && seen.sum === now.sum

export const idOfLibrary = (file: string): string =>
  createHash('sha256').update(file).digest('hex').slice(0, 16)

/** The path of the library in a folder. */
export const libraryIn = (folder: string): string => join(folder, 'library.waymark')

/** What a person calls a library: the name of its folder, or of its file if that has a name of its own. */
export const nameOfLibrary = (file: string): string =>
  basename(file) === 'library.waymark' ? basename(dirname(file)) : basename(file, extname(file))
