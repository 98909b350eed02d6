import { randomBytes, timingSafeEqual } from 'node:crypto'

const header = 'x-waymark-token'
/** The path at which a page trades its ticket for the token. */
export const sessionPath = '/session'
const newKey = (): string => randomBytes(32).toString('base64url')

/**
 * One random token a start guards every call. A page gets it for a ticket that works once: what stays behind in the
 * browser's history, in a terminal or in the list of processes is spent and opens nothing.
 */
export function createKeys() {
  const token = newKey()
  const tickets = new Set<string>()
  const maxTickets = 100
  return {
    newTicket(): string {
      const ticket = newKey()
      tickets.add(ticket)
      const [oldest] = tickets
      if (oldest && tickets.size > maxTickets) tickets.delete(oldest)
      return ticket
    },
    /** The token, or null for a ticket that is unknown or spent. */
    trade(headers: Headers): string | null {
      const given = headers[header]
      const found = [...tickets].filter((ticket) => isSame(given, ticket))[0]
      if (!found) return null
      tickets.delete(found)
      return token
    },
    isToken: (headers: Headers): boolean => isSame(headers[header], token),
  }
}

export type Keys = ReturnType<typeof createKeys>
type Headers = Record<string, string | string[] | undefined>

/** In the same time wherever the two differ. */
function isSame(given: string | string[] | undefined, key: string): boolean {
  const a = Buffer.from(typeof given === 'string' ? given : '')
  const b = Buffer.from(key)
  return a.length === b.length && timingSafeEqual(a, b)
}
