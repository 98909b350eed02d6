import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { doorOf, openUnprotected, unlock } from '../../src/main/library/door.ts'
import { temporaryFolder } from '../support.ts'
import { begin, newPassphrase, type Operation, operations, textsIn } from './operations.ts'
import { passphrase } from './plan.ts'

/** No operation has so many; a mistake in this test must not run for ever. */
const mostSteps = 100

export type Steps = { kills: number; byOperation: Record<string, number>; problems: string[] }

/**
 * Kills each operation that replaces a file before each of its steps on the disk, and looks whether the library still opens
 * with the old passphrase or the new one and holds its letters.
 *
 * @param every 1: each step; 3: each third
 */
export async function runSteps(
  every: number,
  chosen: readonly Operation[] = Object.keys(operations) as Operation[],
): Promise<Steps> {
  const steps: Steps = { kills: 0, byOperation: {}, problems: [] }
  for (const operation of chosen) {
    for (let step = 1; step < mostSteps; step += every) {
      const file = join(temporaryFolder(), 'library.waymark')
      await begin(operation, file)
      const finished = await runUntil(operation, file, step)
      const problem = await problemOf(operation, file)
      if (problem) steps.problems.push(`${operation}, killed before step ${step}: ${problem}`)
      if (finished) break
      steps.kills += 1
      steps.byOperation[operation] = step
    }
  }
  return steps
}

function runUntil(operation: Operation, file: string, step: number): Promise<boolean> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'step-child.ts'), operation, file, String(step)],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  return new Promise((resolve, reject) => {
    child.on('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve(false)
      else if (code === 0) resolve(true)
      else reject(new Error(`${operation} ended with ${code ?? signal}`))
    })
  })
}

async function problemOf(operation: Operation, file: string): Promise<string | null> {
  const door = doorOf(file)
  if (operation === 'create')
    return door.kind === 'new' || door.kind === 'locked' ? null : `it is ${door.kind}`
  if (door.kind !== 'unprotected' && door.kind !== 'locked') return `it is ${door.kind}`
  const opened =
    door.kind === 'unprotected'
      ? [openUnprotected(file)]
      : [await openBy(file, passphrase), await openBy(file, newPassphrase)]
  const found = opened.map((each) => (each.ok ? textsIn(each.value.library) : each.error.code))
  const isThere = found.some((texts) => JSON.stringify(texts) === '["letter one","letter two"]')
  return isThere ? null : `it gives ${JSON.stringify(found)}`
}

const openBy = (file: string, typed: string) => unlock(file, { kind: 'passphrase', passphrase: typed })
