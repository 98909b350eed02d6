import { expect, test } from 'vitest'
import { type Fuzzed, fuzzFiles, limits } from '../../../fuzz/fuzz-files.ts'
import { takesAllCases } from '../../../support.ts'

const count = takesAllCases ? 60 : 25

/** A small piece of `npm run test:fuzz`. */
test('mutated files end within time and memory limits, each with a reading or a code', async () => {
  const results = await fuzzFiles({ seed: 7, from: 1, count })
  const bad = (each: Fuzzed) => each.ms > 4 * limits.silence || each.peak > limits.memory
  expect(results).toHaveLength(count)
  expect(results.filter(bad)).toEqual([])
  expect(results.every(({ read }) => read === 'ok' || /^(scan|read)\.[a-z-]+$/.test(read))).toBe(true)
  // Had no file opened, or every one, the mutations would show nothing.
  expect(new Set(results.map(({ drawn }) => drawn)).size).toBeGreaterThan(2)
})
