import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Core } from '../../src/main/app/core.ts'
import { suggestPassphrase } from '../../src/main/keys/suggest-passphrase.ts'
import { createProtected } from '../../src/main/storage/protection/unlock-library.ts'
import { factsOf } from '../../src/shared/model/letter.ts'
import { temporaryFolder, testCore } from '../support.ts'
import { attack } from './attack.ts'

const onLetter = {
  taxpayerName: 'ZOË MUÑOZ-QUILL',
  taxpayerAddress: '4217 ALDER CT, FAIRHAVEN, OH 44999',
  callerId: '082783',
  amountDue: '5947.81',
  penalty: '34.98',
  interest: '54.48',
}
let core: Core
beforeAll(async () => {
  core = testCore()
  const added = await core.api['letter:add']({ fileName: 'a.txt', bytes: new Uint8Array([1]) })
  const id = added.ok ? added.value.ids[0] : undefined
  const { letters } = await core.api['letters:list'](null)
  const letter = letters.find((each) => each.id === id)
  if (!letter) throw new Error('no letter')
  const facts = { ...factsOf(letter), ...onLetter }
  await core.api['letter:confirm']({ id: letter.id, facts })
})
afterAll(() => core.close())

const weak: [string, string][] = [
  ['1234567890', 'passphrase.at-once'],
  ['aaaaaaaaaa', 'passphrase.at-once'],
  ['a'.repeat(500), 'passphrase.at-once'],
  ['ab'.repeat(200), 'passphrase.at-once'],
  ['qwertyuiop', 'passphrase.at-once'],
  ['passwordpassword', 'passphrase.at-once'],
  ['contraseña123', 'passphrase.at-once'],
  ['iloveyou12345', 'passphrase.at-once'],
  ['11/22/2026 2026', 'passphrase.at-once'],
  ['waymark waymark', 'passphrase.at-once'],
  ['tuesday 41 purple', 'passphrase.in-hours'],
  ['p a s s w o r d 1 2 3', 'passphrase.at-once'],
  ['hello world hello world', 'passphrase.at-once'],
  ['11-22-33-44-55-66-77', 'passphrase.at-once'],
  ['l.e.t.m.e.i.n', 'passphrase.at-once'],
  ['пароль пароль пароль', 'passphrase.at-once'],
  ['Zoë Muñoz-Quill', 'passphrase.of-names'],
  ['quillmunozzoe', 'passphrase.of-names'],
  ['MUNOZ QUILL 2023', 'passphrase.of-names'],
  ['zoe quill munoz', 'passphrase.of-names'],
  ['4217 Alder Court Fairhaven', 'passphrase.of-names'],
  ['4217AlderCtFairhaven44999', 'passphrase.of-names'],
  ['Fairhaven, Ohio 44999 Zoë', 'passphrase.of-names'],
  ['5947.81 34.98 54.48', 'passphrase.of-names'],
  ['594781 3498 5448 082783', 'passphrase.of-names'],
  ['082783 082784 082785', 'passphrase.of-names'],
]
for (const [passphrase, code] of weak)
  attack(
    `choosing “${passphrase.slice(0, 20)}” (${passphrase.length} characters) as the passphrase`,
    code,
    async () => {
      const done = await core.api['library:protect']({ passphrase })
      return done.ok ? 'taken' : done.error.code
    },
  )

test('the window hears the same before anything is done, and of a good one how long it holds', async () => {
  const rate = (passphrase: string) => core.api['passphrase:rate']({ passphrase })
  expect(await rate('1234567890')).toEqual({ ok: false, error: { code: 'passphrase.at-once' } })
  expect(await rate('four velvet otter words test')).toEqual({ ok: true, value: { takes: 'lifetimes' } })
  expect(await rate('kumquat lantern osprey fjord')).toEqual({ ok: true, value: { takes: 'lifetimes' } })
  expect(await rate('my dog is not brown')).toMatchObject({
    ok: false,
    error: { code: 'passphrase.in-hours' },
  })
  expect(await rate('blue chair rainy tuesday')).toMatchObject({ ok: true })
  expect(await rate('')).toMatchObject({ ok: false })
  // The same words are good enough where no letter has them.
  const empty = testCore(undefined, undefined, 'cli', 'ask')
  expect(await empty.api['passphrase:rate']({ passphrase: 'zoë muñoz, 81 velvet quills' })).toMatchObject({
    ok: true,
  })
  expect(await empty.api['library:create']({ passphrase: '1234567890' })).toEqual({
    ok: false,
    error: { code: 'passphrase.at-once' },
  })
  expect(empty.state().kind).toBe('new')
  await empty.close()
})

test('five words by chance are good enough whatever they are, and never the same', async () => {
  for (const language of ['en', 'es'] as const) {
    const seen = new Set<string>()
    for (let time = 0; time < 20; time += 1) {
      const passphrase = await suggestPassphrase(language)
      expect(passphrase).toMatch(/^[a-z]+( [a-z]+){4}$/)
      expect([passphrase, await core.api['passphrase:rate']({ passphrase })]).toMatchObject([
        passphrase,
        { ok: true },
      ])
      seen.add(passphrase)
    }
    expect(seen.size).toBe(20)
  }
})

test('a library that was protected with a weak passphrase before opens as ever, and takes a good one', async () => {
  const file = join(temporaryFolder(), 'library.waymark')
  const made = await createProtected(file, '1234567890', { n: 2 ** 10, r: 8, p: 1 })
  if (!made.ok) throw new Error(made.error.code)
  made.value.library.close()
  const older = testCore(file)
  const proof = { kind: 'passphrase', passphrase: '1234567890' } as const
  expect((await older.api['library:unlock'](proof)).ok).toBe(true)
  const change = (passphrase: string) => older.api['library:set-passphrase']({ proof, passphrase })
  expect(await change('0987654321')).toEqual({ ok: false, error: { code: 'passphrase.at-once' } })
  expect((await older.api['library:renew-recovery-key']({ passphrase: '1234567890' })).ok).toBe(true)
  expect((await change('four velvet otter words test')).ok).toBe(true)
  await older.close()
})
