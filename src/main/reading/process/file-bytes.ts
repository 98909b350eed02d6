import type { FilePiece } from './protocol.ts'

/** Asks the parent for the bytes of files; several jobs that want the same file share one way of its bytes. */
export type FileBytesLoader = {
  load(key: string): Promise<Uint8Array>
  heard(key: string, piece: FilePiece | null): void
}

type Loading = {
  bytes: Uint8Array | null
  resolve: (bytes: Uint8Array) => void
  reject: (error: Error) => void
}

export function createFileBytesLoader(ask: (key: string, at: number) => void): FileBytesLoader {
  const loading = new Map<string, Loading>()
  const ways = new Map<string, Promise<Uint8Array>>()

  function forget(key: string): void {
    loading.delete(key)
    ways.delete(key)
  }

  return {
    load(key) {
      const known = ways.get(key)
      if (known) return known
      const way = new Promise<Uint8Array>((resolve, reject) =>
        loading.set(key, { bytes: null, resolve, reject }),
      )
      ways.set(key, way)
      ask(key, 0)
      return way
    },
    heard(key, piece) {
      const file = loading.get(key)
      if (!file) return
      if (!piece) {
        forget(key)
        file.reject(new Error('reading process: the bytes of a file are gone'))
        return
      }
      file.bytes ??= new Uint8Array(piece.length)
      file.bytes.set(piece.bytes, piece.at)
      const next = piece.at + piece.bytes.length
      if (next < piece.length) return ask(key, next)
      forget(key)
      file.resolve(file.bytes)
    },
  }
}
