import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const header = 'x-waymark-token'
/** The path at which a page trades its ticket for the token. */
export const sessionPath = '/session'
/** The path at which a page makes sure that it still talks to the server that gave it the token. */
export const proofPath = '/proof'
const newKey = (): string => randomBytes(32).toString('base64url')

/** Milliseconds. Long enough for a slow browser to start, short enough that an address left on a screen is worth nothing. */
export const ticketLife = 120_000

/**
 * One random token a start guards every call. A page gets it for a ticket, which ends with the first use of any ticket and
 * after two minutes: what stays behind in the browser's history or on a terminal opens nothing.
 */
export function createKeys(now: () => number = () => performance.now()) {
  const token = newKey()
  /** Until when each ticket is good. */
  const tickets = new Map<string, number>()
  const dropExpired = () => {
    for (const [ticket, until] of tickets) if (until <= now()) tickets.delete(ticket)
  }
  return {
    newTicket(): string {
      dropExpired()
      const ticket = newKey()
      tickets.set(ticket, now() + ticketLife)
      return ticket
    },
    /** The token, or null for a ticket that is unknown, spent or too old. */
    trade(headers: Headers): string | null {
      dropExpired()
      const given = headers[header]
      if (![...tickets.keys()].some((ticket) => isSame(given, ticket))) return null
      tickets.clear()
      return token
    },
    isToken: (headers: Headers): boolean => isSame(headers[header], token),
    /**
     * Shows a page that this is the server it got its token from, without saying the token: a keyed digest of what the page
     * chose and of the address under which it asked. null: the page chose nothing that could be a nonce.
     */
    proof(nonce: string | string[] | undefined, host: string): string | null {
      if (typeof nonce !== 'string' || !/^[\w-]{20,100}$/.test(nonce)) return null
      return proofOf(token, nonce, host)
    },
  }
}

/** The page computes the same with the token that it got. */
export const proofOf = (token: string, nonce: string, host: string): string =>
  createHmac('sha256', token).update(`${host}\n${nonce}`).digest('base64url')

export type Keys = ReturnType<typeof createKeys>
type Headers = Record<string, string | string[] | undefined>

/** In the same time wherever the two differ. */
function isSame(given: string | string[] | undefined, key: string): boolean {
  const a = Buffer.from(typeof given === 'string' ? given : '')
  const b = Buffer.from(key)
  return a.length === b.length && timingSafeEqual(a, b)
}
