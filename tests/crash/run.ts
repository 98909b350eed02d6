import { parseArgs } from 'node:util'
import { runLives } from './lives.ts'
import { hasStrace, runMigrations, runSteps, runSystemKills } from './steps.ts'

/** `npm run test:crash -- [--kills 300] [--system 300] [--seed 1]`: prints what was hit and what was lost. */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '300' },
    system: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
  },
})
const noKills = { kills: 0, byOperation: {}, problems: [] }
const began = performance.now()
const steps = await runSteps(1)
console.log(`kill before each step on the disk: ${steps.kills} kills, ${steps.problems.length} problems`)
for (const [operation, count] of Object.entries(steps.byOperation))
  console.log(`  ${operation}: ${count} steps`)
const moves = await runMigrations(1)
console.log(
  `kill before each statement of a migration: ${moves.kills} kills, ${moves.problems.length} problems`,
)
for (const [operation, count] of Object.entries(moves.byOperation))
  console.log(`  ${operation}: ${count} statements`)
const calls = hasStrace ? await runSystemKills(Number(values.system), Number(values.seed)) : noKills
if (!hasStrace) console.log('No strace here: nothing is killed between two writes of SQLite.')
console.log(`kill at a random call of the system: ${calls.kills} kills, ${calls.problems.length} problems`)
for (const [operation, count] of Object.entries(calls.byOperation))
  console.log(`  ${operation}: ${count} kills`)
const tally = await runLives(Number(values.kills), Number(values.seed), console.log)
console.log(`kill -9 at random: ${tally.kills} kills, seed ${values.seed}`)
for (const [kind, count] of Object.entries(tally.said)) console.log(`  ${kind}: ${count}`)
const problems = [...steps.problems, ...moves.problems, ...calls.problems, ...tally.problems]
console.log(`problems: ${problems.length}`)
for (const problem of problems) console.log(`  ${problem}`)
console.log(`${Math.round((performance.now() - began) / 1000)} s`)
process.exitCode = problems.length > 0 ? 1 : 0
