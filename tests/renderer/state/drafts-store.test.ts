import { expect, test } from 'vitest'
import { createDraftsStore } from '../../../src/renderer/state/drafts-store.ts'

test('the last value typed wins, even when an earlier save is slow', async () => {
  const saved: string[] = []
  const finish: (() => void)[] = []
  const drafts = createDraftsStore<string>(async (_id, value) => {
    await new Promise<void>((resolve) => finish.push(resolve))
    saved.push(value)
    return null
  }, 10_000)
  drafts.set('a', 'first')
  const first = drafts.flush('a')
  await Promise.resolve()
  drafts.set('a', 'second')
  const second = drafts.flush('a')
  finish[0]?.()
  await first
  expect(drafts.stateOf('a')).not.toBe('saved')
  await Promise.resolve()
  finish[1]?.()
  await second
  expect(saved).toEqual(['first', 'second'])
  expect(drafts.dirty()).toBe(false)
})

test('what failed to save is kept, and says why', async () => {
  const drafts = createDraftsStore<string>(async () => 'library.disk-full', 10_000)
  drafts.set('a', 'text')
  await drafts.flush('a')
  expect(drafts.stateOf('a')).toEqual({ failed: 'library.disk-full' })
  expect(drafts.typed('a')).toBe('text')
  expect(drafts.dirty()).toBe(true)
})
