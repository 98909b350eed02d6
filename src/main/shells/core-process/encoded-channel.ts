import type { Duplex } from 'node:stream'
import type { Call } from '../../../shared/contract/contract.ts'
import { assertNever } from '../../../shared/model/result.ts'

/** A call of which the window's process knows the name only: its input comes encoded (MessagePack) and in pieces, and so does its answer. */
export type EncodedMessage =
  | { kind: 'call'; id: number; name: Call }
  | { kind: 'piece'; id: number; bytes: Uint8Array }
  | { kind: 'end'; id: number }
  /** Who sent it is gone, or sent too much. */
  | { kind: 'dropped'; id: number }
  /** The answer begins; as in HTTP: 200, 400 for an input that the contract refuses, 500 for a bug. */
  | { kind: 'head'; id: number; status: number }

export type EncodedChannel = {
  /** Settles when there is room for more. */
  send(message: EncodedMessage): Promise<void>
  /** Nothing is taken from the pipe before: a call may come earlier than the message that starts the core. */
  onMessage(listener: (message: EncodedMessage) => void): void
}

/** The number of the pipe in the core process, after those for text and Node's own channel. */
export const encodedPipe = 4

const kinds = ['call', 'piece', 'end', 'dropped', 'head'] as const
/** Kind, number of the call, bytes that follow. */
const headerBytes = 9
const nothing = new Uint8Array()

/**
 * The messages over a pipe of their own. Node's channel between processes would copy every piece twice, and the garbage of
 * 150 MB holds up the process that only passes it on.
 */
export function encodedChannel(pipe: Duplex): EncodedChannel {
  // The other process is gone, which its end tells.
  pipe.on('error', () => undefined)
  return {
    async send(message) {
      const body = bodyOf(message)
      const header = Buffer.alloc(headerBytes)
      header.writeUInt8(kinds.indexOf(message.kind), 0)
      header.writeUInt32LE(message.id, 1)
      header.writeUInt32LE(body.length, 5)
      if (pipe.destroyed || !pipe.writable) return
      const flushed = Promise.withResolvers<void>()
      pipe.cork()
      pipe.write(header)
      // Called too when the pipe breaks before.
      const hasRoom = pipe.write(body, () => flushed.resolve())
      pipe.uncork()
      if (!hasRoom) await flushed.promise
    },
    onMessage: (listener) =>
      void pipe.on(
        'data',
        createFrameReader((frame) => listener(messageFrom(frame))),
      ),
  }
}

function bodyOf(message: EncodedMessage): Uint8Array {
  if (message.kind === 'piece') return message.bytes
  if (message.kind === 'call') return Buffer.from(message.name)
  return message.kind === 'head' ? Buffer.from([message.status >> 8, message.status & 255]) : nothing
}

type Frame = { kind: EncodedMessage['kind']; id: number; body: Uint8Array }

function messageFrom({ kind, id, body }: Frame): EncodedMessage {
  switch (kind) {
    case 'piece':
      return { kind, id, bytes: body }
    case 'call':
      return { kind, id, name: Buffer.from(body).toString() as Call }
    case 'head':
      return { kind, id, status: Buffer.from(body).readUInt16BE(0) }
    case 'end':
    case 'dropped':
      return { kind, id }
    default:
      return assertNever(kind, 'a frame')
  }
}

/** Parts what a pipe gives into frames. A piece is passed on as it comes, since pieces are joined in the end anyway. */
function createFrameReader(found: (frame: Frame) => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0)
  let open: { id: number; left: number } | null = null
  return (chunk) => {
    let data = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    for (;;) {
      if (open) {
        const body = data.subarray(0, open.left)
        if (body.length > 0) found({ kind: 'piece', id: open.id, body })
        data = data.subarray(body.length)
        open = body.length < open.left ? { id: open.id, left: open.left - body.length } : null
      }
      if (open || data.length < headerBytes) break
      const [kind, id, length] = [kinds[data.readUInt8(0)], data.readUInt32LE(1), data.readUInt32LE(5)]
      if (!kind) throw new Error('encoded channel: not a frame')
      if (kind === 'piece') {
        open = { id, left: length }
        data = data.subarray(headerBytes)
      } else {
        if (data.length < headerBytes + length) break
        found({ kind, id, body: data.subarray(headerBytes, headerBytes + length) })
        data = data.subarray(headerBytes + length)
      }
    }
    rest = data
  }
}
