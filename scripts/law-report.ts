import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { loadLaw } from '../src/main/content/law-files.ts'
import type { Law } from '../src/shared/law/law.ts'
import { Day } from '../src/shared/model/day.ts'
import { lawReport } from './law-report-text.ts'

/** How many commits of another version are tried: the files of an old one may have another shape. */
const mostTried = 20

/**
 * Prints how far the law data can be trusted: entries by confidence, by age, what is not verified, and what changed
 * since the last content version that was committed. `npm run law:report`
 */
const today = Day.parse(new Date().toISOString().slice(0, 10))
const law = loadLaw('resources')
const before = lastVersion()
console.log(lawReport(law, today, before))

/** The law data of the newest commit with another version that can be read; null outside of a repository, or where there is none. */
function lastVersion(): Law | null {
  const file = 'resources/law/sources.json'
  const commits = tried(() => git('log', '--format=%H', '--', file).split('\n').filter(Boolean)) ?? []
  const others = commits.filter(
    (each) => tried(() => versionIn(git('show', `${each}:${file}`))) !== law.version,
  )
  for (const commit of others.slice(0, mostTried)) {
    const found = tried(() => lawOf(commit))
    if (found) return found
  }
  return null
}

function tried<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}

function lawOf(commit: string) {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-law-'))
  try {
    for (const path of git('ls-tree', '-r', '--name-only', commit, 'resources/law')
      .split('\n')
      .filter(Boolean)) {
      mkdirSync(join(folder, dirname(path)), { recursive: true })
      writeFileSync(join(folder, path), git('show', `${commit}:${path}`))
    }
    return loadLaw(join(folder, 'resources'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function versionIn(text: string): unknown {
  return (JSON.parse(text) as { version?: unknown }).version
}

function git(...words: string[]): string {
  return execFileSync('git', words, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
}
