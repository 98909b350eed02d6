import type { Core } from '../../app/core.ts'
import { answerPacked, joinPieces } from './packed-calls.ts'
import type { Packed } from './packed-client.ts'

/** A core in the very process of the server, for tools and tests that look into it, and for benches to compare with. */
export const packedInProcess =
  (core: Core): Packed =>
  async (name, body) => {
    const pieces: Uint8Array[] = []
    for await (const piece of body) pieces.push(piece)
    const answered = await answerPacked(core, name, joinPieces(pieces))
    return { status: answered.status, body: once(answered.status === 200 ? [answered.bytes] : []) }
  }

async function* once(pieces: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces
}
