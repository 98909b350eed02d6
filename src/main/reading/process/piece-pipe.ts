import type { Duplex } from 'node:stream'
import type { FilePiece, ToReadingProcess } from './protocol.ts'

/** The number of the pipe in the reading process, after those for text and Node's own channel. */
export const piecePipe = 4

/** A piece whose bytes come over the pipe: Node's channel copies them several times, at a hundred megabytes a second. */
type PieceFollows = { kind: 'piece-follows'; key: string; at: number; length: number; size: number }
/** The parent's end. */
export type ParentPipe = Duplex & { ref(): unknown; unref(): unknown }
export type OverFork = ToReadingProcess | PieceFollows

/** Sends a message over Node's channel, and the bytes in it over the pipe. */
export function sendWithPipe(
  message: ToReadingProcess,
  send: (message: OverFork) => void,
  pipe: Duplex,
): void {
  const piece = message.kind === 'piece' ? message.piece : null
  if (message.kind !== 'piece' || !piece) {
    send(message)
    return
  }
  const { at, bytes, length } = piece
  send({ kind: 'piece-follows', key: message.key, at, length, size: bytes.length })
  if (pipe.writable) pipe.write(bytes)
}

/** Puts messages and the bytes of the pipe together again, in the order in which they were sent. */
export function joinWithPipe(hear: (message: ToReadingProcess) => void) {
  const waiting: { head: PieceFollows; bytes: Uint8Array; filled: number }[] = []
  /** Came before the message that says what they are. */
  const early: Uint8Array[] = []

  function fill(): void {
    for (let [next] = waiting; next; [next] = waiting) {
      const { head, bytes } = next
      while (next.filled < head.size) {
        const chunk = early.shift()
        if (!chunk) return
        const part = chunk.subarray(0, head.size - next.filled)
        bytes.set(part, next.filled)
        next.filled += part.length
        if (part.length < chunk.length) early.unshift(chunk.subarray(part.length))
      }
      waiting.shift()
      const piece: FilePiece = { at: head.at, bytes, length: head.length }
      hear({ kind: 'piece', key: head.key, piece })
    }
  }
  return {
    message(message: OverFork): void {
      if (message.kind === 'piece-follows') {
        waiting.push({ head: message, bytes: new Uint8Array(message.size), filled: 0 })
        fill()
      } else hear(message)
    },
    bytes(chunk: Uint8Array): void {
      early.push(chunk)
      fill()
    },
  }
}
