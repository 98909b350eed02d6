import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { hashOfFile } from '../../src/main/files/hash-of-file.ts'
import { backupFolderOf } from '../../src/main/files/temporary-files.ts'
import { trailerOf } from '../../src/main/storage/backup/backup-trailer.ts'
import { verifyLibrary } from '../../src/main/storage/backup/verify-library.ts'
import { openDatabase } from '../../src/main/storage/database.ts'
import { migrations } from '../../src/main/storage/migrations/index.ts'
import {
  accessTo,
  type Opened,
  openUnprotected,
  unlock,
} from '../../src/main/storage/protection/unlock-library.ts'
import { temporaryFolder } from '../support.ts'
import { createRandom, passphrase, type Said } from './plan.ts'

export type Tally = { kills: number; said: Record<string, number>; files: number; problems: string[] }

/** What must be there after a crash, whatever the crash hit. */
type Promised = {
  hashes: Set<string>
  /** The names that a letter's facts may bear: the last acknowledged one and those begun after it. */
  names: Map<string, string[]>
  backups: string[]
}

/**
 * Lets the app live and kills it (SIGKILL) at a random moment, `kills` times, and checks the library after each. Every tenth
 * life begins with a library of an older version, so that migrations are hit too.
 */
export async function runLives(kills: number, seed: number, log: (line: string) => void): Promise<Tally> {
  const tally: Tally = { kills: 0, said: {}, files: 0, problems: [] }
  const random = createRandom(seed)
  let file = ''
  let promised: Promised = { hashes: new Set(), names: new Map(), backups: [] }
  for (let life = 0; life < kills; life += 1) {
    if (life % 10 === 0) {
      file = join(temporaryFolder(), 'library.waymark')
      promised = { hashes: new Set(), names: new Map(), backups: [] }
      const version = Math.floor(random() * (migrations.length + 1))
      if (version > 0)
        copyFileSync(join(import.meta.dirname, `../fixtures/schema/version-${version}.waymark`), file)
      if (version > 0)
        for (const text of ['a read letter', 'a letter that waits']) promised.hashes.add(sha256(text))
    }
    const said = await oneLife(file, seed * 100_000 + life, random)
    tally.kills += 1
    for (const each of said) {
      tally.said[each.kind] = (tally.said[each.kind] ?? 0) + 1
      remember(promised, each)
    }
    const problems = said.flatMap((each) => (each.kind === 'bug' ? [each.what] : []))
    problems.push(...(await check(file, promised)))
    tally.problems.push(...problems.map((problem) => `life ${life} of seed ${seed}: ${problem}`))
    tally.files = promised.hashes.size
    if (problems.length > 0) log(`life ${life}: ${problems.join('; ')} (${file})`)
  }
  return tally
}

/**
 * Killed a random moment after a random number of things were said, so that the kill hits work under way whatever the speed
 * of the machine; one life in eight is killed while it opens.
 */
function oneLife(file: string, seed: number, random: () => number): Promise<Said[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'child.ts'), file, String(seed)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  const lines = Math.floor(random() * 8)
  const after = random() * (lines === 0 ? 1500 : 400)
  const kill = () => child.kill('SIGKILL')
  let timer: NodeJS.Timeout | undefined = setTimeout(kill, lines === 0 ? after : 60_000)
  child.stdout.on('data', (data: Buffer) => {
    const before = text.split('\n').length - 1
    text += data.toString()
    if (before >= lines || text.split('\n').length - 1 < lines) return
    clearTimeout(timer)
    timer = setTimeout(kill, after)
  })
  return new Promise((resolve) => {
    child.on('close', () => {
      clearTimeout(timer)
      // What was cut off by the kill was not said.
      const whole = text.split('\n').slice(0, -1)
      resolve(whole.map((line) => JSON.parse(line) as Said))
    })
  })
}

/** Nobody has confirmed anything, or the fixture has. */
const atFirst = ['', 'ALMA EXAMPLE']

function remember(promised: Promised, said: Said): void {
  if (said.kind === 'added') promised.hashes.add(said.sha256)
  else if (said.kind === 'about to confirm')
    promised.names.set(said.id, [...(promised.names.get(said.id) ?? atFirst), said.name])
  else if (said.kind === 'confirmed') promised.names.set(said.id, [said.name])
  else if (said.kind === 'backup') promised.backups.push(said.name)
}

async function check(file: string, promised: Promised): Promise<string[]> {
  const access = accessTo(file)
  if (access.kind === 'new') return promised.hashes.size > 0 ? ['the library is gone'] : []
  const opened =
    access.kind === 'locked' ? await unlock(file, { kind: 'passphrase', passphrase }) : openUnprotected(file)
  if (!opened.ok) return [`it does not open: ${opened.error.code}`]
  const problems = problemsOf(opened.value, file, promised)
  opened.value.library.close()
  const backup = promised.backups.at(-1)
  if (backup && !isWholeBackup(join(backupFolderOf(file), backup))) problems.push('a backup is not whole')
  return problems
}

function problemsOf({ library, secret }: Opened, file: string, { hashes, names }: Promised): string[] {
  const problems: string[] = []
  const database = openDatabase(file, secret)
  problems.push(...verifyLibrary(database, file).issues.map(({ what, detail }) => `${what}: ${detail}`))
  database.close()
  const files = [...library.files.list().values()].flat()
  const held = new Map(files.map((each) => [each.sha256, each.id]))
  for (const hash of hashes) {
    const id = held.get(hash)
    if (!id) problems.push('an acknowledged letter is lost')
    else if (sha256(library.files.getBytes(id)) !== hash) problems.push('an original is not what it was')
  }
  const letters = library.letters.list()
  for (const scan of library.scans.list()) {
    if (!letters.some(({ scanId }) => scanId === scan.id)) problems.push('a scan without a letter')
    if (library.files.listOfScan(scan.id).length === 0) problems.push('a scan without a file')
  }
  for (const { id, confirmed } of letters) {
    const allowed = names.get(id)
    if (allowed && !allowed.includes(confirmed?.taxpayerName ?? '')) problems.push('confirmed facts are lost')
  }
  return problems
}

function isWholeBackup(path: string): boolean {
  const trailer = existsSync(path) ? trailerOf(path) : null
  return trailer !== null && hashOfFile(path, trailer.bytes) === trailer.sha256
}

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')
