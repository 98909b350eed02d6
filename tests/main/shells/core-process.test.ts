import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { encode } from '@msgpack/msgpack'
import { expect, test, vi } from 'vitest'
import { longestWait } from '../../support.ts'
import {
  core,
  coreForEachTest,
  folder,
  inPieces,
  letterOf,
  link,
  names,
  packed,
  start,
  surviveKills,
} from './core-fixture.ts'

coreForEachTest()

test('a killed core fails the calls under way; the next call works and nothing saved is lost', () =>
  surviveKills(2))

test('a file passes in pieces and arrives byte for byte', async () => {
  start()
  await core.call('library:create', { passphrase: null })
  const bytes = randomBytes(3_000_000)
  const added = await packed('letter:add', { fileName: 'a.bin', bytes })
  const { value } = added.value as { value: { ids: string[] } }
  const original = await packed('letter:original', { id: value.ids[0] })
  expect(bytes.equals((original.value as { value: { bytes: Uint8Array } }).value.bytes)).toBe(true)
})

test('what the contract refuses, malformed messages, and broken-off input are not calls', async () => {
  start()
  await core.call('library:create', { passphrase: null })
  expect((await packed('letter:remove', { id: '../etc', removed: true })).status).toBe(400)
  const { status } = await core.encoded('letters:list', inPieces(new Uint8Array([0xc1])))
  expect(status).toBe(400)
  const cut = core.encoded('letter:add', breaking())
  await expect(cut).rejects.toThrow('the page is gone')
  expect(await names()).toEqual([])
})
async function* breaking(): AsyncGenerator<Uint8Array> {
  yield encode(letterOf(1))
  throw new Error('the page is gone')
}

test('closing waits for the library, and leaves no process behind', async () => {
  start()
  await core.call('library:create', { passphrase: null })
  const { pid } = link
  await core.close()
  expect(existsSync(join(folder, 'library.waymark-wal'))).toBe(false)
  expect(isAlive(pid)).toBe(false)
})

test('a core that does not start is reported, and closing ends the attempts', async () => {
  start({}, { resources: join(folder, 'nothing') })
  await expect(core.ready).rejects.toThrow('the core did not start')
  await core.close()
})

test('a core ends, and closes its library, when the window’s process is killed', async () => {
  const program = new URL('./core-parent.ts', import.meta.url)
  const parent = fork(program, [folder], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] })
  const [{ pid }] = (await once(parent, 'message')) as [{ pid: number }]
  expect([isAlive(pid), existsSync(join(folder, 'library.waymark-wal'))]).toEqual([true, true])
  parent.kill('SIGKILL')
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), longestWait)
  expect(existsSync(join(folder, 'library.waymark-wal'))).toBe(false)
})

function isAlive(pid: number | undefined): boolean {
  try {
    return process.kill(pid ?? 0, 0)
  } catch {
    return false
  }
}
