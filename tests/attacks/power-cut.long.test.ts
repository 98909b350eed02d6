import { expect } from 'vitest'
import { runPowerCuts } from '../crash/power.ts'
import { hasStrace } from '../crash/steps.ts'
import { attack } from './attack.ts'

if (!hasStrace) console.warn('No strace here: what a power cut may leave is not tested.')
const options = { timeout: 600_000, skip: !hasStrace }

attack(
  'a power cut at any moment while letters are kept and the protection is changed',
  'every acknowledged letter is there',
  async () => {
    const { problems, images, acknowledged } = await runPowerCuts({ ignoresSyncs: false, seed: 1 })
    expect(images).toBeGreaterThan(100)
    expect(acknowledged).toBe(20)
    return problems.slice(0, 5).join('; ') || 'every acknowledged letter is there'
  },
  options,
)

attack(
  'the same on a disk that lies about what reached it, to see that the model finds losses',
  'letters are lost',
  async () => {
    const { problems } = await runPowerCuts({ ignoresSyncs: true, seed: 1 })
    return problems.length > 0 ? 'letters are lost' : 'nothing is lost'
  },
  options,
)
