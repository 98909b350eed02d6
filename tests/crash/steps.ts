import { spawn } from 'node:child_process'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { doorOf, openUnprotected, unlock } from '../../src/main/security/unlock-library.ts'
import { verifyLibrary } from '../../src/main/storage/backup/verify-library.ts'
import { openDatabase } from '../../src/main/storage/database.ts'
import { migrations } from '../../src/main/storage/migrations/index.ts'
import { temporaryFolder } from '../support.ts'
import { leftBeside, unswept } from './leftovers.ts'
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
  for (const operation of chosen)
    await killEach(steps, operation, every, {
      begin: (file) => begin(operation, file),
      problem: async (file) => leftBeside(file) ?? (await problemOf(operation, file)) ?? unswept(file),
    })
  return steps
}

/**
 * The same for bringing a library of each older version to this one: killed before each statement that reaches SQLite,
 * and `random` times a version a few milliseconds after it began.
 */
export async function runMigrations(every: number, random = 3): Promise<Steps> {
  const steps: Steps = { kills: 0, byOperation: {}, problems: [] }
  for (let version = 1; version < migrations.length; version += 1) {
    const name = `migrate from ${version}`
    const fixture = join(import.meta.dirname, `../fixtures/schema/version-${version}.waymark`)
    const begin = async (file: string) => copyFileSync(fixture, file)
    await killEach(steps, name, every, { begin, problem: migrated })
    for (let kill = 0; kill < random; kill += 1) {
      const file = join(temporaryFolder(), 'library.waymark')
      await begin(file)
      const finished = await runUntil(name, file, 0, Math.random() * 40)
      const problem = await migrated(file)
      if (problem) steps.problems.push(`${name}, killed at random: ${problem}`)
      if (!finished) steps.kills += 1
    }
  }
  return steps
}

type Look = { begin(file: string): Promise<void>; problem(file: string): Promise<string | null> }

async function killEach(steps: Steps, operation: string, every: number, look: Look): Promise<void> {
  for (let step = 1; step < mostSteps; step += every) {
    const file = join(temporaryFolder(), 'library.waymark')
    await look.begin(file)
    const finished = await runUntil(operation, file, step)
    const problem = await look.problem(file)
    if (problem) steps.problems.push(`${operation}, killed before step ${step}: ${problem}`)
    if (finished) break
    steps.kills += 1
    steps.byOperation[operation] = step
  }
}

/** @param afterMs kills it from outside so long after it began; else it kills itself before that step */
function runUntil(operation: string, file: string, step: number, afterMs?: number): Promise<boolean> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'step-child.ts'), operation, file, String(step)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  child.stdout.once('data', () => {
    if (afterMs !== undefined) setTimeout(() => child.kill('SIGKILL'), afterMs)
  })
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

async function migrated(file: string): Promise<string | null> {
  const opened = openUnprotected(file)
  if (!opened.ok) return `it gives ${opened.error.code}`
  const texts = JSON.stringify(textsIn(opened.value.library))
  const database = openDatabase(file, null)
  const version = database.pragma('user_version', { simple: true })
  const { issues } = verifyLibrary(database, file)
  database.close()
  if (texts !== '["a letter that waits","a read letter"]') return `it gives ${texts}`
  return version === migrations.length && issues.length === 0
    ? null
    : `version ${version}, ${issues.length} issues`
}

const openBy = (file: string, typed: string) => unlock(file, { kind: 'passphrase', passphrase: typed })
