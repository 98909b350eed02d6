import type { ProcessLink } from './process-link.ts'
import { pieceSize } from './protocol.ts'

/** Bytes by the key of their file; loading them may throw. */
export type FilesByKey = ReadonlyMap<string, () => Uint8Array>

/** Answers a reading process that wants bytes, piece by piece. */
export type FileSender = {
  /** `files`: of somebody who still waits for them; undefined where nobody does. Throws when loading them does. */
  send(key: string, at: number, files: FilesByKey | undefined): void
}

export function createFileSender(link: ProcessLink): FileSender {
  /** Loaded, and not sent to the end yet. */
  const underWay = new Map<string, Uint8Array>()

  const giveUp = (key: string) => {
    underWay.delete(key)
    link.send({ kind: 'piece', key, piece: null })
  }

  return {
    send(key, at, files) {
      const load = files?.get(key)
      if (!load) return giveUp(key)
      try {
        const bytes = underWay.get(key) ?? load()
        const part = bytes.subarray(at, at + pieceSize)
        link.send({ kind: 'piece', key, piece: { at, bytes: part, length: bytes.length } })
        if (at + part.length < bytes.length) underWay.set(key, bytes)
        else underWay.delete(key)
      } catch (error) {
        giveUp(key)
        throw error
      }
    },
  }
}
