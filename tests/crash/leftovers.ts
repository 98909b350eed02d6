import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { contents } from './operations.ts'

const files = (file: string): { name: string; path: string }[] =>
  readdirSync(dirname(file), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, name: relative(dirname(file), path) }))

const words = [...contents, 'CREATE TABLE']
const showsWords = (path: string) => words.some((word) => readFileSync(path).includes(word))

/**
 * Right after a kill, before anything looks: a file beside the library that says in the clear what the library itself does
 * not, or that somebody else on this computer could read. null: there is none.
 */
export function leftBeside(file: string): string | null {
  const all = files(file)
  const libraryShows = all.some(({ path }) => path === file && showsWords(path))
  for (const { name, path } of all) {
    if (!libraryShows && showsWords(path)) return `${name} shows what the library does not`
    if (statSync(path).mode & 0o077) return `${name} can be read by others`
  }
  return null
}

const lasting =
  /^(library\.waymark\.pack(-key)?|packs\/[^/]+\.wmpack|library\.waymark(-wal|-shm|\.keys(\.old-\d+)?|\.lock)?|backups\/library [^/]+\.waymark(-wal|\.keys)?)$/

/**
 * SQLite writes the first byte of a journal last, and takes one without it for none: it stays until the next journal of the
 * library is written over it. Whether one is in use cannot be seen from outside, so that nobody may remove it.
 */
const isColdJournal = (path: string) =>
  path.endsWith('library.waymark-journal') && (readFileSync(path)[0] ?? 0) === 0

/** After the library was opened: a file that is neither the library nor one of its backups. null: there is none. */
export function unswept(file: string): string | null {
  const left = files(file).find(({ name, path }) => !lasting.test(name) && !isColdJournal(path))
  return left ? `${left.name} was not swept away` : null
}
