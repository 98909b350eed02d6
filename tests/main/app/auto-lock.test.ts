import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, expect, test, vi } from 'vitest'
import { createAutoLock } from '../../../src/main/app/auto-lock.ts'
import { createRateLimiter } from '../../../src/main/app/rate-limiter.ts'

afterEach(() => {
  vi.useRealTimers()
})

test('it locks automatically when nobody used it, whether the clock ran or the computer slept', () => {
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

test('a library set to never lock never locks, and says so', () => {
  vi.useFakeTimers()
  const locks: string[] = []
  let minutes: number | null = null
  const lock = createAutoLock(
    () => minutes,
    () => locks.push('locked'),
    1000,
  )
  vi.advanceTimersByTime(24 * 3_600_000)
  expect([locks, lock.secondsLeft()]).toEqual([[], null])
  minutes = 5
  expect(lock.secondsLeft()).toBe(0)
  vi.advanceTimersByTime(1000)
  expect(locks).toEqual(['locked'])
  lock.stop()
  vi.advanceTimersByTime(60_000)
  expect(locks).toEqual(['locked'])
})

test('it locks at the exact moment the time is up, and checks every five seconds', () => {
  vi.useFakeTimers()
  const locks: number[] = []
  const began = Date.now()
  const lock = createAutoLock(
    () => 1,
    () => locks.push(Date.now() - began),
  )
  vi.advanceTimersByTime(60_000)
  expect(locks).toEqual([60_000])
  lock.stop()
})

test('a pending lock keeps no process alive', async () => {
  const file = new URL('../../../src/main/app/auto-lock.ts', import.meta.url).href
  const code = `const { createAutoLock } = await import(${JSON.stringify(file)}); createAutoLock(() => 5, () => undefined)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code])
  const [exit] = await once(child, 'close')
  expect(exit).toBe(0)
})

test('passphrase attempts wait for each other, and a wrong one is slow', async () => {
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

test('a correct passphrase is answered at once, and a slow wrong one does not wait longer', async () => {
  const tries = createRateLimiter(300)
  const timed = async (work: () => Promise<{ ok: boolean }>) => {
    const began = performance.now()
    await tries(work)
    return performance.now() - began
  }
  expect(await timed(async () => ({ ok: true }))).toBeLessThan(150)
  const slow = async () => {
    await new Promise((resolve) => setTimeout(resolve, 250))
    return { ok: false }
  }
  const took = await timed(slow)
  expect(took).toBeGreaterThan(280)
  expect(took).toBeLessThan(480)
})
