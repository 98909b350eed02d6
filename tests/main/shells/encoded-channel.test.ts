import { randomBytes } from 'node:crypto'
import { type Duplex, duplexPair } from 'node:stream'
import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { type EncodedMessage, encodedChannel } from '../../../src/main/shells/core-process/encoded-channel.ts'

/** What arrives at the other end, pieces joined, when every write is cut into chunks of so many bytes. */
async function passed(messages: EncodedMessage[], chunk: number): Promise<EncodedMessage[]> {
  const [near, far] = duplexPair()
  const heard: EncodedMessage[] = []
  const sender = encodedChannel(near)
  encodedChannel(cutInto(chunk, far)).onMessage((message) => {
    const last = heard.at(-1)
    if (message.kind === 'piece' && last?.kind === 'piece' && last.id === message.id)
      last.bytes = Buffer.concat([last.bytes, message.bytes])
    else heard.push(message)
  })
  for (const message of messages) await sender.send(message)
  await turn()
  return heard
}

function cutInto(size: number, pipe: Duplex): Duplex {
  const [near, far] = duplexPair()
  pipe.on('data', (data: Buffer) => {
    for (let at = 0; at < data.length; at += size) near.write(data.subarray(at, at + size))
  })
  return far
}

test.each([1, 7, 9, 1000])(
  'messages arrive whole when the pipe delivers %i bytes at a time',
  async (chunk) => {
    const bytes = randomBytes(200)
    const messages: EncodedMessage[] = [
      { kind: 'call', id: 1, name: 'letter:add' },
      { kind: 'piece', id: 1, bytes },
      { kind: 'end', id: 1 },
      { kind: 'head', id: 4_000_000_000, status: 400 },
      { kind: 'piece', id: 2, bytes: new Uint8Array() },
      { kind: 'dropped', id: 2 },
    ]
    const heard = await passed(messages, chunk)
    expect(heard).toEqual(messages.filter((message) => message.kind !== 'piece' || message.bytes.length > 0))
  },
)

test('a call that arrives before the core is ready waits for it', async () => {
  const [near, far] = duplexPair()
  const core = encodedChannel(far)
  await encodedChannel(near).send({ kind: 'call', id: 1, name: 'letters:list' })
  await turn()
  const heard: EncodedMessage[] = []
  core.onMessage((message) => heard.push(message))
  await turn()
  expect(heard).toEqual([{ kind: 'call', id: 1, name: 'letters:list' }])
})
