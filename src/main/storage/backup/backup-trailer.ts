import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs'
import { z } from 'zod'
import { PassphraseSlot } from '../../keys/passphrase-slot.ts'

/**
 * What a backup has after its last page. SQLite ignores bytes there, so a backup is a library in itself: it
 * opens as it is, and with its passphrase, although the key file that was next to the library is not part of
 * it.
 */
export const Trailer = z.object({
  waymark: z.literal('backup 1'),
  /** ISO instant. */
  madeAt: z.iso.datetime(),
  /** The library's own bytes, which come before the trailer, and their SHA-256. */
  bytes: z.int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  letters: z.int().min(0),
  passphrases: z.array(PassphraseSlot).max(4),
})
export type Trailer = z.infer<typeof Trailer>

const mark = 'WAYMARK-BACKUP'
const tailLength = mark.length + 8

/** The JSON, its length in eight hexadecimal digits, and the mark: read from the end of the file. */
export function trailerBytes(trailer: Trailer): Buffer {
  const json = Buffer.from(`\n${JSON.stringify(trailer)}\n`)
  return Buffer.concat([json, Buffer.from(json.length.toString(16).padStart(8, '0') + mark)])
}

/** null: the file is not a backup, or not a complete one. Not for a library that this process has open. */
export function trailerOf(file: string): Trailer | null {
  try {
    // A pipe would keep whoever opens it waiting.
    if (!statSync(file).isFile()) return null
    const handle = openSync(file, 'r')
    try {
      return trailerIn(fstatSync(handle).size, (length, at) => {
        const bytes = Buffer.alloc(length)
        readSync(handle, bytes, 0, length, at)
        return bytes.toString()
      })
    } finally {
      closeSync(handle)
    }
  } catch {
    return null
  }
}

/** The same for a backup that is not on this disk. */
export function trailerOfBytes(bytes: Buffer): Trailer | null {
  try {
    return trailerIn(bytes.length, (length, at) => bytes.toString('utf8', at, at + length))
  } catch {
    return null
  }
}

function trailerIn(size: number, read: (length: number, at: number) => string): Trailer | null {
  if (size < tailLength) return null
  const tail = read(tailLength, size - tailLength)
  const length = Number.parseInt(tail.slice(0, 8), 16)
  if (!tail.endsWith(mark) || !(length < 100_000) || length > size - tailLength) return null
  const trailer = Trailer.safeParse(JSON.parse(read(length, size - tailLength - length)))
  return trailer.success && trailer.data.bytes + length + tailLength === size ? trailer.data : null
}
