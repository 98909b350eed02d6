import { duplexPair } from 'node:stream'
import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { joinWithPipe, type OverFork, sendWithPipe } from '../../../../src/main/reading/process/piece-pipe.ts'
import type { ToReadingProcess } from '../../../../src/main/reading/process/protocol.ts'

const piece = (key: string, bytes: number[]): ToReadingProcess => ({
  kind: 'piece',
  key,
  piece: { at: 0, bytes: new Uint8Array(bytes), length: bytes.length },
})
const messages = [
  piece('a', [1, 2, 3]),
  piece('empty', []),
  piece('b', [4, 5]),
  { kind: 'cancel', id: 7 },
] as const satisfies ToReadingProcess[]

/** What both channels carry, before either has arrived. */
async function sent(): Promise<{ heads: OverFork[]; bytes: Buffer }> {
  const [near, far] = duplexPair()
  const heads: OverFork[] = []
  for (const message of messages) sendWithPipe(message, (head) => heads.push(head), near)
  await turn()
  return { heads, bytes: (far.read() as Buffer | null) ?? Buffer.alloc(0) }
}

test.each([
  ['before the messages', 1, true],
  ['after the messages, one by one', 1, false],
  ['after the messages, all at once', 100, false],
])('pieces come whole and in order when their bytes come %s', async (_, size, bytesFirst) => {
  const { heads, bytes } = await sent()
  const heard: ToReadingProcess[] = []
  const joined = joinWithPipe((message) => heard.push(message))
  const pour = () => {
    for (let at = 0; at < bytes.length; at += size) joined.bytes(bytes.subarray(at, at + size))
  }
  if (bytesFirst) pour()
  for (const head of heads) joined.message(head)
  if (!bytesFirst) pour()
  const pieces = heard.filter((message) => message.kind === 'piece')
  expect(pieces).toEqual(messages.slice(0, 3))
  expect(heard).toContainEqual({ kind: 'cancel', id: 7 })
})
