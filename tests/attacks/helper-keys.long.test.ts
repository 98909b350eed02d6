import { spawn } from 'node:child_process'
import { copyFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createHelperKeys } from '../../src/main/app/helper/helper-keys.ts'
import { readKeyring } from '../../src/main/keys/keyring.ts'
import { secretFromRecoveryKey } from '../../src/main/keys/recovery-key.ts'
import { allow, clinicComputer, helpers, listed, makeClient, must, owners } from '../main/app/clinic.ts'
import { projectFolder, temporaryFolder } from '../support.ts'
import { attack } from './attack.ts'

/** A name that no base64 holds by chance. */
const client = 'Ana-Maria-Quetzal'

/** One client who let a helper in, with the app still open. */
async function helped() {
  const computer = clinicComputer()
  const core = computer.start(client)
  await makeClient(core, '2026-11-02')
  must(await allow(core))
  return { ...computer, core }
}

const proof = { kind: 'passphrase', passphrase: owners } as const

attack('the file of keys is read for a key, a passphrase, or the name of a client', 'nothing', async () => {
  const { core, keys, settings } = await helped()
  const { recoveryKey } = must(await core.api['library:show-recovery-key']({ proof }))
  await core.close()
  const secret = secretFromRecoveryKey(recoveryKey) ?? ''
  const bytes = Buffer.from(secret, 'hex')
  const forms = [
    secret,
    recoveryKey,
    bytes.toString('base64'),
    bytes.toString('latin1'),
    owners,
    helpers,
    client,
  ]
  const texts = readdirSync(settings)
    .filter((name) => name !== 'libraries.json')
    .map((name) => readFileSync(join(settings, name), 'latin1'))
  expect(readFileSync(keys, 'utf8')).toContain('clinic keys 1')
  const found = forms.filter((form) => texts.some((text) => text.toLowerCase().includes(form.toLowerCase())))
  return found.length === 0 ? 'nothing' : found.join()
})

attack(
  'another user of the computer opens the file of keys',
  'rw for its owner alone',
  async () => {
    const { core, keys } = await helped()
    await core.close()
    return (statSync(keys).mode & 0o777) === 0o600 ? 'rw for its owner alone' : 'open to others'
  },
  { skip: process.platform === 'win32' },
)

attack('guessing the helper’s passphrase in the window', 'refused, a second or more each', async () => {
  const { core } = await helped()
  must(await core.api['helper:lock'](null))
  const began = performance.now()
  const tries = ['a guess', 'another guess'].map((passphrase) => core.api['helper:unlock']({ passphrase }))
  const answers = await Promise.all(tries)
  const took = performance.now() - began
  const locked = await listed(core)
  await core.close()
  const refused = answers.every((answer) => !answer.ok) && locked === 'helper.locked'
  return `${refused ? 'refused' : 'let in'}, ${took >= 2000 ? 'a second or more each' : 'at once'}`
})

attack('a helper chooses a passphrase that is guessed at once', 'passphrase.at-once', async () => {
  const computer = clinicComputer()
  const core = computer.start(client)
  await makeClient(core, '2026-11-02')
  const weak = await allow(core, 'password123')
  await core.close()
  return weak.ok ? 'taken' : weak.error.code
})

attack(
  'the file of keys from before the owner took the permission back',
  'null: helper.taken-back; helper.taken-back',
  async () => {
    const { core, keys } = await helped()
    copyFileSync(keys, `${keys}.copy`)
    must(await core.api['helper:take-back'](null))
    expect(readKeyring(join(keys, '..'))).toMatchObject({ libraries: [] })
    must(await core.api['library:lock'](null))
    copyFileSync(`${keys}.copy`, keys)
    must(await core.api['helper:unlock']({ passphrase: helpers }))
    const told = await listed(core)
    const grant = createHelperKeys(join(keys, '..')).grants()[0] ?? ''
    const opened = await core.api['helper:open']({ grant })
    const state = core.state().kind
    await core.close()
    return `${told}; ${opened.ok || state === 'open' ? 'opened' : opened.error.code}`
  },
)

attack('the file of keys after the owner made a new key', 'null: helper.key-changed', async () => {
  const { core } = await helped()
  must(await core.api['library:renew-recovery-key']({ passphrase: owners }))
  must(await core.api['library:lock'](null))
  must(await core.api['helper:unlock']({ passphrase: helpers }))
  const told = await listed(core)
  await core.close()
  return told
})

attack('a byte of one permission is changed', 'null: helper.entry-damaged', async () => {
  const { core, keys } = await helped()
  const ring = JSON.parse(readFileSync(keys, 'utf8'))
  const sealed = Buffer.from(ring.libraries[0].sealed, 'base64')
  sealed[20] = (sealed[20] ?? 0) ^ 1
  ring.libraries[0].sealed = sealed.toString('base64')
  writeFileSync(keys, JSON.stringify(ring))
  const told = await listed(core)
  await core.close()
  return told
})

attack('a forged file of keys that would take all memory', 'helper.damaged', async () => {
  const { core, keys } = await helped()
  const ring = JSON.parse(readFileSync(keys, 'utf8'))
  ring.helper.n = 2 ** 30
  writeFileSync(keys, JSON.stringify(ring))
  const answer = await core.api['helper:unlock']({ passphrase: helpers })
  await core.close()
  return answer.ok ? 'opened' : answer.error.code
})

const writer = join(projectFolder, 'tests/attacks/keyring-child.ts')

test('killed while it writes the file of keys: the old file or the new one, whole', {
  timeout: 120_000,
}, async () => {
  const folder = temporaryFolder()
  const sizes = new Set<number>()
  for (let round = 0; round < 12; round += 1) {
    const child = spawn(process.execPath, [writer, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
    await new Promise((resolve) => child.stdout.once('data', resolve))
    await new Promise((resolve) => setTimeout(resolve, 5 + round * 7))
    child.kill('SIGKILL')
    await new Promise((resolve) => child.once('exit', resolve))
    const found = readKeyring(folder)
    expect(typeof found, `round ${round}`).toBe('object')
    if (typeof found === 'object') sizes.add(found.libraries.length)
  }
  expect(sizes.size).toBeGreaterThan(1)
})
