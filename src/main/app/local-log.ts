import { readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Call } from '../../shared/contract/contract.ts'
import type { LibraryState } from '../../shared/contract/library.ts'
import { appendPrivately, makePrivateFolder } from '../files/private-files.ts'
import { safeStack } from '../log/safe-stack.ts'
import type { Reader } from '../reading/process/client.ts'

/**
 * Everything the log can say. Values are counts, versions and words from closed lists, so that no name,
 * number, path or text of a letter can get in; an error is reduced by `safeStack` before it is written.
 */
type LogEntry =
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
    makePrivateFolder(join(file, '..'))
    const size = statSync(file, { throwIfNoEntry: false })?.size
    if (size !== undefined && size > largestFile) renameSync(file, `${file}.old`)
    appendPrivately(file, line)
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

export const logStart = (log: LocalLog, { version, shell }: { version: string; shell: Shell }): void =>
  log.write({
    event: 'app.started',
    version,
    shell,
    system: `${process.platform} ${process.arch}`,
    node: process.version,
  })

/** A reader whose readings are written to the log: how long, how many pages, or why not. */
export const withLog = (reader: Reader, log: LocalLog): Reader => ({
  ...reader,
  async read(scan, options) {
    const began = performance.now()
    const result = await reader.read(scan, options)
    const ms = Math.round(performance.now() - began)
    if (result.ok) {
      const { pageCount, letters } = result.value
      log.write({ event: 'reading.done', pages: pageCount, letters: letters.length, ms })
    } else log.write({ event: 'reading.failed', code: result.error.code, ms })
    return result
  },
})

/** The code of an expected failure in a call's answer; null for every other answer. */
export function failureCodeOf(answer: unknown): string | null {
  const parsed = FailedAnswer.safeParse(answer)
  return parsed.success ? parsed.data.error.code : null
}

/** Codes are written by us and look like `scan.damaged`; anything else stays out of the log. */
const FailedAnswer = z.object({
  ok: z.literal(false),
  error: z.object({ code: z.string().regex(/^[a-z][a-z.-]{1,60}$/) }),
})
type Shell = Extract<LogEntry, { event: 'app.started' }>['shell']
