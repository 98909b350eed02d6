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
  'nothing is kept, and less than 150 MB at most',
  async () => {
    const run = async (count: number) => {
      const folder = await clinicOf(count)
      const told = execFileSync(process.execPath, ['--expose-gc', child, folder, passphrase, resources], {
        encoding: 'utf8',
      })
      return JSON.parse(told) as { told: number; ms: number; kept: number; peak: number }
    }
    const { told, ms, kept, peak } = await run(20)
    console.log(`20 libraries: ${ms} ms, ${kept} MB kept, ${peak} MB more at most`)
    expect(told).toBe(20)
    return kept < 5 && peak < 150
      ? 'nothing is kept, and less than 150 MB at most'
      : `${kept} MB are kept, ${peak} MB at most`
  },
  { timeout: 240_000 },
)
