import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import type { Core } from '../../../src/main/app/core.ts'
import { type Call, contract } from '../../../src/shared/contract/contract.ts'
import { noAnswers } from '../../../src/shared/model/appeal.ts'
import { resources, temporaryFolder, testCore } from '../../support.ts'

const passphrase = 'four velvet otter words test'
const bytes = new Uint8Array(readFileSync(join(resources, 'samples/1-lt11.pdf')))

let core: Core
afterEach(async () => {
  vi.useRealTimers()
  await core?.close()
})

async function protectedCore(file: string): Promise<string> {
  core = testCore(file, '2026-11-22', 'browser', 'ask')
  expect(core.state()).toEqual({ kind: 'new' })
  const made = await core.api['library:create']({ passphrase })
  if (!made.ok || !made.value.recoveryKey) throw new Error('not made')
  return made.value.recoveryKey
}

test('a new library is created only once a person has chosen how', async () => {
  const file = join(temporaryFolder(), 'library.waymark')
  core = testCore(file, '2026-11-22', 'browser', 'ask')
  expect(statSync(file, { throwIfNoEntry: false })).toBeUndefined()
  expect(await core.call('letter:add', { fileName: 'a.pdf', bytes })).toEqual({
    ok: false,
    error: { code: 'library.locked' },
  })
  expect(await core.api['library:create']({ passphrase: null })).toEqual({
    ok: true,
    value: { recoveryKey: null },
  })
  expect((await core.api['letter:add']({ fileName: 'a.pdf', bytes })).ok).toBe(true)
})

test('while locked, only calls that open the library are allowed; once unlocked, unread letters are read', async () => {
  const recoveryKey = await protectedCore(join(temporaryFolder(), 'library.waymark'))
  await core.api['letter:add']({ fileName: 'a.pdf', bytes })
  await core.api['library:lock'](null)
  expect(core.state()).toEqual({ kind: 'locked', passphrase: true })
  const ids = { id: '00000000-0000-4000-8000-000000000000' }
  for (const name of ['letters:list', 'form-templates:list', 'calendar:ics', 'letter:add-sample'] as Call[])
    expect(await core.call(name, null)).toEqual({ ok: false, error: { code: 'library.locked' } })
  expect(await core.call('letter:original', ids)).toEqual({ ok: false, error: { code: 'library.locked' } })
  const wrong = await core.api['library:unlock']({ kind: 'passphrase', passphrase: 'not these words' })
  expect(wrong).toEqual({ ok: false, error: { code: 'unlock.wrong-passphrase' } })
  expect(await core.api['library:unlock']({ kind: 'recovery', key: recoveryKey })).toEqual({
    ok: true,
    value: null,
  })
  await core.idle()
  const { letters } = await core.api['letters:list'](null)
  expect(letters.map(({ status }) => status)).toEqual([{ kind: 'read' }])
  contract['app:start'].output.shape.library.parse((await core.api['app:start'](null)).library)
})

test('protecting, changing, and unprotecting an open library keeps its letters', async () => {
  core = testCore(join(temporaryFolder(), 'library.waymark'))
  await core.api['letter:add']({ fileName: 'a.pdf', bytes })
  await core.idle()
  const before = (await core.api['letters:list'](null)).letters
  const first = await core.api['library:protect']({ passphrase })
  expect(core.state()).toEqual({ kind: 'open', isProtected: true })
  const renewed = await core.api['library:renew-recovery-key']({ passphrase })
  expect(renewed.ok && first.ok && renewed.value.recoveryKey !== first.value.recoveryKey).toBe(true)
  const proof = { kind: 'passphrase', passphrase } as const
  await core.api['library:set-passphrase']({ proof, passphrase: 'four other words now' })
  expect(await core.api['library:unprotect']({ proof })).toMatchObject({ ok: false })
  await core.api['library:unprotect']({ proof: { kind: 'passphrase', passphrase: 'four other words now' } })
  expect(core.state()).toEqual({ kind: 'open', isProtected: false })
  expect((await core.api['letters:list'](null)).letters).toEqual(before)
})

test('polling does not postpone the automatic lock; calls made by a person do, and so does unlocking', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  await protectedCore(join(temporaryFolder(), 'library.waymark'))
  const added = await core.api['letter:add']({ fileName: 'a.pdf', bytes })
  if (!added.ok || !added.value.ids[0]) throw new Error('not added')
  const id = added.value.ids[0]
  await core.idle()
  await core.api['library:set-auto-lock']({ minutes: 5 })
  const secondsLeft = async () => (await core.api['library:locks-in'](null)).seconds
  const pass = (minutes: number) => vi.setSystemTime(Date.now() + minutes * 60_000)
  const polling: [Call, unknown][] = [
    ['app:start', null],
    ['letters:list', null],
    ['letters:since', { revision: 0 }],
    ['letters:changed', { since: -1 }],
    ['letters:search', { text: 'internal revenue' }],
    ['letter:find', { id, text: 'internal revenue' }],
    ['letter:copies', { id }],
    ['letter:history', { id }],
    ['people:list', null],
    ['integrations:settings', null],
    ['content:info', null],
    ['libraries:list', null],
    ['library:state', null],
    ['library:info', null],
    ['library:locks-in', null],
    ['backups:list', null],
  ]
  await core.api['library:active'](null)
  pass(3)
  const left = await secondsLeft()
  expect(left).toBeGreaterThan(110)
  expect(left).toBeLessThanOrEqual(120)
  for (const [name, input] of polling) {
    await core.call(name, input)
    expect([name, (await secondsLeft()) ?? 0]).toEqual([name, expect.toSatisfy((now: number) => now <= 120)])
  }
  for (const [name, input] of [
    ['letter:answer', { id, answers: noAnswers }],
    ['draft:pdf', { id }],
    ['library:active', null],
    ['library:verify', null],
  ] as [Call, unknown][]) {
    pass(3)
    expect(await secondsLeft()).toBeLessThanOrEqual(120)
    await core.call(name, input)
    expect([name, (await secondsLeft()) ?? 0]).toEqual([name, expect.toSatisfy((now: number) => now > 280)])
  }
  await core.api['library:lock'](null)
  pass(30)
  await core.api['library:unlock']({ kind: 'passphrase', passphrase })
  expect(await secondsLeft()).toBeGreaterThan(280)
})
