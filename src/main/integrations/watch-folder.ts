import type { Dirent, Stats } from 'node:fs'
import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { maxScanBytes } from '../../shared/contract/letters.ts'
import { hasItsEnd, isScanName } from './scan-file.ts'

export type WatchOptions = {
  folder: string
  /** Marks of files that are left alone, as `marksIn` gives them. */
  seen: readonly string[]
  /** Keeps one whole file. False: it is to be tried again at a later look. */
  take(fileName: string, bytes: Uint8Array<ArrayBuffer>): Promise<boolean>
  /** A file that no scan can be, by its size; told once. */
  onTooLarge?(fileName: string): void
  /** All marks of the files that are in the folder and done with. */
  onSeen(marks: string[]): void
  /** The folder cannot be read (true), or can again. */
  onTrouble(trouble: boolean): void
  /** Milliseconds between two looks. */
  every?: number
  /** A file without its end is taken after so many milliseconds without a change: it is damaged, but not lost. */
  giveUpAfter?: number
}
export type WatchedFolder = { look(): Promise<void>; close(): Promise<void> }

type Waiting = { mark: string; since: number }

/**
 * Looks into a folder again and again and takes every new file once it is whole: its size and time stayed the same from
 * one look to the next, it can be read, and it has its end. Files are read and never changed, moved or deleted. Looking
 * works on shared drives of scanners too, where the system tells of no change.
 */
export function watchFolder(options: WatchOptions): WatchedFolder {
  const { folder, every = 2000, giveUpAfter = 60_000 } = options
  const seen = new Set(options.seen)
  const waiting = new Map<string, Waiting>()
  let closed = false
  let looking: Promise<void> | null = null
  const timer = setInterval(() => void look(), every)
  void look()

  function look(): Promise<void> {
    looking ??= lookOnce().finally(() => {
      looking = null
    })
    return looking
  }

  async function lookOnce(): Promise<void> {
    const files = await filesIn(folder)
    options.onTrouble(files === null)
    if (!files) return
    let changed = false
    for (const { name, mark, size } of files) {
      if (closed) return
      if (seen.has(mark)) continue
      if (await isDone(name, mark, size)) {
        seen.add(mark)
        waiting.delete(name)
        changed = true
      }
    }
    const present = new Set(files.map(({ mark }) => mark))
    for (const mark of seen) if (!present.has(mark)) changed = seen.delete(mark) || changed
    if (changed) options.onSeen([...seen])
  }

  async function isDone(name: string, mark: string, size: number): Promise<boolean> {
    const before = waiting.get(name)
    if (before?.mark !== mark) {
      waiting.set(name, { mark, since: performance.now() })
      return false
    }
    if (size > maxScanBytes) {
      options.onTooLarge?.(name)
      return true
    }
    const bytes = await readWhole(join(folder, name), mark)
    if (!bytes) return false
    if (!hasItsEnd(name, bytes) && performance.now() - before.since < giveUpAfter) return false
    if (bytes.length === 0) return false
    return options.take(name, bytes)
  }

  return {
    look,
    async close() {
      closed = true
      clearInterval(timer)
      await looking
    },
  }
}

/** The marks of all scans that are in a folder now: of what shall not come in. */
export const marksIn = async (folder: string): Promise<string[] | null> =>
  (await filesIn(folder))?.map(({ mark }) => mark) ?? null

const markOf = (name: string, { size, mtimeMs }: Pick<Stats, 'size' | 'mtimeMs'>): string =>
  `${size} ${Math.floor(mtimeMs)} ${name}`

/** null: the folder is not there or may not be read. */
async function filesIn(folder: string): Promise<{ name: string; mark: string; size: number }[] | null> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((): Dirent[] | null => null)
  if (!entries) return null
  const files = []
  for (const entry of entries) {
    if (!entry.isFile() || !isScanName(entry.name)) continue
    const stats = await statOf(join(folder, entry.name))
    if (stats) files.push({ name: entry.name, mark: markOf(entry.name, stats), size: stats.size })
  }
  return files
}

const statOf = async (file: string): Promise<Stats | null> => {
  const handle = await open(file, 'r').catch(() => null)
  if (!handle) return null
  try {
    return await handle.stat()
  } finally {
    await handle.close()
  }
}

/** null: it cannot be read, or it changed meanwhile. */
async function readWhole(file: string, mark: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const handle = await open(file, 'r').catch(() => null)
  if (!handle) return null
  try {
    const bytes = new Uint8Array(await handle.readFile())
    const name = mark.split(' ').slice(2).join(' ')
    return markOf(name, await handle.stat()) === mark ? bytes : null
  } catch {
    return null
  } finally {
    await handle.close()
  }
}
