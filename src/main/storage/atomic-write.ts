import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** Writes a small file so that a crash at any moment leaves either the old content or the new one, whole. */
export function writeAtomically(file: string, content: string): void {
  const fresh = newFileOf(file)
  // An existing file there may be a link to another file, which would be written to.
  rmSync(fresh, { force: true })
  const handle = openSync(fresh, 'wx', 0o600)
  try {
    writeSync(handle, content)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  moveInto(fresh, file)
}

/** Where a small file is written before it gets its name. */
export const newFileOf = (file: string): string => `${file}.new`

/** Renames `from` to `to`, replacing what is there, and waits until the new name is on the disk. */
export function moveInto(from: string, to: string): void {
  renameSync(from, to)
  syncFolder(dirname(to))
}

export function syncFile(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Windows and some file systems have no way to sync a folder; Windows does not need one for a rename. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && isUnsupported(error.code))) throw error
  } finally {
    closeSync(handle)
  }
}

const isUnsupported = (code: unknown): boolean => code === 'EINVAL' || code === 'ENOTSUP'
