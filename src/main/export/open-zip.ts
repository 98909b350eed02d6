import { closeSync, fstatSync, openSync } from 'node:fs'
import { Inflate } from 'fflate'
import {
  type Entry,
  fromBufferPromise,
  fromFdPromise,
  getFileNameLowLevel,
  validateFileName,
  type ZipFile,
} from 'yauzl'
import { err, type Failure, ok, type Result } from '../../shared/model/result.ts'
import { partsOf } from '../files/hash-of-file.ts'
import { type Import, NotWhole, type ReadFailure } from './export-file.ts'

/** The largest size that a zip file may unpack to; anything larger is a mistake or an attack. */
const largestContent = 2 * 1024 * 1024 * 1024
/** Text shrinks to a twentieth, and scans hardly at all. What unfolds to more than this many times its size is a trap. */
const mostInflation = 100
/** Below this many bytes nobody is hurt, and a few blanks may unfold to as much as they like. */
const harmless = 64 * 1024 * 1024
/** The writer of exports makes no more than 65,535; a folder that was zipped again has entries for its folders, too. */
const mostEntries = 100_000
/** Bytes. No path of an export has more than 400 characters; a folder around it may add a few. */
const longestName = 2000
/** Bytes of all names. Ours have about a hundred each. */
const mostNames = 24 * 1024 * 1024
/** Compressed bytes that are unfolded at a time, which become at most a thousand times as many. */
const compressedAtOnce = 16 * 1024

export type Refusal = Failure<'import.not-an-export' | 'import.too-large'> | ReadFailure
/** Where the bytes of an entry are, and how many they must become. */
type Place = { start: number; compressed: number; size: number; method: number }
/** `parts`: at most `length` bytes from `start` on. */
type Bytes = { length: number; parts(start: number, length: number): Iterable<Uint8Array> }

/** Opens a zip file in memory; its paths are keys in a table and never reach the disk. */
export async function openZip(bytes: Uint8Array): Promise<Result<Import, Refusal>> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  return openWith(() => fromBufferPromise(buffer, options), {
    length: bytes.length,
    parts: (start, length) => [bytes.subarray(start, start + length)],
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
      parts: (start, length) => partsOf(handle, start, length),
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
  if (places === 'too-much') return err({ code: 'import.too-much' })
  if (!places) return err({ code: 'import.unsafe' })
  const content = [...places.values()].reduce((sum, { size }) => sum + size, 0)
  if (content > largestContent) return err({ code: 'import.too-large' })
  if (content > harmless && content > mostInflation * bytes.length) return err({ code: 'import.unsafe' })
  const prefix = prefixOf(places)
  return ok((path, most) => {
    const place = places.get(prefix + path)
    if (!place) return ok(undefined)
    if (place.size > most) return err({ code: 'import.too-much' })
    return ok({ size: place.size, parts: () => wholeEntry(place, bytes) })
  })
}

/**
 * Where each file is; null if the list does not add up: two entries of one name, entries on top of each other, or a name
 * that leads out of the folder. Names are counted, since they are all that stays in memory of a list.
 */
async function placesIn(zip: ZipFile, length: number): Promise<Map<string, Place> | 'too-much' | null> {
  const places = new Map<string, Place>()
  const spans: { from: number; to: number }[] = []
  let names = 0
  for await (const entry of zip.eachEntry()) {
    names += entry.fileNameLength
    if (entry.fileNameLength > longestName || names > mostNames) return 'too-much'
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

/** Throws `NotWhole` where it is not as long as it says, is encrypted, or is packed in a way that no export is. */
function* wholeEntry(place: Place, bytes: Bytes): Generator<Uint8Array> {
  const { size } = place
  let length = 0
  for (const part of partsIn(place, bytes)) {
    length += part.length
    if (length > size) throw new NotWhole('an entry is longer than it says')
    yield part
  }
  if (length !== size) throw new NotWhole('an entry is shorter than it says')
}

function partsIn({ start, compressed, method }: Place, bytes: Bytes): Iterable<Uint8Array> {
  const data = bytes.parts(start, compressed)
  if (method === 0) return data
  if (method === 8) return inflated(data)
  throw new NotWhole('an entry is compressed in another way')
}

/** As few bytes at a time as that even the most tightly packed ones need little memory. */
function* inflated(data: Iterable<Uint8Array>): Generator<Uint8Array> {
  let parts: Uint8Array[] = []
  const inflate = new Inflate((part) => parts.push(part))
  const push = (compressed: Uint8Array, isLast: boolean) => {
    try {
      inflate.push(compressed, isLast)
    } catch {
      throw new NotWhole('an entry does not decompress')
    }
    const ready = parts
    parts = []
    return ready
  }
  for (const part of data)
    for (let at = 0; at < part.length; at += compressedAtOnce)
      yield* push(part.subarray(at, at + compressedAtOnce), false)
  yield* push(new Uint8Array(), true)
}

/** A person may have zipped the folder again, so that everything is one folder deeper. */
function prefixOf(places: ReadonlyMap<string, Place>): string {
  for (const path of places.keys())
    if (/^[^/]+\/waymark-export\.json$/.test(path)) return path.replace(/[^/]+$/, '')
  return ''
}
