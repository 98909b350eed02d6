import { spawnSync } from 'node:child_process'
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { storeScan } from '../../src/main/scans/store-scan.ts'
import { openUnprotected } from '../../src/main/storage/protection/unlock-library.ts'
import { projectFolder, resources, temporaryFolder } from '../support.ts'

export type Ran = { status: number | null; out: string; err: string }

/** One command as a person runs it: a process of its own, without a terminal. `line`: what it reads from descriptor 3. */
export function runWaymark(
  file: string,
  words: readonly string[],
  { line, ...env }: Record<string, string> = {},
): Ran {
  const command = ['src/main/shells/cli/waymark.ts', ...words]
  const lines = join(temporaryFolder(), 'lines')
  writeFileSync(lines, line ?? '')
  const given = openSync(lines, 'r')
  const run = spawnSync(process.execPath, command, {
    cwd: projectFolder,
    env: { ...process.env, WAYMARK_DATA: join(dirname(file), 'data'), WAYMARK_LIBRARY: file, ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe', ...(line === undefined ? [] : [given])],
    timeout: 60_000,
  })
  closeSync(given)
  return { status: run.status, out: run.stdout, err: run.stderr }
}

export const sampleLetter = (): Uint8Array =>
  new Uint8Array(readFileSync(join(resources, 'samples/1-lt11.pdf')))

/** A library with letters that nobody read yet. */
export function libraryWith(letters: readonly Uint8Array[], folder = temporaryFolder()): string {
  const file = join(folder, 'library.waymark')
  const opened = openUnprotected(file)
  if (!opened.ok) throw new Error(opened.error.code)
  letters.forEach((bytes, at) => {
    storeScan(opened.value.library, { fileName: `${at}.pdf`, bytes, keptAt: '2026-11-22T12:00:00.000Z' })
  })
  opened.value.library.close()
  return file
}
