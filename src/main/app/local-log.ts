import { appendFileSync, chmodSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Call } from '../../shared/contract/contract.ts'
import type { LibraryState } from '../../shared/contract/library.ts'
import { safeStack } from './safe-stack.ts'

/**
 * Everything the log can say. Values are counts, versions and words from closed lists, so that no name, number, path
 * or text of a letter can get in; an error is reduced by `safeStack` before it is written.
 */
export type LogEntry =
  | {
      event: 'app.started'
      version: string
      shell: 'desktop' | 'browser' | 'cli'
      system: string
      node: string
    }
  | { event: 'app.closed' }
  | { event: 'library.state'; state: LibraryState['kind'] }
  /** An expected failure: a stable code such as `scan.damaged`. */
  | { event: 'call.refused'; call: Call; code: string }
  /** A bug. */
  | { event: 'call.failed'; call: Call; error: unknown }
  | { event: 'reading.done'; pages: number; letters: number; ms: number }
  | { event: 'reading.failed'; code: string; ms: number }

export type LocalLog = {
  write(entry: LogEntry): void
  /** What was written in this run and, where a file keeps it, in earlier ones; oldest first. */
  text(): string
}

/** Bytes. Two files of this size are kept at most: months of ordinary use. */
const largestFile = 256 * 1024

/**
 * A log for the person and for whoever helps them, on this computer only. `folder: null` keeps it in memory. A log that
 * cannot be written must never stop the app, so that disk errors are ignored here.
 */
export function createLocalLog(folder: string | null, now: () => string): LocalLog {
  const file = folder === null ? null : join(folder, 'waymark.log')
  let unwritten = ''

  return {
    write(entry) {
      const line = `${JSON.stringify({ at: now(), ...withSafeError(entry) })}\n`
      if (!file || !append(file, line)) unwritten = (unwritten + line).slice(-largestFile)
    },
    text: () => (file ? `${textOf(`${file}.old`)}${textOf(file)}` : '') + unwritten,
  }
}

function withSafeError(entry: LogEntry): Record<string, unknown> {
  return entry.event === 'call.failed' ? { ...entry, error: safeStack(entry.error) } : entry
}

function append(file: string, line: string): boolean {
  try {
    mkdirSync(join(file, '..'), { recursive: true })
    const size = statSync(file, { throwIfNoEntry: false })?.size
    if (size !== undefined && size > largestFile) renameSync(file, `${file}.old`)
    appendFileSync(file, line, { mode: 0o600 })
    if (size === undefined) chmodSync(file, 0o600)
    return true
  } catch {
    return false
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
