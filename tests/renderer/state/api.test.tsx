import { decode, encode } from '@msgpack/msgpack'
import { afterEach, expect, test, vi } from 'vitest'
import { proofOf } from '../../../src/main/shells/browser/keys.ts'
import { createApi } from '../../../src/renderer/state/api.ts'
import { letterOf } from '../memory-api.ts'

afterEach(() => {
  window.sessionStorage.clear()
  window.location.hash = ''
  delete window.waymark
})

const answering = (body: unknown, status = 200, key = 'secret') => {
  const fetch = vi.fn<typeof window.fetch>(async (path, init) => {
    if (path === '/session') return new Response('secret', { status })
    if (path === '/proof') {
      const nonce = new Headers(init?.headers).get('x-waymark-nonce') ?? ''
      return new Response(proofOf(key, nonce, window.location.host))
    }
    return new Response(encode(body), { status })
  })
  window.fetch = fetch
  return fetch
}

test('in a browser a call posts MessagePack with the token that it got for the ticket, which leaves the address bar', async () => {
  window.location.hash = '#ticket=once'
  const fetch = answering({ ok: true, value: { ids: [], known: false } })
  const bytes = new Uint8Array([1, 2, 3])
  await createApi(window)['letter:add']({ fileName: 'a.pdf', bytes })
  const [[session, ticket] = [], [proof] = [], [path, init] = []] = fetch.mock.calls
  expect(proof).toBe('/proof')
  expect([session, new Headers(ticket?.headers).get('x-waymark-token')]).toEqual(['/session', 'once'])
  expect(path).toBe('/api/letter:add')
  expect(new Headers(init?.headers).get('x-waymark-token')).toBe('secret')
  expect(decode(init?.body as Uint8Array)).toEqual({ fileName: 'a.pdf', bytes })
  expect(window.location.hash).toBe('#/')
})

test('bytes come back as bytes', async () => {
  window.location.hash = '#ticket=once'
  answering({ ok: true, value: { bytes: new Uint8Array([7, 8]), pages: 1 } })
  const packet = await createApi(window)['packet:pdf']({
    id: letterOf().id,
    cover: 'letter',
    duplex: false,
    straighten: true,
  })
  expect(packet).toEqual({ ok: true, value: { bytes: new Uint8Array([7, 8]), pages: 1 } })
})

test('the token survives a reload of the window', async () => {
  window.location.hash = '#ticket=once'
  answering(null)
  await createApi(window)['letters:list'](null)
  const fetch = answering(null)
  await createApi(window)['letters:list'](null)
  expect(new Headers(fetch.mock.calls[1]?.[1]?.headers).get('x-waymark-token')).toBe('secret')
})

test('nothing is sent to a program that took the port of a server that ended', async () => {
  window.location.hash = '#ticket=once'
  answering(null)
  const api = createApi(window)
  await api['letters:list'](null)
  const fetch = answering(null, 200, 'another key')
  const sent = api['letter:add']({ fileName: 'ana-diaz.pdf', bytes: new Uint8Array([1]) })
  await expect(sent).rejects.toMatchObject({ code: 'api.other-server' })
  expect(fetch.mock.calls.map(([path]) => path)).toEqual(['/proof'])
  expect(JSON.stringify(fetch.mock.calls)).not.toMatch(/secret|ana-diaz/)
})

test('without a ticket, or with a spent one, the window says that its key is missing', async () => {
  await expect(createApi(window)['letters:list'](null)).rejects.toMatchObject({ code: 'api.no-key' })
  window.location.hash = '#ticket=spent'
  answering(null, 401)
  await expect(createApi(window)['letters:list'](null)).rejects.toMatchObject({ code: 'api.no-key' })
})

test.each([
  [401, 'api.no-key'],
  [403, 'api.no-key'],
  [400, 'api.refused'],
  [500, 'api.refused'],
])('a call that is answered with %i fails as %s', async (status, code) => {
  window.location.hash = '#ticket=once'
  answering(null)
  const api = createApi(window)
  await api['letters:list'](null)
  answering(null, status)
  await expect(api['letters:list'](null)).rejects.toMatchObject({ code })
})

test('in the desktop app a call goes over the bridge', async () => {
  const call = vi.fn(async () => 'answer')
  window.waymark = { call }
  expect(await createApi(window)['letter:add-sample'](null)).toBe('answer')
  expect(call).toHaveBeenCalledWith('letter:add-sample', null)
})
