import { expect, test } from 'vitest'
import { createDraftsStore } from '../../../src/renderer/app/drafts-store.ts'

test('the last value typed wins, even when an earlier save is slow', async () => {
  const saved: string[] = []
  const finish: (() => void)[] = []
  const keeper = createDraftsStore<string>(async (_id, value) => {
    await new Promise<void>((resolve) => finish.push(resolve))
    saved.push(value)
    return null
  }, 10_000)
  keeper.set('a', 'first')
  const first = keeper.flush('a')
  await Promise.resolve()
  keeper.set('a', 'second')
  const second = keeper.flush('a')
  finish[0]?.()
  await first
  expect(keeper.stateOf('a')).not.toBe('saved')
  await Promise.resolve()
  finish[1]?.()
  await second
  expect(saved).toEqual(['first', 'second'])
  expect(keeper.dirty()).toBe(false)
})

test('what failed to save is kept, and says why', async () => {
  const keeper = createDraftsStore<string>(async () => 'library.disk-full', 10_000)
  keeper.set('a', 'text')
  await keeper.flush('a')
  expect(keeper.stateOf('a')).toEqual({ failed: 'library.disk-full' })
  expect(keeper.typed('a')).toBe('text')
  expect(keeper.dirty()).toBe(true)
})
