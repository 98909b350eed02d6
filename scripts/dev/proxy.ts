import { type IncomingMessage, request, type ServerResponse } from 'node:http'
import { proofOf } from '../../src/main/shells/browser/keys.ts'
import type { CoreProcess } from './core-process.ts'

/**
 * Passes the calls of the page on to the core. The page's own token is not looked at, so that an open page lives through a
 * restart of the core; instead, only pages of this server may call, by the rules of the browser shell.
 */
export function createProxy(core: CoreProcess, host: string) {
  return async (incoming: IncomingMessage, response: ServerResponse, next: () => void): Promise<void> => {
    const path = incoming.url ?? '/'
    const isSession = path === '/session'
    const isProof = path === '/proof'
    if (!isSession && !isProof && !path.startsWith('/api/')) return next()
    if (!isFromOwnPage(incoming, host)) return answer(response, 403)
    if (isSession) return answer(response, 200, pageToken)
    if (isProof)
      return answer(response, 200, proofOf(pageToken, String(incoming.headers['x-waymark-nonce']), host))
    const address = await core.address()
    if (!address) return answer(response, 503)
    const headers = {
      ...withoutOrigin(incoming.headers),
      host: `127.0.0.1:${address.port}`,
      'x-waymark-token': address.token,
    }
    const outgoing = request(
      { host: '127.0.0.1', port: address.port, path, method: incoming.method, headers },
      (answered) => {
        response.writeHead(answered.statusCode ?? 502, answered.headers)
        answered.pipe(response)
      },
    )
    // The core ended in the middle of a call; the page hears of the new one.
    outgoing.on('error', () => (response.headersSent ? response.destroy() : answer(response, 502)))
    response.on('close', () => outgoing.destroy())
    incoming.pipe(outgoing)
  }
}

/** What every page of this server gets; it guards nothing. */
const pageToken = 'dev'

function isFromOwnPage({ headers }: IncomingMessage, host: string): boolean {
  const site = headers['sec-fetch-site'] ?? 'same-origin'
  const origin = headers.origin ?? `http://${host}`
  return headers.host === host && site === 'same-origin' && origin === `http://${host}`
}

const withoutOrigin = ({ origin: _, ...headers }: IncomingMessage['headers']) => headers

function answer(response: ServerResponse, status: number, text = ''): void {
  response.writeHead(status, { 'content-type': 'text/plain', 'cache-control': 'no-store' })
  response.end(text)
}
