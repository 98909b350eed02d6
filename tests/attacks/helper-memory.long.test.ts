import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { changeKeyring, newGrant, newKeyring, withPermission } from '../../src/main/keys/keyring.ts'
import { openLibrary } from '../../src/main/storage/open-library.ts'
import { fillClinic } from '../bench/made-clinic.ts'
import { projectFolder, resources, temporaryFolder } from '../support.ts'
import { attack } from './attack.ts'

const passphrase = 'pony wagon route blood lantern friend'

/** Libraries of 200 letters each, and a file of keys for all of them. */
async function clinicOf(count: number): Promise<string> {
  const folder = temporaryFolder()
  const first = join(folder, 'first.waymark')
  const grants = Array.from({ length: count }, newGrant)
  fillClinic(first, 200)
  const opened = openLibrary(first)
  if (!opened.ok) throw new Error(opened.error.code)
  const { write, settings, close } = opened.value
  write(() => settings.set({ helpers: grants }))
  close()
  const { keyring, key } = await newKeyring(passphrase, { n: 2 ** 10, r: 8, p: 1 })
  let all = keyring
  for (const [nth, grant] of grants.entries()) {
    const file = join(folder, `client-${nth}`, 'library.waymark')
    mkdirSync(join(folder, `client-${nth}`))
    copyFileSync(first, file)
    all = withPermission(all, key, { grant, file, secret: null })
  }
  changeKeyring(folder, () => all)
  return folder
}

const child = join(projectFolder, 'tests/attacks/helper-memory-child.ts')

attack(
  'twenty libraries of 200 letters each are read for a helper',
  'no more memory than for a few',
  async () => {
    const run = async (count: number) => {
      const folder = await clinicOf(count)
      const told = execFileSync(process.execPath, [child, folder, passphrase, resources], {
        encoding: 'utf8',
      })
      return JSON.parse(told) as { told: number; ms: number; megabytes: number; again: number }
    }
    const [few, many] = [await run(4), await run(20)]
    console.log('4 libraries', few, '20 libraries', many)
    expect([few.told, many.told]).toEqual([4, 20])
    const isBounded = many.megabytes < few.megabytes + 60 && many.again < 40
    return isBounded ? 'no more memory than for a few' : `${few.megabytes} MB, then ${many.megabytes} MB`
  },
  { timeout: 240_000 },
)
