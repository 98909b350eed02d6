import { expect, test } from 'vitest'
import { takesAllCases } from '../support.ts'
import { runLives } from './lives.ts'
import { runMigrations, runSteps } from './steps.ts'

// All of it, and 300 kills: npm run test:crash. This sample runs with npm run test:whole.

test.skipIf(!takesAllCases)(
  'a library survives a kill before any step of replacing its files',
  {
    timeout: 240_000,
  },
  async () => {
    const steps = await runSteps(20, ['renew', 'restore'])
    expect(steps.problems).toEqual([])
    expect(steps.kills).toBeGreaterThan(2)
  },
)

test.skipIf(!takesAllCases)(
  'a library of any earlier version survives a kill while it is being migrated',
  { timeout: 240_000 },
  async () => {
    const moves = await runMigrations(9, 1)
    expect(moves.problems).toEqual([])
    expect(moves.kills).toBeGreaterThan(6)
  },
)

test.skipIf(!takesAllCases)(
  'a library survives kills at random moments of use',
  { timeout: 240_000 },
  async () => {
    const tally = await runLives(3, 7, () => undefined)
    expect(tally.problems).toEqual([])
    expect(tally.kills).toBe(3)
  },
)
