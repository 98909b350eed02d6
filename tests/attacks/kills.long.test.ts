import { expect } from 'vitest'
import { hasStrace, runSteps, runSystemKills } from '../crash/steps.ts'
import { attack } from './attack.ts'

// Each step, and 300 kills at random calls of the system: npm run test:crash.
if (!hasStrace) console.warn('No strace here: kills between two writes of SQLite are not tested.')
const long = { timeout: 240_000 }

attack(
  'kill -9 at any step while the passphrase is taken away',
  'no problem',
  async () => {
    const { problems, kills } = await runSteps(3, ['unprotect'])
    expect(kills).toBeGreaterThan(4)
    return problems.join('; ') || 'no problem'
  },
  long,
)

attack(
  'kill -9 at any write, sync, rename or removal of restoring, bringing in, backing up and taking away the passphrase',
  'no problem',
  async () => {
    const { problems, kills } = await runSystemKills(16, 1, ['unprotect', 'restore', 'import', 'backup'])
    expect(kills).toBeGreaterThan(10)
    return problems.join('; ') || 'no problem'
  },
  { ...long, skip: !hasStrace },
)
