import { MessageChannel } from 'node:worker_threads'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answerWindow } from '../../../src/main/shells/core-process/window-calls.ts'
import { testCore } from '../../support.ts'

/** A core and the port of a window to it, as a page would use it. */
let core: ReturnType<typeof testCore>
let page: MessageChannel['port1']
beforeEach(() => {
  core = testCore()
  const { port1, port2 } = new MessageChannel()
  page = port1
  answerWindow(core, {
    postMessage: (message) => port2.postMessage(message),
    on: (_event, listener) => port2.on('message', (data) => listener({ data, ports: [] })),
    start: () => port2.start(),
  })
})
afterEach(async () => {
  page.close()
  await core.close()
})

const call = (name: unknown, input: unknown = null) =>
  new Promise((resolve) => {
    page.once('message', resolve)
    page.postMessage({ id: 7, name, input })
  })

test('a call of the contract is answered under its own number', async () => {
  expect(await call('letters:list')).toMatchObject({ id: 7, answer: { ok: true, value: { letters: [] } } })
})

test.each([['constructor'], ['__proto__'], [['letters:list']], [null]])('%j is no call', async (name) => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  expect(await call(name)).toEqual({ id: 7, answer: { ok: false } })
  said.mockRestore()
})

test('a failed call reveals nothing of what was typed', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const input = { id: 'Ana Diaz 900-12-3456', removed: true }
  expect(await call('letter:remove', input)).toEqual({ id: 7, answer: { ok: false } })
  expect(said).toHaveBeenCalled()
  expect(String(said.mock.calls)).not.toContain('Ana')
  said.mockRestore()
})
