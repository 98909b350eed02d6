import { changeKeyring, newGrant, newKeyring, withPermission } from '../../src/main/keys/keyring.ts'

/** Writes the file of keys again and again, one permission more each time, until it is killed. */
const [, , folder = ''] = process.argv
const { keyring, key } = await newKeyring('pony wagon route', { n: 2 ** 10, r: 8, p: 1 })
changeKeyring(folder, () => keyring)
process.stdout.write('begun\n')
for (let nth = 0; nth < 400; nth += 1)
  changeKeyring(folder, (now) =>
    typeof now === 'string'
      ? null
      : withPermission(now, key, { grant: newGrant(), file: `/client/${nth}/library.waymark`, secret: null }),
  )
