import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isCall } from '../../../shared/contract/contract.ts'
import { safeStack } from '../../log/safe-stack.ts'
import { maxEncodedBytes } from '../core-process/encoded-calls.ts'
import type { AnswerEncoded } from '../core-process/encoded-client.ts'
import { findStaticFile, guardHeaders } from '../static-file.ts'
import { warn } from '../terminal.ts'
import { createKeys, type Keys, proofPath, sessionPath } from './keys.ts'
import { isSameUser } from './same-user.ts'

export type BrowserShell = {
  port: number
  /** An address that opens the app once; its ticket stands in the fragment, which browsers never send. */
  newUrl(): string
  close(): Promise<void>
}

/**
 * Serves the renderer and the contract on 127.0.0.1 only. A token guards every call; Host, Origin and what the browser
 * says about who asks are checked, so that neither another page nor a rebound name can reach the library. `opened` hears
 * of each window that got the token. The bytes of a call pass through in pieces, on their way to the core and back.
 */
export async function serveBrowserShell(
  encoded: AnswerEncoded,
  rendererFolder: string,
  opened: () => void = () => undefined,
): Promise<BrowserShell> {
  const keys = createKeys()
  const server = createServer(limits, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      // A page that closed half-way is no bug; a bug is named, without what was sent.
      if (!request.destroyed) warn(`waymark: a request failed: ${safeStack(error)}`)
      if (response.headersSent) response.destroy()
      else refuse(response, 500)
    })
  })
  server.maxConnections = maxConnections
  server.on('connection', (socket) => {
    if (!isSameUser(socket)) socket.destroy()
  })
  await listen(server)
  const address = server.address() as AddressInfo
  const host = `127.0.0.1:${address.port}`

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.headers.host !== host) return refuse(response, 421)
    const path = pathOf(request.url ?? '/')
    if (path === null) return refuse(response, 400)
    if (path !== sessionPath && path !== proofPath && !path.startsWith('/api/'))
      return answerFile(request, response, rendererFolder, path)
    if (!isFromOwnPage(request, `http://${host}`)) return refuse(response, 403)
    if (request.method !== 'POST') return refuse(response, 405)
    if (path === sessionPath) {
      if (answerSession(keys, request, response)) opened()
      return
    }
    if (path === proofPath) return answerProof(keys.proof(request.headers['x-waymark-nonce'], host), response)
    if (!keys.isToken(request.headers)) return refuse(response, 401)
    return answerCall(encoded, path.slice('/api/'.length), request, response)
  }

  return {
    port: address.port,
    newUrl: () => `http://${host}/#ticket=${keys.newTicket()}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Who sends slowly, holds connections open or asks without end gets no more than these; milliseconds and bytes. */
const limits = {
  headersTimeout: 10_000,
  requestTimeout: 120_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 8192,
}
/** A browser opens six at a time, and each window has one long poll. */
const maxConnections = 64

/** Programs other than browsers send neither header; they need the token like everybody. */
function isFromOwnPage({ headers }: IncomingMessage, own: string): boolean {
  const site = headers['sec-fetch-site']
  return (headers.origin ?? own) === own && (site ?? 'same-origin') === 'same-origin'
}

function answerSession(keys: Keys, request: IncomingMessage, response: ServerResponse): boolean {
  const token = keys.trade(request.headers)
  if (!token) {
    refuse(response, 401)
    return false
  }
  response.writeHead(200, { ...guardHeaders, 'content-type': 'text/plain' })
  response.end(token)
  return true
}

function answerProof(proof: string | null, response: ServerResponse): void {
  if (proof === null) refuse(response, 400)
  else {
    response.writeHead(200, { ...guardHeaders, 'content-type': 'text/plain' })
    response.end(proof)
  }
}

async function answerFile(request: IncomingMessage, response: ServerResponse, folder: string, path: string) {
  const file = request.method === 'GET' ? await findStaticFile(folder, path) : null
  if (!file) return refuse(response, 404)
  response.writeHead(200, file.headers)
  response.end(file.content)
}

async function answerCall(
  encoded: AnswerEncoded,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
) {
  if (!isCall(name)) return refuse(response, 404)
  try {
    const { status, body } = await encoded(name, upToLimit(request))
    if (status !== 200) return refuse(response, status)
    response.writeHead(200, { ...guardHeaders, 'content-type': 'application/x-msgpack' })
    for await (const piece of body) if (!response.write(piece)) await drained(response)
    response.end()
  } catch (error) {
    if (!(error instanceof BodyTooLong)) throw error
    refuse(response, 413)
  }
}

/** Until the page took what was written, or went away. Listens to nothing afterwards: a long answer waits many times. */
async function drained(response: ServerResponse): Promise<void> {
  const done = new AbortController()
  const until = (event: string) => once(response, event, { signal: done.signal })
  await Promise.race([until('drain'), until('close')])
  done.abort()
}

class BodyTooLong extends Error {}

/** Not longer than the largest scan and its envelope. */
async function* upToLimit(request: AsyncIterable<Buffer>): AsyncGenerator<Uint8Array> {
  let length = 0
  for await (const chunk of request) {
    length += chunk.length
    if (length > maxEncodedBytes) throw new BodyTooLong()
    yield chunk
  }
}

/** The decoded path of a URL, without its query; null when it does not decode. */
function pathOf(url: string): string | null {
  try {
    return decodeURIComponent(new URL(url, 'http://127.0.0.1').pathname)
  } catch {
    return null
  }
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { ...guardHeaders, 'content-type': 'text/plain', connection: 'close' })
  response.end()
}

const listen = (server: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
