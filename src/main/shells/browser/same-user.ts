import { readFileSync } from 'node:fs'
import type { Socket } from 'node:net'

/** The kernel's tables of TCP sockets (proc(5)): an IPv6 socket that talks to 127.0.0.1 is in the second one only. */
const tables = ['/proc/net/tcp', '/proc/net/tcp6']

type Ends = Pick<Socket, 'remoteAddress' | 'remotePort' | 'localPort'>

/**
 * False unless this user holds the other end of a loopback connection. Only Linux says who does; there, a connection that is
 * in no table is refused, because whoever cannot be named may be anybody. Other systems do not say: everybody passes, and
 * the token guards alone.
 */
export function isSameUser({ remoteAddress, remotePort, localPort }: Ends): boolean {
  // Every 127.x.x.x is this computer; from another one than ours a port of this user can be bound by somebody else.
  if (remoteAddress !== '127.0.0.1' && remoteAddress !== '::ffff:127.0.0.1') return false
  if (process.platform !== 'linux') return true
  if (remotePort === undefined || localPort === undefined) return false
  const uid = uidOf(tables.map(textOf).join('\n'), remotePort, localPort)
  return uid !== undefined && uid === process.getuid?.()
}

/** The user whose socket goes from one loopback port to another; undefined when no row says so. */
export function uidOf(table: string, from: number, to: number): number | undefined {
  const port = (number: number) => number.toString(16).toUpperCase().padStart(4, '0')
  const row = table.split('\n').find((line) => {
    const [, local = '', remote = ''] = line.trim().split(/\s+/)
    return isLoopback(local, port(from)) && isLoopback(remote, port(to))
  })
  const uid = row?.trim().split(/\s+/)[7]
  return uid === undefined ? undefined : Number(uid)
}

/** 127.0.0.1 as the kernel writes it, on its own and mapped into IPv6 (::ffff:127.0.0.1). */
const isLoopback = (address: string, port: string): boolean =>
  address === `0100007F:${port}` || address === `0000000000000000FFFF00000100007F:${port}`

function textOf(file: string): string {
  try {
    return readFileSync(file, 'latin1')
  } catch {
    return ''
  }
}
