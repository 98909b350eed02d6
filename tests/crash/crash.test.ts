import { expect, test } from 'vitest'
import { runLives } from './lives.ts'
import { runSteps } from './steps.ts'

// All of it, and 300 kills: npm run test:crash.

test('a library survives a kill before any step of what replaces its files', {
  timeout: 240_000,
}, async () => {
  const steps = await runSteps(20, ['renew', 'restore'])
  expect(steps.problems).toEqual([])
  expect(steps.kills).toBeGreaterThan(2)
})

test('a library survives kills at random moments of its use', { timeout: 240_000 }, async () => {
  const tally = await runLives(3, 7, () => undefined)
  expect(tally.problems).toEqual([])
  expect(tally.kills).toBe(3)
})
