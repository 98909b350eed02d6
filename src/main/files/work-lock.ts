import { closeSync, existsSync, lstatSync, rmSync } from 'node:fs'
import SqliteDatabase, { type Database } from 'better-sqlite3'
import { openNew } from './private-files.ts'

/*
 * Who makes a temporary file of a library, or sweeps one away, holds the library's work lock. It is SQLite's own lock on an
 * empty file beside the library: it works alike on all systems, and ends with the process that holds it, however that
 * ends; a number of a process in a name would be taken again by another one.
 */
const lockFileOf = (file: string): string => `${file}.lock`

/**
 * Throws SQLITE_BUSY if another process, or another job of this one, holds it for longer than five seconds.
 */
export function withWorkLock<T>(file: string, work: () => T): T {
  const lock = takeLock(file, 5000)
  try {
    return work()
  } finally {
    release(lock, file)
  }
}

/** Whether nobody is working on the library. Throws if no file can be created. */
export function workLockIsFree(file: string): boolean {
  if (!existsSync(lockFileOf(file))) return true
  try {
    release(takeLock(file, 0), file)
    return true
  } catch (error) {
    if (isBusy(error)) return false
    throw error
  }
}

function takeLock(file: string, timeout: number): Database {
  const path = lockFileOf(file)
  for (;;) {
    if (inodeOf(path) === undefined) makeLockFile(path)
    const before = inodeOf(path)
    const lock = new SqliteDatabase(path, { timeout })
    try {
      lock.pragma('journal_mode = MEMORY')
      lock.exec('BEGIN EXCLUSIVE')
      // The previous holder may have removed the file that was waited for.
      if (before !== undefined && inodeOf(path) === before) return lock
      lock.close()
    } catch (error) {
      lock.close()
      throw error
    }
  }
}

/** Before SQLite would make it, with the rights of any new file. A link at its name goes; nothing of ours is one. */
function makeLockFile(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) rmSync(path, { force: true })
  try {
    closeSync(openNew(path))
  } catch (error) {
    // Another process was faster.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
}

function release(lock: Database, file: string): void {
  // While it is still held, so that nobody can have taken it; Windows does not remove open files.
  if (process.platform !== 'win32') rmSync(lockFileOf(file), { force: true })
  lock.close()
  if (process.platform === 'win32') removeUnlessTaken(lockFileOf(file))
}

function removeUnlessTaken(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // Another process has it open, and will remove it.
  }
}

/** undefined: there is no file of this name; a link is none. */
function inodeOf(path: string): bigint | undefined {
  const found = lstatSync(path, { bigint: true, throwIfNoEntry: false })
  return found?.isFile() ? found.ino : undefined
}

const isBusy = (error: unknown): boolean =>
  error instanceof SqliteDatabase.SqliteError && error.code.startsWith('SQLITE_BUSY')
