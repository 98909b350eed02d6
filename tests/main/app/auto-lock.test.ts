import { afterEach, expect, test, vi } from 'vitest'
import { createAutoLock } from '../../../src/main/app/auto-lock.ts'
import { createRateLimiter } from '../../../src/main/app/rate-limiter.ts'

afterEach(() => {
  vi.useRealTimers()
})

test('it locks by itself when nobody touched it, whether the clock runs or the computer slept', () => {
  vi.useFakeTimers()
  const locks: string[] = []
  const lock = createAutoLock(
    () => 5,
    () => locks.push('locked'),
    1000,
  )
  vi.advanceTimersByTime(4 * 60_000)
  expect(lock.secondsLeft()).toBe(60)
  lock.touch()
  expect(lock.secondsLeft()).toBe(300)
  vi.advanceTimersByTime(4 * 60_000)
  expect(locks).toEqual([])
  vi.advanceTimersByTime(61_000)
  expect(locks.length).toBeGreaterThan(0)
  lock.touch()
  locks.length = 0
  vi.setSystemTime(Date.now() + 3_600_000)
  vi.advanceTimersByTime(1000)
  expect(locks).toEqual(['locked'])
  lock.stop()
})

test('tries of a passphrase wait for each other, and a wrong one takes its time', async () => {
  const tries = createRateLimiter(60)
  const order: string[] = []
  const began = performance.now()
  const one = (name: string, ok: boolean) =>
    tries(async () => {
      order.push(`${name} begins`)
      return { ok }
    }).then(() => order.push(`${name} is answered`))
  await Promise.all([one('wrong', false), one('right', true)])
  expect(order).toEqual(['wrong begins', 'wrong is answered', 'right begins', 'right is answered'])
  expect(performance.now() - began).toBeGreaterThan(55)
})
