import { encode } from '@msgpack/msgpack'
import type { Call } from '../../../shared/contract/contract.ts'
import type { EncodedMessage } from './encoded-channel.ts'
import { restarted } from './protocol.ts'

/** `body`: the encoded answer; it throws where the core ended in the middle of it. */
type EncodedReply = { status: number; body: AsyncIterable<Uint8Array> }
export type AnswerEncoded = (name: Call, body: AsyncIterable<Uint8Array>) => Promise<EncodedReply>

/** The calls that pass through this process in pieces, unread, so that a large file holds up nobody. */
export function createEncodedClient(post: (message: EncodedMessage) => Promise<void>) {
  const running = new Map<number, Running>()
  let last = 0

  async function send(id: number, name: Call, body: AsyncIterable<Uint8Array>): Promise<void> {
    await post({ kind: 'call', id, name })
    for await (const bytes of body) {
      // Its core ended, and the next one knows nothing of the call.
      if (!running.has(id)) return
      await post({ kind: 'piece', id, bytes })
    }
    if (running.has(id)) await post({ kind: 'end', id })
  }
  return {
    async answer(name: Call, body: AsyncIterable<Uint8Array>): Promise<EncodedReply> {
      const id = ++last
      const call = createRunning()
      running.set(id, call)
      try {
        await send(id, name, body)
      } catch (error) {
        running.delete(id)
        void post({ kind: 'dropped', id })
        throw error
      }
      return { status: await call.head, body: call.pieces() }
    },
    hear(message: EncodedMessage): void {
      const call = running.get(message.id)
      if (message.kind === 'head') call?.begin(message.status)
      else if (message.kind === 'piece') call?.add(message.bytes)
      else {
        call?.end()
        running.delete(message.id)
      }
    },
    /** The core ended. What it had not begun to answer is answered for it. */
    lost(): void {
      for (const call of running.values()) call.lose(encode(restarted))
      running.clear()
    },
  }
}

type Running = ReturnType<typeof createRunning>

function createRunning() {
  const head = Promise.withResolvers<number>()
  const pieces: Uint8Array[] = []
  let [begun, ended, lost] = [false, false, false]
  let wake = Promise.withResolvers<void>()
  const tell = () => {
    wake.resolve()
    wake = Promise.withResolvers()
  }
  const begin = (status: number) => {
    begun = true
    head.resolve(status)
  }
  const add = (bytes: Uint8Array) => {
    pieces.push(bytes)
    tell()
  }
  const end = () => {
    ended = true
    tell()
  }
  return {
    head: head.promise,
    begin,
    add,
    end,
    lose(instead: Uint8Array): void {
      if (begun) lost = true
      else {
        begin(200)
        pieces.push(instead)
      }
      end()
    },
    async *pieces(): AsyncGenerator<Uint8Array> {
      for (;;) {
        const next = pieces.shift()
        if (next) yield next
        else if (lost) throw new Error('the core ended in the middle of an answer')
        else if (ended) return
        else await wake.promise
      }
    },
  }
}
