import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { attackRows } from './attack.ts'

/** `npm run test:attacks`: every attack, and a table of what was expected and what was seen. */
rmSync(attackRows, { recursive: true, force: true })
const { status } = spawnSync('vitest', ['run', '--mode', 'whole', `tests/attacks/${process.argv[2] ?? ''}`], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
})

type Row = { attack: string; expected: string; seen: string }
let files: string[] = []
try {
  files = readdirSync(attackRows)
} catch {
  console.log('No attack was run.')
}
const rows = files
  .flatMap((name) => readFileSync(join(attackRows, name), 'utf8').trim().split('\n'))
  .map((line): Row => JSON.parse(line))
  .sort((one, other) => one.attack.localeCompare(other.attack))
console.log('\n| | attack | expected | seen |\n|---|---|---|---|')
for (const { attack, expected, seen } of rows)
  console.log(
    `| ${seen === expected ? 'held' : 'BROKE'} | ${attack} | ${expected} | ${seen === expected ? 'the same' : seen} |`,
  )
const broken = rows.filter(({ expected, seen }) => expected !== seen).length
console.log(`${rows.length - broken} held, ${broken} broke`)
process.exitCode = status === 0 && broken === 0 ? 0 : 1
