import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'

/** Bytes of a page of every library ever made: a file that ends in the middle of one was cut off. */
export const pageSize = 4096

/**
 * What is at the path of a library, judged by its first bytes: `protected` looks like an encrypted library;
 * `foreign` is neither that nor a plain SQLite file.
 */
export type LibraryFile = 'none' | 'empty' | 'plain' | 'protected' | 'foreign'

/**
 * Must not be called while this process has the library open: closing any handle of a file drops all locks
 * that the process holds on it (POSIX), and another process could then remove the journal.
 */
export function lookAtFile(file: string): LibraryFile {
  const found = statOf(file)
  if (found === undefined) return 'none'
  // A pipe would keep whoever opens it waiting.
  if (found === 'circle' || !found.isFile()) return 'foreign'
  if (found.size === 0) return 'empty'
  const head = headOf(file) ?? Buffer.alloc(headLength)
  if (head.toString('latin1', 0, 16) === 'SQLite format 3\0') return 'plain'
  return isProtected(head) ? 'protected' : 'foreign'
}

function statOf(file: string) {
  try {
    return statSync(file, { throwIfNoEntry: false })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ELOOP') return 'circle'
    throw error
  }
}

const headLength = 100

/**
 * The first bytes of a file, padded with zeros; null: there is none. The same restriction applies as for
 * `lookAtFile`.
 */
export function headOf(file: string): Buffer | null {
  if (!existsSync(file)) return null
  const head = Buffer.alloc(headLength)
  const handle = openSync(file, 'r')
  try {
    readSync(handle, head, 0, head.length, 0)
  } finally {
    closeSync(handle)
  }
  return head
}

/**
 * The cipher leaves bytes 16 to 23 as SQLite writes them: page size 4096, then fixed numbers. The 16 bytes
 * before them are salt.
 */
const isProtected = (head: Buffer): boolean =>
  head.readUInt16BE(16) === 4096 &&
  [1, 2].includes(head[18] ?? 0) &&
  [1, 2].includes(head[19] ?? 0) &&
  head.readUInt32BE(20) === 0x40402020

/** Tells a file from another that was put in its place. Opens nothing, so that no lock is lost. */
export const identityOf = (file: string): bigint | null =>
  statSync(file, { bigint: true, throwIfNoEntry: false })?.ino ?? null
