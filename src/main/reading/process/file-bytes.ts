import { type FilePiece, pieceSize } from './protocol.ts'

/** Asks the parent for the bytes of files; several jobs that want the same file share one way of its bytes. */
type FileBytesLoader = {
  load(key: string): Promise<Uint8Array>
  heard(key: string, piece: FilePiece | null): void
}

/** Pieces that are on their way at the same time: the next one does not wait for the way there and back. */
const atOnce = 3

type Loading = {
  bytes: Uint8Array | null
  received: number
  /** Up to where pieces were asked for. */
  asked: number
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
        loading.set(key, { bytes: null, received: 0, asked: pieceSize, resolve, reject }),
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
      file.received += piece.bytes.length
      for (
        ;
        file.asked < piece.length && file.asked < file.received + atOnce * pieceSize;
        file.asked += pieceSize
      )
        ask(key, file.asked)
      if (file.received < piece.length) return
      forget(key)
      file.resolve(file.bytes)
    },
  }
}
