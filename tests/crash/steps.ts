import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { forgetSalvaged } from '../../src/main/storage/backup/keep-unopened.ts'
import { verifyLibrary } from '../../src/main/storage/backup/verify-library.ts'
import { openDatabase } from '../../src/main/storage/database.ts'
import { migrations } from '../../src/main/storage/migrations/index.ts'
import { accessTo, openUnprotected, unlock } from '../../src/main/storage/protection/unlock-library.ts'
import { temporaryFolder, testCore } from '../support.ts'
import { packsOf } from './content-packs.ts'
import { leftBeside, unswept } from './leftovers.ts'
import {
  begin,
  contents,
  deleted,
  exportVariable,
  imported,
  largeLetter,
  leftOfDeleted,
  newPassphrase,
  type Operation,
  operations,
  textsIn,
} from './operations.ts'
import { createRandom, passphrase } from './plan.ts'

/** No operation has so many; a mistake in this test must not run for ever. */
const mostSteps = 400

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
  if (chosen.includes('import')) await prepareExport()
  for (const operation of chosen) await killEach(steps, operation, every, lookFor(operation))
  return steps
}

const lookFor = (operation: Operation): Look => ({
  begin: (file) => begin(operation, file),
  problem: async (file) => leftBeside(file) ?? (await problemOf(operation, file)) ?? unswept(file),
})

async function prepareExport(): Promise<void> {
  if (process.env[exportVariable]) return
  const core = testCore(join(temporaryFolder(), 'library.waymark'))
  await core.api['letter:add']({ fileName: 'three.pdf', bytes: new Uint8Array(Buffer.from(imported)) })
  await core.idle()
  const folder = join(temporaryFolder(), 'export')
  await core.folders().exportTo(folder)
  await core.close()
  process.env[exportVariable] = folder
}

/** What reaches the disk, SQLite's own writing included. */
const onDisk = 'pwrite64,fsync,fdatasync,ftruncate,rename,unlink,openat'
export const hasStrace = spawnSync('strace', ['-V']).status === 0

/**
 * Kills operations (SIGKILL) at a system call chosen at random among all with which they write, `kills` times: SQLite writes
 * its pages one by one, where `runSteps` sees one step. Needs strace.
 */
export async function runSystemKills(
  kills: number,
  seed: number,
  chosen: readonly Operation[] = Object.keys(operations) as Operation[],
): Promise<Steps> {
  const steps: Steps = { kills: 0, byOperation: {}, problems: [] }
  const random = createRandom(seed)
  if (chosen.includes('import')) await prepareExport()
  const calls = new Map<Operation, SystemCall[]>()
  for (let kill = 0; kill < kills; kill += 1) {
    const operation = chosen[kill % chosen.length] ?? 'unprotect'
    const file = join(temporaryFolder(), 'library.waymark')
    const all = calls.get(operation) ?? (await callsOf(operation))
    calls.set(operation, all)
    await begin(operation, file)
    const call = all[Math.floor(random() * all.length)] ?? { name: 'fsync', nth: 1, line: '' }
    const inject = ['-e', `inject=${call.name}:signal=SIGKILL:when=${call.nth}`]
    const finished = await runUntil(operation, file, 0, undefined, ['-o', '/dev/null', ...inject])
    const problem = await lookFor(operation).problem(file)
    if (problem) steps.problems.push(`${operation}, killed at ${call.line}: ${problem}`)
    if (finished) continue
    steps.kills += 1
    steps.byOperation[operation] = (steps.byOperation[operation] ?? 0) + 1
  }
  return steps
}

/** `nth` among all calls of this name that the program makes: so strace counts. */
type SystemCall = { name: string; nth: number; line: string }

/** The calls of an operation, without those of loading the program. */
async function callsOf(operation: Operation): Promise<SystemCall[]> {
  const file = join(temporaryFolder(), 'library.waymark')
  const log = join(temporaryFolder(), 'calls')
  await begin(operation, file)
  await runUntil(operation, file, 0, undefined, ['-o', log])
  const counts: Record<string, number> = {}
  const calls = readFileSync(log, 'utf8')
    .split('\n')
    .map((line) => {
      const name = /^\w+/.exec(line)?.[0] ?? ''
      counts[name] = (counts[name] ?? 0) + 1
      return { name, nth: counts[name], line: line.slice(0, 120) }
    })
  const isOwn = ({ line }: SystemCall) => line.includes(dirname(file))
  return calls.slice(calls.findIndex(isOwn), calls.findLastIndex(isOwn) + 1)
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

/**
 * @param afterMs kills it from outside so long after it began; else it kills itself before that step
 * @param strace how to trace it, or to kill it, at its system calls
 */
function runUntil(
  operation: string,
  file: string,
  step: number,
  afterMs?: number,
  strace?: readonly string[],
): Promise<boolean> {
  const program = [
    process.execPath,
    join(import.meta.dirname, 'step-child.ts'),
    operation,
    file,
    String(step),
  ]
  const traced = strace ? ['strace', '-qq', '-y', '-e', `trace=${onDisk}`, ...strace, ...program] : program
  const child = spawn(traced[0] ?? '', traced.slice(1), { stdio: ['ignore', 'pipe', 'inherit'] })
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
  const access = accessTo(file)
  if (operation === 'create')
    return access.kind === 'new' || access.kind === 'locked' ? null : `it is ${access.kind}`
  if (access.kind !== 'unprotected' && access.kind !== 'locked') return `it is ${access.kind}`
  const opened =
    access.kind === 'unprotected'
      ? [openUnprotected(file)]
      : [await openBy(file, passphrase), await openBy(file, newPassphrase)]
  const found = opened.map((each) => (each.ok ? textsIn(each.value.library) : each.error.code))
  const allowed = [contents]
  if (operation === 'import') allowed.push([...contents, imported].sort())
  if (operation === 'large') allowed.push([...contents, largeLetter].sort())
  if (operation === 'delete' || operation === 'rewrite') {
    allowed.push(contents.filter((text) => text !== deleted))
    const left = leftOfDeleted(file)
    if (left) return `${left} is still in the file`
  }
  const isThere = found.some((texts) =>
    allowed.some((each) => JSON.stringify(texts) === JSON.stringify(each)),
  )
  // As the app does when it opens a library: what was saved of it is no longer needed.
  if (operation === 'salvage' && isThere) forgetSalvaged(file)
  const { problem } = operation === 'content' ? packsOf(file).info() : { problem: null }
  if (problem) return `the content pack is ${problem}`
  return isThere ? null : `it gives ${JSON.stringify(found).slice(0, 300)}`
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
