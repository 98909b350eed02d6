import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadLaw } from '../src/main/content/law-files.ts'
import { Day } from '../src/shared/model/day.ts'
import { type LawEntries, lawEntries } from './law-entries.ts'
import { lawReport } from './law-report-text.ts'

/**
 * Prints how far the law data can be trusted: entries by confidence, by age, what is not verified, and what changed
 * since the last content version that was committed. `npm run law:report`
 */
const folder = 'resources/law'
const today = Day.parse(new Date().toISOString().slice(0, 10))
const now = lawEntries(new Map(pathsIn(folder).map((path) => [path, readFileSync(path, 'utf8')])))
const before = lastVersion()
console.log(lawReport(loadLaw('resources'), today, before && { before, now }))

/** The entries as they last were under another version; null outside of a repository, or where there is none. */
function lastVersion(): LawEntries | null {
  try {
    const file = `${folder}/sources.json`
    const commits = git('log', '--format=%H', '--', file).split('\n').filter(Boolean)
    const at = commits.findIndex(
      (each) => !git('show', `${each}:${file}`).includes(`"version": "${now.version}"`),
    )
    if (at < 0) return null
    // What was changed without a new version belongs to the version before: up to the commit that set this one.
    const commit = at === 0 ? 'HEAD' : `${commits[at - 1]}^`
    const paths = git('ls-tree', '-r', '--name-only', commit, folder).split('\n').filter(Boolean)
    return lawEntries(new Map(paths.map((path) => [path, git('show', `${commit}:${path}`)])))
  } catch {
    return null
  }
}

function pathsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .map((path) => join(folder, path).replaceAll('\\', '/'))
}

function git(...words: string[]): string {
  const options = {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
  } as const
  return execFileSync('git', words, { ...options, stdio: ['ignore', 'pipe', 'ignore'] })
}
