import { readFileSync } from 'node:fs'
import type { Socket } from 'node:net'

/**
 * False where another user of this computer holds the other end of a loopback connection. Linux alone tells; on other
 * systems, and where its table cannot be read, everybody passes and the key is what guards.
 */
export function isSameUser({ remotePort, localPort }: Socket): boolean {
  if (process.platform !== 'linux' || remotePort === undefined || localPort === undefined) return true
  try {
    const uid = uidOf(readFileSync('/proc/net/tcp', 'latin1'), remotePort, localPort)
    return uid === undefined || uid === process.getuid?.()
  } catch {
    return true
  }
}

/** From the kernel's table (proc(5)): the user whose socket goes from one loopback port to another. */
export function uidOf(table: string, from: number, to: number): number | undefined {
  const end = (port: number) => `0100007F:${port.toString(16).toUpperCase().padStart(4, '0')}`
  const row = table.split('\n').find((line) => line.includes(` ${end(from)} ${end(to)} `))
  const uid = row?.trim().split(/\s+/)[7]
  return uid === undefined ? undefined : Number(uid)
}
