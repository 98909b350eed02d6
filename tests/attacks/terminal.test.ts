import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'
import { storeScan } from '../../src/main/scans/store-scan.ts'
import { openUnprotected } from '../../src/main/storage/protection/unlock-library.ts'
import { Exhibit } from '../../src/shared/model/exhibit.ts'
import { LetterFacts, noFacts } from '../../src/shared/model/letter.ts'
import { projectFolder, temporaryFolder } from '../support.ts'
import { attack } from './attack.ts'

const marks = 'EVIL\u001b[2J\u009b31m\u202eX\u2066\u200f\u007f'
const harmful = /(?!\n)[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

attack('marks that steer a terminal, typed as a fact or a title', 'cleaned on the way in', () => {
  const facts = LetterFacts.parse({ ...noFacts, taxpayerName: marks })
  const title = Exhibit.shape.title.parse(`${marks}\nnext`)
  const isClean =
    ![facts.taxpayerName ?? '', title].some((each) => harmful.test(each)) && !title.includes('\n')
  return isClean && facts.taxpayerName?.startsWith('EVIL')
    ? 'cleaned on the way in'
    : JSON.stringify([facts, title])
})

/** A library from somebody else: its letter has such marks in the file's name. */
function makeForeign(): string {
  const file = join(temporaryFolder(), 'library.waymark')
  const opened = openUnprotected(file)
  if (!opened.ok) throw new Error(opened.error.code)
  const bytes = new Uint8Array(Buffer.from('no letter'))
  storeScan(opened.value.library, { fileName: 'a.txt', bytes, keptAt: '2026-11-22T12:00:00.000Z' })
  opened.value.library.close()
  const database = new SqliteDatabase(file)
  database.prepare('UPDATE file SET file_name = ?').run(`${marks}.txt`)
  database.close()
  return file
}

for (const more of [[], ['--json']])
  attack(
    `the same in a library from somebody else, printed by waymark list ${more.join('')}`,
    'no mark',
    () => {
      const words = ['src/main/shells/cli/waymark.ts', 'list', ...more]
      const env = { ...process.env, WAYMARK_LIBRARY: makeForeign() }
      const run = spawnSync(process.execPath, words, { cwd: projectFolder, env, encoding: 'utf8' })
      expect(run.stdout).toContain('EVIL')
      // A program still gets what is stored.
      if (more.length > 0) expect(JSON.parse(run.stdout).fileName).toBe(`${marks}.txt`)
      return harmful.test(run.stdout + run.stderr) ? 'marks' : 'no mark'
    },
  )

test('no shell prints by itself', () => {
  const folder = join(projectFolder, 'src/main/shells')
  const printing = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .filter((name) => /console\.|process\.std(out|err)\.write/.test(readFileSync(join(folder, name), 'utf8')))
  // The prompt for a passphrase is one of a few sentences of our own.
  expect(printing.sort()).toEqual(['cli/ask-passphrase.ts', 'terminal.ts'])
})
