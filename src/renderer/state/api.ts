import { decode, encode } from '@msgpack/msgpack'
import { z } from 'zod'
import { type Api, type Call, contract } from '../../shared/contract/contract.ts'

declare global {
  interface Window {
    /** The desktop shell's bridge; undefined in a browser. */
    waymark?: { call(name: string, input: unknown): Promise<unknown> }
  }
}

/**
 * `api.no-key`: the window has no (or an old) token. `api.unreachable`: nobody answers. `api.refused`: a bug on either side.
 * `api.other-server`: another program answers at Waymark's address.
 * Any other code comes from the core: the library is locked, or its file fails, in a call that has no failure of its own.
 */
type ApiErrorCode =
  | `library.${string}`
  | 'api.no-key'
  | 'api.unreachable'
  | 'api.refused'
  | 'api.other-server'

export class ApiError extends Error {
  readonly code: ApiErrorCode
  constructor(code: ApiErrorCode) {
    super(code)
    this.code = code
  }
}

type Send = (name: Call, input: unknown) => Promise<unknown>

/** The core behind this window's shell: over the bridge in the desktop app, over loopback HTTP in a browser. */
export function createApi(window: Window): Api {
  const send = window.waymark ? bridge(window.waymark) : http(window, openSession(window))
  const calls = (Object.keys(contract) as Call[]).map((name) => [
    name,
    async (input: unknown) => withoutForeignFailure(name, await send(name, input)),
  ])
  return Object.fromEntries(calls) as Api
}

const Failed = z.object({ ok: z.literal(false), error: z.object({ code: z.string() }) })

function withoutForeignFailure(name: Call, answer: unknown): unknown {
  const failed = Failed.safeParse(answer)
  if (failed.success && !contract[name].output.safeParse(answer).success)
    throw new ApiError(failed.data.error.code as ApiErrorCode)
  return answer
}

const bridge =
  (waymark: NonNullable<Window['waymark']>): Send =>
  (name, input) =>
    waymark.call(name, input)

const http =
  (window: Window, session: Promise<string | null>): Send =>
  async (name, input) => {
    const token = await session
    if (!token) throw new ApiError('api.no-key')
    if (!(await isOurServer(window, token))) throw new ApiError('api.other-server')
    const answer = await window
      .fetch(`/api/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/msgpack', 'x-waymark-token': token },
        body: encode(input),
        cache: 'no-store',
      })
      .catch(() => {
        throw new ApiError('api.unreachable')
      })
    if (answer.status === 401 || answer.status === 403) throw new ApiError('api.no-key')
    if (!answer.ok) throw new ApiError('api.refused')
    return decode(new Uint8Array(await answer.arrayBuffer()))
  }

/**
 * Whether the program at this address is still the one that gave the token. When Waymark ends, another program can take its
 * port, and a window left open would send it what is being typed; so it is asked for a proof first, before each call.
 */
async function isOurServer(window: Window, token: string): Promise<boolean> {
  const nonce = base64url(window.crypto.getRandomValues(new Uint8Array(24)))
  const answer = await window
    .fetch('/proof', { method: 'POST', headers: { 'x-waymark-nonce': nonce }, cache: 'no-store' })
    .catch(() => {
      throw new ApiError('api.unreachable')
    })
  if (!answer.ok) return false
  const text = new TextEncoder()
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await window.crypto.subtle.importKey('raw', text.encode(token), algorithm, false, ['sign'])
  const digest = await window.crypto.subtle.sign(
    'HMAC',
    key,
    text.encode(`${window.location.host}\n${nonce}`),
  )
  return base64url(new Uint8Array(digest)) === (await answer.text())
}

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

const tokenKey = 'waymark-token'

/**
 * Exchanges the one-time ticket in the address for this session's token, which survives a reload of the window. The
 * address bar is cleared right away so that the ticket cannot be copied, bookmarked or shown on a shared screen. null:
 * there is no token.
 */
async function openSession(window: Window): Promise<string | null> {
  const ticket = new URLSearchParams(window.location.hash.slice(1)).get('ticket')
  if (!ticket) return window.sessionStorage.getItem(tokenKey)
  window.history.replaceState(null, '', `${window.location.pathname}#/`)
  const headers = { 'x-waymark-token': ticket }
  const answer = await window
    .fetch('/session', { method: 'POST', headers, cache: 'no-store' })
    .catch(() => null)
  // The address was pasted again: its ticket is used up, but the window still has the token.
  if (!answer?.ok) return window.sessionStorage.getItem(tokenKey)
  const token = await answer.text()
  window.sessionStorage.setItem(tokenKey, token)
  return token
}
