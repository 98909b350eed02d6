import { bytesOf, type ScanFile, type ScanSource } from '../files/scan.ts'
import type { FileRef } from './protocol.ts'

type KeyedFile = FileRef & { bytes: () => Uint8Array }

/** The files of a scan, each with a name for its bytes. */
export const keyedFiles = (scan: ScanSource): KeyedFile[] =>
  (scan instanceof Uint8Array ? [{ bytes: scan }] : scan).map((file) => ({
    key: file.key ?? keyOf(file),
    password: file.password ?? null,
    bytes: () => bytesOf(file),
  }))

export const refsOf = (files: readonly KeyedFile[]): FileRef[] =>
  files.map(({ key, password }) => ({ key, password }))

const keys = new WeakMap<object, string>()
let lastKey = 0

/** Bytes without a name get one as long as they are around: the same array again is the same file. */
function keyOf({ bytes }: ScanFile): string {
  const known = keys.get(bytes) ?? `unnamed ${++lastKey}`
  keys.set(bytes, known)
  return known
}
