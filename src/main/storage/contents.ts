import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { bytesFrom } from './database.ts'
import { UnreadableRecord } from './library-failures.ts'

/**
 * Bytes that come one part after another, so that nobody needs to have all of them in memory. A part is good until the next
 * one is asked for.
 */
export type Content = { size: number; parts(): Iterable<Uint8Array> }

export const contentTables = ['file', 'exhibit', 'form_template'] as const
type ContentTable = (typeof contentTables)[number]

/** Larger contents are cut. A letter of a few pages stays in its row. */
const largestWhole = 8 * 1024 * 1024
const pieceSize = 2 * 1024 * 1024

/** What the row of a content in pieces holds in place of it: this, its SHA-256, and its length. */
const mark = Buffer.from('waymark: pieces\n')
const stubLength = mark.length + 32 + 8

/** The parts of a content that is in memory already. */
export const contentOf = (bytes: Uint8Array): Content => ({ size: bytes.length, parts: () => [bytes] })

/**
 * Keeps the bytes of files, exhibits, and form templates: small ones in their row, large ones in pieces. What `put` returns
 * belongs into the row's column `bytes`; `get` and `isWhole` take what is there. All of it is part of the caller's transaction.
 */
export function createContents(database: Database, table: ContentTable) {
  const keyOf = (id: string) => `${table} ${id}`
  // Prepared when needed: a library of an earlier version has no such table, and no content in pieces.
  const insert = lazily(() =>
    database.prepare('INSERT INTO content_piece (content_id, position, bytes) VALUES (?, ?, ?)'),
  )
  const removeAll = lazily(() => database.prepare('DELETE FROM content_piece WHERE content_id = ?'))

  const pieces = createPieceReader(database)
  const piecesOf = (id: string): Iterable<Buffer> => pieces(keyOf(id))

  return {
    put(id: string, content: Content): Uint8Array {
      if (content.size <= largestWhole) {
        const whole = together(content)
        if (!stubFrom(whole)) return whole
      }
      const hash = createHash('sha256')
      let position = 0
      for (const piece of cut(content.parts())) {
        hash.update(piece)
        insert().run(keyOf(id), position, piece)
        position += 1
      }
      return stubOf(hash.digest(), content.size)
    },
    get(id: string, inRow: Buffer): Uint8Array<ArrayBuffer> {
      const stub = stubFrom(inRow)
      if (!stub) return bytesFrom(inRow)
      return joined(piecesOf(id), stub.size)
    },
    /** The same part by part: of one in pieces, a piece at a time is in memory. */
    read(id: string, inRow: Buffer): Content {
      const stub = stubFrom(inRow)
      return stub
        ? { size: stub.size, parts: () => ofLength(piecesOf(id), stub.size) }
        : contentOf(bytesFrom(inRow))
    },
    remove: (id: string): void => {
      removeAll().run(keyOf(id))
    },
    /** Whether it has this hash; without one, whether it is what was put there. */
    isWhole(id: string, inRow: Buffer, sha256?: string): boolean {
      const stub = stubFrom(inRow)
      const expected = sha256 ?? stub?.sha256
      if (expected === undefined) return true
      const hash = createHash('sha256')
      for (const piece of stub ? piecesOf(id) : [inRow]) hash.update(piece)
      return hash.digest('hex') === expected
    },
  }
}

/** The pieces of a content by its key, one at a time, so that nothing is open between two of them. */
function createPieceReader(database: Database) {
  const one = lazily(() =>
    database
      .prepare<[string, number], Buffer>(
        'SELECT bytes FROM content_piece WHERE content_id = ? AND position = ?',
      )
      .pluck(),
  )
  return function* (key: string): Generator<Buffer> {
    for (let position = 0; ; position += 1) {
      const piece = one().get(key, position)
      if (!piece) return
      yield piece
    }
  }
}

/** SQL for the key of each content that a row has. */
export const keysOfContents = contentTables
  .map((table) => `SELECT '${table} ' || id FROM ${table}`)
  .join(' UNION ALL ')

function joined(pieces: Iterable<Buffer>, size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size)
  let length = 0
  for (const piece of ofLength(pieces, size)) {
    whole.set(piece, length)
    length += piece.length
  }
  return whole
}

/** The same pieces; throws unless they are as long together as what was put there. */
function* ofLength(pieces: Iterable<Buffer>, size: number): Generator<Buffer> {
  let length = 0
  for (const piece of pieces) {
    length += piece.length
    if (length > size) throw new UnreadableRecord('library: too many pieces')
    yield piece
  }
  if (length !== size) throw new UnreadableRecord('library: a piece of a file is lost')
}

function stubOf(sha256: Buffer, size: number): Buffer {
  const length = Buffer.alloc(8)
  length.writeBigUInt64BE(BigInt(size))
  return Buffer.concat([mark, sha256, length])
}

/** null: the content itself. One that only looks like this is put into pieces, too, so that nothing is taken for another. */
function stubFrom(inRow: Uint8Array): { sha256: string; size: number } | null {
  if (inRow.length !== stubLength || mark.compare(inRow, 0, mark.length) !== 0) return null
  const bytes = Buffer.from(inRow)
  const size = Number(bytes.readBigUInt64BE(mark.length + 32))
  // Somebody wrote another length into the file: nothing that long was ever kept.
  if (size > largestEver) throw new UnreadableRecord('library: the length of a file is wrong')
  return { sha256: bytes.toString('hex', mark.length, mark.length + 32), size }
}
const largestEver = 1024 * 1024 * 1024

/** All of a content that is small enough. */
export function together(content: Content): Uint8Array {
  const whole = new Uint8Array(content.size)
  let length = 0
  for (const part of content.parts()) {
    whole.set(part, length)
    length += part.length
  }
  return whole
}

/** The same bytes in pieces of one size, whatever parts they come in. */
function* cut(parts: Iterable<Uint8Array>): Generator<Uint8Array> {
  const piece = new Uint8Array(pieceSize)
  let filled = 0
  for (const part of parts)
    for (let at = 0; at < part.length; ) {
      const taken = Math.min(pieceSize - filled, part.length - at)
      piece.set(part.subarray(at, at + taken), filled)
      filled += taken
      at += taken
      if (filled < pieceSize) continue
      yield piece
      filled = 0
    }
  if (filled > 0) yield piece.subarray(0, filled)
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
