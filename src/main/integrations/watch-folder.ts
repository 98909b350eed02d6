import type { Dirent, Stats } from 'node:fs'
import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { maxScanBytes } from '../../shared/contract/letters.ts'
import { hasItsEnd, isScanName } from './scan-file.ts'

export type WatchOptions = {
  folder: string
  /** Marks of the files to leave alone, as returned by `marksIn`. */
  seen: readonly string[]
  /** Adds one complete file. False: try it again at a later check. */
  take(fileName: string, bytes: Uint8Array<ArrayBuffer>): Promise<boolean>
  /** A file too large to be a scan; reported once. */
  onTooLarge?(fileName: string): void
  /** The marks of all files in the folder that are done. */
  onSeen(marks: string[]): void
  /** The folder cannot be read (true), or can be read again (false). */
  onTrouble(trouble: boolean): void
  /** Milliseconds between two checks. */
  every?: number
  /**
   * A file without its end is taken after this many milliseconds without a change: it is damaged, but not
   * lost.
   */
  giveUpAfter?: number
}
export type WatchedFolder = { look(): Promise<void>; close(): Promise<void> }

type Waiting = { mark: string; since: number }

/**
 * Checks a folder over and over and takes every new file once it is complete: its size and time stayed the
 * same from one check to the next, it can be read, and it has its end. Files are read and never changed,
 * moved or deleted. Polling also works on a scanner's network share, where the system reports no changes.
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
    if (forgetGone(seen, files)) changed = true
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

/** Removes the marks of files that are gone. True: there were some. */
function forgetGone(seen: Set<string>, files: readonly { mark: string }[]): boolean {
  const present = new Set(files.map(({ mark }) => mark))
  const gone = [...seen].filter((mark) => !present.has(mark))
  for (const mark of gone) seen.delete(mark)
  return gone.length > 0
}

/** The marks of all scans that are in a folder now, for those that should not be added. */
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

/** null: the file cannot be read, or it changed meanwhile. */
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
