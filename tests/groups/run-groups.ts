import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Group } from './groups.ts'

/** `failed`: a line for each test that failed: where it is, its title and the first line of its error. */
export type Counts = { passed: number; failed: string[] }

export type Limits = {
  /** No group is begun that would not end within this; undefined: all are run. */
  budgetSeconds?: number | undefined
  /** A group that runs on after this is ended, and counts as failed. */
  lastSeconds?: number | undefined
}

/** How a group is run: true when it passed. `countsFile`: where test runs add what they counted. */
export type RunGroup = (group: Group, countsFile: string, limitSeconds?: number) => Promise<boolean>

export type Outcome = {
  counts: Counts
  ran: { group: Group; passed: boolean; seconds: number }[]
  leftOut: Group[]
}

/**
 * Runs the groups in their order. The first one is always run; it also shows how fast this machine is, and so whether a
 * later one fits. One that does not fit is left out, and a shorter one after it may still fit.
 */
export async function runGroups(
  groups: readonly Group[],
  limits: Limits,
  run: RunGroup,
  now: () => number = () => performance.now() / 1000,
): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-counts-'))
  const begun = now()
  const outcome: Outcome = { counts: { passed: 0, failed: [] }, ran: [], leftOut: [] }
  let slowness = 1
  for (const group of groups) {
    const spent = now() - begun
    const isFirst = outcome.ran.length === 0
    if (!isFirst && spent + group.seconds * slowness > (limits.budgetSeconds ?? Number.POSITIVE_INFINITY)) {
      outcome.leftOut.push(group)
      continue
    }
    const rest = limits.lastSeconds === undefined ? undefined : limits.lastSeconds - spent
    const countsFile = join(folder, `${outcome.ran.length}`)
    const passed = await run(group, countsFile, rest)
    const seconds = now() - begun - spent
    if (isFirst) slowness = Math.max(1, seconds / group.seconds)
    outcome.ran.push({ group, passed, seconds })
    outcome.counts = sum([outcome.counts, countsOf(group, passed, countsFile)])
  }
  return outcome
}

/** What test runs counted; a group that counts nothing is one test, and one that fails has failed in at least one. */
function countsOf(group: Group, hasPassed: boolean, countsFile: string): Counts {
  const isCounted = existsSync(countsFile)
  const lines = isCounted ? readFileSync(countsFile, 'utf8').trim().split('\n') : []
  const counts = sum(lines.map((line): Counts => JSON.parse(line)))
  if (hasPassed) return isCounted ? counts : { passed: 1, failed: [] }
  return counts.failed.length > 0 ? counts : { ...counts, failed: [`npm run ${group.script}`] }
}

const sum = (all: Counts[]): Counts => ({
  passed: all.reduce((total, { passed }) => total + passed, 0),
  failed: all.flatMap(({ failed }) => failed),
})

/** `npm run` of the group's script, with its output on the screen. */
export const runScript: RunGroup = async ({ script }, countsFile, limitSeconds) => {
  const isWindows = process.platform === 'win32'
  const child = spawn('npm', ['run', '--silent', script], {
    stdio: 'inherit',
    env: { ...process.env, WAYMARK_TEST_COUNTS: countsFile },
    shell: isWindows,
    // A group of processes of its own, so that all of them can be ended.
    detached: !isWindows,
  })
  const end = () => (isWindows ? child.kill() : process.kill(-(child.pid ?? 0), 'SIGKILL'))
  const timer = limitSeconds === undefined ? undefined : setTimeout(end, Math.max(0, limitSeconds) * 1000)
  const stop = () => {
    end()
    process.exit(130)
  }
  process.once('SIGINT', stop)
  const [code] = await once(child, 'exit')
  process.off('SIGINT', stop)
  clearTimeout(timer)
  return code === 0
}
