import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync, writeFileSync } from 'node:fs'
import { openNew } from './private-files.ts'

const chunk = 4 * 1024 * 1024

/**
 * SHA-256 of the first `length` bytes of a file; of all by default. Not for a library that this process has
 * open.
 */
export const hashOfFile = (file: string, length = Number.POSITIVE_INFINITY): string => {
  const hash = createHash('sha256')
  eachChunk(file, length, (bytes) => hash.update(bytes))
  return hash.digest('hex')
}

/** Copies the first `length` bytes of a file to a new one that only the owner can read. */
export function copyHead(from: string, to: string, length: number): void {
  const handle = openNew(to)
  try {
    // A disk that is about to be full takes a part of what it is given, and says so only to who asks.
    eachChunk(from, length, (bytes) => writeFileSync(handle, bytes))
  } finally {
    closeSync(handle)
  }
}

function eachChunk(file: string, length: number, work: (bytes: Buffer) => void): void {
  const handle = openSync(file, 'r')
  try {
    for (const part of partsOf(handle, 0, length)) work(part)
  } finally {
    closeSync(handle)
  }
}

/** What an open file has from `start` on, at most `length` bytes. A part is good until the next one is asked for. */
export function* partsOf(handle: number, start: number, length: number): Generator<Buffer> {
  const buffer = Buffer.allocUnsafe(Math.min(chunk, length))
  for (let at = 0; at < length; ) {
    const read = readSync(handle, buffer, 0, Math.min(chunk, length - at), start + at)
    if (read === 0) return
    yield buffer.subarray(0, read)
    at += read
  }
}
