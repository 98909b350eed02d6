import { decode, encode } from '@msgpack/msgpack'
import { type Api, type Call, contract } from '../shared/contract.ts'

declare global {
  interface Window {
    /** The desktop shell's bridge; absent in a browser. */
    waymark?: { call(name: string, input: unknown): Promise<unknown> }
  }
}

/** `api.no-key`: the window has no (or an old) token. `api.unreachable`: nobody answers. `api.refused`: a bug on either side. */
export class ApiError extends Error {
  readonly code: 'api.no-key' | 'api.unreachable' | 'api.refused'
  constructor(code: ApiError['code']) {
    super(code)
    this.code = code
  }
}

type Send = (name: Call, input: unknown) => Promise<unknown>

/** The core behind this window's shell: over the bridge in the desktop app, over loopback HTTP in a browser. */
export function createApi(window: Window): Api {
  const send = window.waymark ? bridge(window.waymark) : http(window, takeToken(window))
  const calls = Object.keys(contract).map((name) => [name, (input: unknown) => send(name as Call, input)])
  return Object.fromEntries(calls) as Api
}

const bridge =
  (waymark: NonNullable<Window['waymark']>): Send =>
  (name, input) =>
    waymark.call(name, input)

const http =
  (window: Window, token: string | null): Send =>
  async (name, input) => {
    if (!token) throw new ApiError('api.no-key')
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

const tokenKey = 'waymark-token'

/** Takes the token out of the address bar, so that it is not copied, bookmarked or shown on a shared screen. */
function takeToken(window: Window): string | null {
  const token = new URLSearchParams(window.location.hash.slice(1)).get('token')
  if (token) {
    window.sessionStorage.setItem(tokenKey, token)
    window.history.replaceState(null, '', `${window.location.pathname}#/`)
  }
  return token ?? window.sessionStorage.getItem(tokenKey)
}
