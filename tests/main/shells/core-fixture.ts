import { decode, encode } from '@msgpack/msgpack'
import { afterEach, beforeEach, expect, vi } from 'vitest'
import { type CoreClient, startCoreProcess } from '../../../src/main/shells/core-process/client.ts'
import { forkCore } from '../../../src/main/shells/core-process/fork-link.ts'
import type { CoreLink } from '../../../src/main/shells/core-process/link.ts'
import { type CoreSettings, type Host, restarted } from '../../../src/main/shells/core-process/protocol.ts'
import { type Call, contract, type Output } from '../../../src/shared/contract/contract.ts'
import { temporaryFolder } from '../../support.ts'
import { childFile, coreSettings } from './core-settings.ts'

/** A core in a process of its own for each test, on a library of its own; closed after the test. */
export let core: CoreClient
export let link: CoreLink
export let folder: string

export function coreForEachTest(): void {
  beforeEach(() => {
    folder = temporaryFolder()
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
  })
  afterEach(async () => {
    await core.close()
    vi.restoreAllMocks()
  })
}

export function start(host: Partial<Host> = {}, settings: Partial<CoreSettings> = {}): void {
  const launch = () => {
    link = forkCore(childFile)
    return link
  }
  core = startCoreProcess(launch, { ...coreSettings(folder), ...settings }, host)
  core.ready.catch(() => undefined)
}

/** Kills the core in the middle of something else; settles when a waiting window was told. */
export async function killSoon(afterMs: number): Promise<void> {
  const { pid } = link
  if (pid === undefined) throw new Error('the core was not started')
  setTimeout(() => process.kill(pid, 'SIGKILL'), afterMs)
  for (let told: unknown; told !== restarted; ) told = await core.call('letters:changed', { since: 2 ** 48 })
}

export const letterOf = (nth: number) => ({
  fileName: `letter-${nth}.pdf`,
  bytes: Buffer.from(`%PDF-1.7 ${nth}`),
})
export async function names(): Promise<string[]> {
  const { letters } = contract['letters:list'].output.parse(await core.call('letters:list', null))
  return letters.map(({ fileName }) => fileName)
}
export const state = async (): Promise<Output<'library:state'>> =>
  contract['library:state'].output.parse(await core.call('library:state', null))

export async function* inPieces(bytes: Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
export async function packed(name: Call, input: unknown): Promise<{ status: number; value: unknown }> {
  const { status, body } = await core.encoded(name, inPieces(encode(input)))
  const pieces: Uint8Array[] = []
  for await (const piece of body) pieces.push(piece)
  return { status, value: status === 200 ? decode(Buffer.concat(pieces)) : null }
}

/** Kills the core `rounds` times while letters are added; nothing that it said to be kept may be missing. */
export async function surviveKills(rounds: number): Promise<void> {
  start()
  await core.call('library:create', { passphrase: null })
  const saved: string[] = []
  let restarts = 0
  core.onRestart(() => restarts++)
  for (let round = 1; round <= rounds; round++) {
    const [sure, cut] = [letterOf(round), letterOf(round + 1000)]
    expect(await core.call('letter:add', sure)).toMatchObject({ ok: true })
    saved.push(sure.fileName)
    const adding = core.call('letter:add', cut) as Promise<Output<'letter:add'>>
    await killSoon((round * 7) % 40)
    // Whether it was kept before the end nobody can say, but if the core said so, it was.
    const added = await adding
    if (added.ok) saved.push(cut.fileName)
    else expect(added).toEqual(restarted)
    expect(await names()).toEqual(expect.arrayContaining(saved))
    expect(restarts).toBe(round)
  }
  expect(await core.call('library:verify', null)).toMatchObject({ ok: true, value: { issues: [] } })
}
