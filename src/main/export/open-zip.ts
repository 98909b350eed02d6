import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import {
  type Entry,
  fromBufferPromise,
  fromFdPromise,
  getFileNameLowLevel,
  validateFileName,
  type ZipFile,
} from 'yauzl'
import { err, type Failure, ok, type Result } from '../../shared/model/result.ts'
import type { Import, ReadFailure } from './export-file.ts'

/** The largest size that a zip file may unpack to; anything larger is a mistake or an attack. */
const largestContent = 2 * 1024 * 1024 * 1024
/** Text shrinks to a twentieth, and scans hardly at all. What unfolds to more than this many times its size is a trap. */
const mostUnfolding = 100
/** Below this many bytes nobody is hurt, and a few blanks may unfold to as much as they like. */
const harmless = 64 * 1024 * 1024
/** The writer of exports makes no more than 65,535; a folder that was zipped again has entries for its folders, too. */
const mostEntries = 100_000

export type Refusal = Failure<'import.not-an-export' | 'import.too-large'> | ReadFailure
/** Where the bytes of an entry are, and how many they must become. */
type Place = { start: number; compressed: number; size: number; method: number }
type Bytes = { length: number; at(start: number, length: number): Uint8Array }

/** Opens a zip file in memory; its paths are keys in a table and never reach the disk. */
export async function openZip(bytes: Uint8Array): Promise<Result<Import, Refusal>> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  return openWith(() => fromBufferPromise(buffer, options), {
    length: bytes.length,
    at: (start, length) => bytes.subarray(start, start + length),
  })
}

/**
 * Opens a zip file on the disk, of which one entry at a time is read; `work` can do so until it returns. Its size does not
 * matter.
 */
export async function withZipFile<T, E extends Failure>(
  path: string,
  work: (read: Import) => Result<T, E>,
): Promise<Result<T, E | Refusal>> {
  const handle = openSync(path, 'r')
  try {
    const opened = await openWith(() => fromFdPromise(handle, options), {
      length: fstatSync(handle).size,
      at: (start, length) => {
        const bytes = Buffer.allocUnsafe(length)
        return bytes.subarray(0, readSync(handle, bytes, 0, length, start))
      },
    })
    return opened.ok ? work(opened.value) : opened
  } finally {
    closeSync(handle)
  }
}

/** Names are decoded here, so that a name that leads out can be told from a file that is none. */
const options = { lazyEntries: true, autoClose: false, decodeStrings: false } as const

async function openWith(open: () => Promise<ZipFile>, bytes: Bytes): Promise<Result<Import, Refusal>> {
  const zip = await open().catch(() => null)
  if (!zip) return err({ code: 'import.not-an-export' })
  if (zip.entryCount > mostEntries) return err({ code: 'import.too-much' })
  const places = await placesIn(zip, bytes.length).catch(() => null)
  if (!places) return err({ code: 'import.unsafe' })
  const content = [...places.values()].reduce((sum, { size }) => sum + size, 0)
  if (content > largestContent) return err({ code: 'import.too-large' })
  if (content > harmless && content > mostUnfolding * bytes.length) return err({ code: 'import.unsafe' })
  const prefix = prefixOf(places)
  return ok((path, most) => {
    const place = places.get(prefix + path)
    if (!place) return ok(undefined)
    if (place.size > most) return err({ code: 'import.too-much' })
    const whole = unfolded(place, bytes)
    return whole ? ok(whole) : err({ code: 'import.unsafe' })
  })
}

/**
 * Where each file is; null if the list does not add up: two entries of one name, entries on top of each other, or a name
 * that leads out of the folder.
 */
async function placesIn(zip: ZipFile, length: number): Promise<Map<string, Place> | null> {
  const places = new Map<string, Place>()
  const spans: { from: number; to: number }[] = []
  for await (const entry of zip.eachEntry()) {
    const name = nameOf(entry)
    if (name === null || places.has(name)) return null
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
    const to = fileDataStart + entry.compressedSize
    spans.push({ from: entry.relativeOffsetOfLocalHeader, to })
    const { compressedSize: compressed, uncompressedSize: size, compressionMethod: method } = entry
    if (!name.endsWith('/')) places.set(name, { start: fileDataStart, compressed, size, method })
  }
  spans.sort((a, b) => a.from - b.from)
  const isApart = spans.every(({ to }, at) => to <= (spans[at + 1]?.from ?? length))
  return isApart ? places : null
}

function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string | null {
  const name = getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false)
  return validateFileName(name) === null ? name : null
}

/** null: it is not as long as it says, is encrypted, or is packed in a way that no export is. */
function unfolded({ start, compressed, size, method }: Place, bytes: Bytes): Uint8Array | null {
  const data = bytes.at(start, compressed)
  if (data.length !== compressed) return null
  if (method === 0) return data
  if (method !== 8) return null
  try {
    // One byte more than it says, in one piece: nothing is put together after, and what is longer is not unfolded.
    const whole = inflateRawSync(data, { chunkSize: Math.max(64, size + 1), maxOutputLength: size + 1 })
    return whole.length === size ? whole : null
  } catch {
    return null
  }
}

/** A person may have zipped the folder again, so that everything is one folder deeper. */
function prefixOf(places: ReadonlyMap<string, Place>): string {
  for (const path of places.keys())
    if (/^[^/]+\/waymark-export\.json$/.test(path)) return path.replace(/[^/]+$/, '')
  return ''
}
