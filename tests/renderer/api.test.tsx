import { decode, encode } from '@msgpack/msgpack'
import { afterEach, expect, test, vi } from 'vitest'
import { createApi } from '../../src/renderer/api.ts'
import { letterOf } from './memory-api.ts'

afterEach(() => {
  window.sessionStorage.clear()
  window.location.hash = ''
  delete window.waymark
})

const answering = (body: unknown, status = 200) => {
  const fetch = vi.fn<typeof window.fetch>(async () => new Response(encode(body), { status }))
  window.fetch = fetch
  return fetch
}

test('in a browser a call posts MessagePack with the token, which leaves the address bar', async () => {
  window.location.hash = '#token=secret'
  const fetch = answering({ ok: true, value: { ids: [], known: false } })
  const bytes = new Uint8Array([1, 2, 3])
  await createApi(window)['letter:add']({ fileName: 'a.pdf', bytes })
  const [path, init] = fetch.mock.calls[0] ?? []
  expect(path).toBe('/api/letter:add')
  expect(new Headers(init?.headers).get('x-waymark-token')).toBe('secret')
  expect(decode(init?.body as Uint8Array)).toEqual({ fileName: 'a.pdf', bytes })
  expect(window.location.hash).toBe('#/')
})

test('bytes come back as bytes', async () => {
  window.location.hash = '#token=secret'
  answering({ ok: true, value: { bytes: new Uint8Array([7, 8]), pages: 1 } })
  const packet = await createApi(window)['packet:pdf']({ id: letterOf().id, cover: 'letter', duplex: false })
  expect(packet).toEqual({ ok: true, value: { bytes: new Uint8Array([7, 8]), pages: 1 } })
})

test('the token is kept for a reload of the window', async () => {
  window.location.hash = '#token=secret'
  createApi(window)
  const fetch = answering(null)
  await createApi(window)['letters:list'](null)
  expect(new Headers(fetch.mock.calls[0]?.[1]?.headers).get('x-waymark-token')).toBe('secret')
})

test('without a token, or with an old one, the window says that its key is missing', async () => {
  await expect(createApi(window)['letters:list'](null)).rejects.toMatchObject({ code: 'api.no-key' })
  window.location.hash = '#token=old'
  answering(null, 401)
  await expect(createApi(window)['letters:list'](null)).rejects.toMatchObject({ code: 'api.no-key' })
})

test('in the desktop app a call goes over the bridge', async () => {
  const call = vi.fn(async () => 'answer')
  window.waymark = { call }
  expect(await createApi(window)['letter:add-sample'](null)).toBe('answer')
  expect(call).toHaveBeenCalledWith('letter:add-sample', null)
})
