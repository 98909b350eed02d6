import { decode, encode } from '@msgpack/msgpack'
import { ZodError } from 'zod'
import type { Call } from '../../../shared/contract/contract.ts'
import { maxScanBytes } from '../../../shared/contract/letters.ts'
import type { Core } from '../../app/core.ts'
import { safeStack } from '../../log/safe-stack.ts'
import { warn } from '../terminal.ts'
import type { EncodedChannel } from './encoded-channel.ts'
import { pieceBytes } from './protocol.ts'

/** The largest scan and its envelope. */
export const maxEncodedBytes: number = maxScanBytes + 65_536
/** No call holds longer lists; sizes that a message only claims are not allotted. */
const messageLimits = { maxArrayLength: 100_000, maxMapLength: 100_000 }

/** `parts`: of the answer, one after the other. */
type Answered = { status: 200; parts: Uint8Array[] } | { status: 400 | 500 }

/** Answers a call in MessagePack. 400: its input is none, or not what the contract says. 500: a bug, named in the log. */
export async function answerEncoded(core: Core, name: Call, body: Uint8Array): Promise<Answered> {
  const input = inputFrom(body)
  if (!input.ok) return { status: 400 }
  try {
    return { status: 200, parts: encodedParts(await core.call(name, input.value)) }
  } catch (error) {
    if (error instanceof ZodError) return { status: 400 }
    warn(`waymark: a call failed: ${safeStack(error)}`)
    return { status: 500 }
  }
}

/** Files of more bytes are not copied into the answer, which takes three times their size, but follow it. */
const largeFile = 1024 * 1024
type WithFile = { ok: true; value: { bytes: Uint8Array } }

const isWithFile = (answer: unknown): answer is WithFile => {
  const { ok, value } = (answer ?? {}) as { ok?: unknown; value?: { bytes?: unknown } | null }
  return ok === true && value?.bytes instanceof Uint8Array && value.bytes.length > largeFile
}

/**
 * An answer in MessagePack. The file in it comes last: the two bytes that stand for an empty one are left away, and the mark and
 * the length of the true one take their place.
 */
function encodedParts(answer: unknown): Uint8Array[] {
  if (!isWithFile(answer)) return [encode(answer)]
  const { bytes, ...others } = answer.value
  const around = encode({ ok: true, value: { ...others, bytes: new Uint8Array() } })
  const header = Buffer.alloc(5)
  header.writeUInt8(0xc6, 0)
  header.writeUInt32BE(bytes.length, 1)
  return [around.subarray(0, -2), header, bytes]
}

function inputFrom(body: Uint8Array): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: decode(body, messageLimits) }
  } catch {
    return { ok: false }
  }
}

/** One array of many. Not a Buffer: what is decoded from one are Buffers too, and pdf.js refuses those. */
export function joinPieces(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const { buffer, byteOffset, byteLength } = Buffer.concat(pieces)
  return new Uint8Array(buffer, byteOffset, byteLength)
}

/** The core's side of the calls that come in pieces. */
export function answerEncodedCalls(core: Core, channel: EncodedChannel): void {
  const arriving = new Map<number, { name: Call; pieces: Uint8Array[] }>()
  async function answer(id: number, name: Call, pieces: Uint8Array[]): Promise<void> {
    const answered = await answerEncoded(core, name, joinPieces(pieces))
    await channel.send({ kind: 'head', id, status: answered.status })
    if (answered.status === 200)
      for (const part of answered.parts)
        for (let at = 0; at < part.length; at += pieceBytes)
          await channel.send({ kind: 'piece', id, bytes: part.subarray(at, at + pieceBytes) })
    await channel.send({ kind: 'end', id })
  }
  channel.onMessage((message) => {
    const { id } = message
    const call = arriving.get(id)
    if (message.kind === 'call') arriving.set(id, { name: message.name, pieces: [] })
    else if (message.kind === 'piece') call?.pieces.push(message.bytes)
    else {
      arriving.delete(id)
      if (message.kind === 'end' && call) void answer(id, call.name, call.pieces)
    }
  })
}
