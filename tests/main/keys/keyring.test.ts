import { expect, test } from 'vitest'
import { createHelperKeys } from '../../../src/main/app/helper/helper-keys.ts'
import { newKeyring, permissionOf, unlockKeyring, withPermission } from '../../../src/main/keys/keyring.ts'
import { LibrarySecret } from '../../../src/main/keys/recovery-key.ts'

const helpers = 'pony wagon route blood lantern friend'

test('the key in memory is zeros once it is locked', async () => {
  const { key } = await newKeyring(helpers, { n: 2 ** 10, r: 8, p: 1 })
  const keys = createHelperKeys(null)
  keys.take(key)
  expect(key.some((byte) => byte !== 0)).toBe(true)
  keys.lock()
  expect([...key]).toEqual(Array.from({ length: 32 }, () => 0))
})

test('a library that is allowed again has one permission, and another key opens none', async () => {
  const cost = { n: 2 ** 10, r: 8, p: 1 } as const
  const { keyring, key } = await newKeyring(helpers, cost)
  const [one, two] = ['1', '2'].map((digit) => ({ grant: digit.repeat(32), file: '/a/b', secret: null }))
  if (!one || !two) throw new Error('two permissions')
  const both = withPermission(withPermission(keyring, key, one), key, two)
  expect(both.libraries.map(({ grant }) => grant)).toEqual([two.grant])
  expect(permissionOf(both, key, two.grant)).toEqual(two)
  expect(permissionOf(both, Buffer.alloc(32), two.grant)).toBeNull()
})

test('nothing of a library stands in the file in the clear: not its key, not where it is', async () => {
  const { keyring, key } = await newKeyring(helpers, { n: 2 ** 10, r: 8, p: 1 })
  const secret = LibrarySecret.parse('0123456789abcdef'.repeat(2))
  const file = '/home/clinic/Ana Example/library.waymark'
  const text = JSON.stringify(withPermission(keyring, key, { grant: 'a'.repeat(32), file, secret }))
  const forms = [
    secret,
    Buffer.from(secret, 'hex').toString('base64'),
    key.toString('base64'),
    'Ana',
    helpers,
  ]
  expect(forms.filter((form) => text.includes(form))).toEqual([])
  expect(await unlockKeyring(keyring, 'another passphrase')).toBeNull()
  expect((await unlockKeyring(keyring, helpers))?.equals(key)).toBe(true)
})
