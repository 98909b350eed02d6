import type { Core } from '../../app/core.ts'
import { answerEncoded, joinPieces } from './encoded-calls.ts'
import type { AnswerEncoded } from './encoded-client.ts'

/** A core in the very process of the server, for tools and tests that look into it, and for benches to compare with. */
export const encodedInProcess =
  (core: Core): AnswerEncoded =>
  async (name, body) => {
    const pieces: Uint8Array[] = []
    for await (const piece of body) pieces.push(piece)
    const answered = await answerEncoded(core, name, joinPieces(pieces))
    return { status: answered.status, body: once(answered.status === 200 ? answered.parts : []) }
  }

async function* once(pieces: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces
}
