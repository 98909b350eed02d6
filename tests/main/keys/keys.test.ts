import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyFileOf } from '../../../src/main/files/temporary-files.ts'
import { readKeyFile, writeKeyFile } from '../../../src/main/keys/key-file.ts'
import { unwrapSecret, wrapSecret } from '../../../src/main/keys/passphrase-slot.ts'
import {
  cipherKeyOf,
  LibrarySecret,
  newSecret,
  recoveryKeyFrom,
  secretFromRecoveryKey,
} from '../../../src/main/keys/recovery-key.ts'

/** The same algorithm, less work: what is tested here is the wrapping. */
const cheap = { n: 2 ** 10, r: 8, p: 1 } as const
const secret = LibrarySecret.parse('000102030405060708090a0b0c0d0e0f')
const someSecret = fc
  .uint8Array({ minLength: 16, maxLength: 16 })
  .map((bytes) => LibrarySecret.parse(Buffer.from(bytes).toString('hex')))

describe('a recovery key', () => {
  test('has seven groups of four characters that are hard to confuse', () => {
    expect(recoveryKeyFrom(newSecret())).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/)
  })

  test('returns its secret, however it is typed', () => {
    fc.assert(
      fc.property(someSecret, (each) => {
        const key = recoveryKeyFrom(each)
        const sloppy = key.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
        expect([secretFromRecoveryKey(key), secretFromRecoveryKey(sloppy)]).toEqual([each, each])
      }),
    )
  })

  test('with one wrong character, or two swapped neighbors, is refused', () => {
    const characters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
    const key = recoveryKeyFrom(secret).replaceAll('-', '')
    for (let at = 0; at < key.length; at += 1) {
      for (const character of characters)
        if (character !== key[at])
          expect(secretFromRecoveryKey(key.slice(0, at) + character + key.slice(at + 1))).toBeNull()
      const swapped = key.slice(0, at) + (key[at + 1] ?? '') + key[at] + key.slice(at + 2)
      if (swapped !== key && at + 1 < key.length) expect(secretFromRecoveryKey(swapped)).toBeNull()
    }
  })

  test('that is too short, too long, or has other characters is refused', () => {
    const key = recoveryKeyFrom(secret)
    for (const wrong of ['', key.slice(1), `${key}0`, key.replace('0', 'U'), 'a passphrase of several words'])
      expect(secretFromRecoveryKey(wrong)).toBeNull()
  })

  test('always means the same', () => {
    // Printed keys lie in drawers for years: neither their form nor what they open may change.
    expect(recoveryKeyFrom(secret)).toBe('0004-1061-050R-3GG2-8A1C-60T3-GF5E')
    expect(cipherKeyOf(secret)).toBe('b9724ae76ee22fc902bba2f371bc5a9242dfc79174f7c643f6282bfc8c8a1b26')
  })
})

describe('a passphrase', () => {
  test('opens its slot, and no other passphrase does', async () => {
    const slot = await wrapSecret(secret, 'four velvet otter words test', cheap)
    expect(await unwrapSecret(slot, 'four velvet otter words test')).toBe(secret)
    expect(await unwrapSecret(slot, 'four velvet otter words tesT')).toBeNull()
    expect(await unwrapSecret(slot, '')).toBeNull()
  })

  test('is the same on every keyboard, with or without spaces around it', async () => {
    const slot = await wrapSecret(secret, 'Muñoz niño', cheap)
    expect(await unwrapSecret(slot, ' Mun\u0303oz nin\u0303o ')).toBe(secret)
  })

  test('has its own salt, so that the same passphrase twice looks different', async () => {
    const [one, two] = [
      await wrapSecret(secret, 'same words', cheap),
      await wrapSecret(secret, 'same words', cheap),
    ]
    expect([one.salt === two.salt, one.wrapped === two.wrapped]).toEqual([false, false])
  })

  test('costs a good machine a third of a second, unless configured otherwise', async () => {
    expect(await wrapSecret(secret, 'four velvet otter words test')).toMatchObject({
      kdf: 'scrypt',
      n: 131072,
      r: 8,
      p: 1,
    })
  })

  test('a slot with one wrong bit opens with nothing', async () => {
    const slot = await wrapSecret(secret, 'four velvet otter words test', cheap)
    const wrapped = Buffer.from(slot.wrapped, 'base64')
    wrapped[3] = (wrapped[3] ?? 0) ^ 1
    const altered = { ...slot, wrapped: wrapped.toString('base64') }
    expect(await unwrapSecret(altered, 'four velvet otter words test')).toBeNull()
  })
})

describe('a key file', () => {
  const library = () => join(mkdtempSync(join(tmpdir(), 'waymark-')), 'library.waymark')

  test('is written completely, contains neither passphrase nor secret, and is for its owner only', async () => {
    const file = library()
    const slot = await wrapSecret(secret, 'four velvet otter words test', cheap)
    writeKeyFile(file, [slot])
    expect(readKeyFile(file)?.passphrases).toEqual([slot])
    const text = readFileSync(keyFileOf(file), 'utf8')
    expect(text).not.toMatch(/four words/)
    expect(text).not.toContain(secret)
    expect(readdirSync(join(file, '..'))).toEqual(['library.waymark.keys'])
  })

  test.each([
    ['no JSON', '{'],
    ['another kind', '{"waymark":"keys 2","passphrases":[]}'],
    [
      'a cost that would take all memory',
      '{"waymark":"keys 1","passphrases":[{"kdf":"scrypt","n":1073741824,"r":8,"p":1,"salt":"AA==","nonce":"AA==","wrapped":"AA=="}]}',
    ],
  ])('that is %s counts as none', (_name, text) => {
    const file = library()
    writeFileSync(keyFileOf(file), text)
    expect(readKeyFile(file)).toBeNull()
  })
})
