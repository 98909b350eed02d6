import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Core, createCore } from '../../../src/main/app/core.ts'
import type { CoreOptions } from '../../../src/main/app/core-options.ts'
import { Day } from '../../../src/shared/model/day.ts'
import { noFacts } from '../../../src/shared/model/letter.ts'
import { temporaryFolder, testCoreOptions } from '../../support.ts'

export const owners = 'glacier-trombone-81-velvet-otter-quay'
export const helpers = 'pony wagon route blood lantern friend'

/** A computer with a settings folder and a library for each client. */
export function clinicComputer() {
  const home = temporaryFolder()
  const settings = join(home, 'settings')
  const fileOf = (client: string) => join(home, client, 'library.waymark')
  const start = (client: string, more: Partial<CoreOptions> = {}): Core => {
    mkdirSync(dirname(fileOf(client)), { recursive: true })
    return createCore({ ...testCoreOptions(fileOf(client)), whenNew: 'ask', dataFolder: settings, ...more })
  }
  return { home, settings, fileOf, start, keys: join(settings, 'clinic.keys') }
}

/** Makes a library with a passphrase and one confirmed LT11, and lets the helper in. */
export async function makeClient(
  core: Core,
  dated: string,
  passphrase: string | null = owners,
): Promise<void> {
  must(await core.api['library:create']({ passphrase }))
  const added = must(
    await core.api['letter:add']({ fileName: 'a.txt', bytes: new Uint8Array(Buffer.from(dated)) }),
  )
  await core.idle()
  const [id] = added.ids
  if (!id) throw new Error('no letter')
  const facts = { ...noFacts, noticeCode: 'LT11', noticeDate: Day.parse(dated), taxpayerName: 'ALMA EXAMPLE' }
  must(await core.api['letter:confirm']({ id, facts }))
}

export const allow = (core: Core, passphrase = helpers, proof: string | null = owners) =>
  core.api['helper:allow']({
    proof: proof === null ? null : { kind: 'passphrase', passphrase: proof },
    passphrase,
  })

export function must<T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

/** What the list says of each client: the last day, or why none is told. */
export async function listed(core: Core): Promise<string> {
  const found = await core.api['helper:list'](null)
  if (!found.ok) return found.error.code
  return found.value.libraries
    .map(({ name, problem, next }) => `${name}: ${problem?.code ?? next?.lastDay ?? 'nothing'}`)
    .join(', ')
}
