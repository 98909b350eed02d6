import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decode, encode } from '@msgpack/msgpack'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ZodError } from 'zod'
import words from '../../resources/words/en.json' with { type: 'json' }
import type { Core } from '../../src/main/app/core.ts'
import { type BrowserShell, serveBrowserShell } from '../../src/main/shells/browser/server.ts'
import { encodedInProcess } from '../../src/main/shells/core-process/encoded-in-process.ts'
import { type Call, contract } from '../../src/shared/contract/contract.ts'
import { inputOf } from '../fixtures/hostile/hostile-input.ts'
import { projectFolder, resources, sampleOf, takesAllCases, testCore } from '../support.ts'

/** More with `WAYMARK_FUZZ_RUNS=500 npx vitest run tests/main/contract-fuzz.long.test.ts`. */
const numRuns = Number(process.env.WAYMARK_FUZZ_RUNS ?? (takesAllCases ? 6 : 3))
const seed = Number(process.env.WAYMARK_FUZZ_SEED ?? 20261122)
const unknown = '00000000-0000-4000-8000-000000000000'
const names = Object.keys(contract) as Call[]
const refused = Symbol('refused')
/** They copy or encrypt the whole library, read a letter by its pixels, or take their time on purpose. */
const slow: string[] = [
  'library:protect',
  'library:verify',
  'backup:make',
  'letter:redacted',
  'letter:searchable',
] satisfies Call[]
/** Answers only when something changes; what it says is tested elsewhere. */
const waiting = Symbol('waiting')

let core: Core
let shell: BrowserShell
let token = ''
let id = ''
beforeAll(async () => {
  core = testCore()
  const bytes = new Uint8Array(readFileSync(join(resources, 'samples/1-lt11.pdf')))
  const added = await core.api['letter:add']({ fileName: 'letter.pdf', bytes })
  await core.idle()
  id = added.ok ? (added.value.ids[0] ?? '') : ''
  shell = await serveBrowserShell(encodedInProcess(core), join(projectFolder, 'out/renderer'))
  const ticket = shell.newUrl().split('#ticket=')[1] ?? ''
  token = await (await post('/session', undefined, ticket)).text()
})
afterAll(async () => {
  await shell.close()
  await core.close()
})

const post = (path: string, body: Uint8Array<ArrayBuffer> | undefined, key = token) =>
  fetch(`http://127.0.0.1:${shell.port}${path}`, {
    method: 'POST',
    headers: { 'x-waymark-token': key },
    body: body ?? null,
  })

type Ask = (name: Call, input: unknown) => Promise<unknown>
const throughCore: Ask = async (name, input) => {
  try {
    return await core.call(name, input)
  } catch (error) {
    if (error instanceof ZodError) return refused
    throw error
  }
}
const throughServer: Ask = async (name, input) => {
  const answer = await post(`/api/${name}`, encode(input, { maxDepth: 1000 }))
  if (answer.status === 400) return refused
  expect(answer.status).toBe(200)
  return decode(new Uint8Array(await answer.arrayBuffer()))
}
const withinReason = (answer: Promise<unknown>) =>
  Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 300, waiting))])

const held = async () =>
  JSON.stringify([await core.api['letters:list'](null), await core.api['form-templates:list'](null)])

describe.each([
  ['the core', throughCore, names],
  ['the browser shell', throughServer, sampleOf(names, 4)],
] as const)('whatever is sent to %s', (_shell, ask, called) => {
  test.each(called)('%s answers as the contract says, or refuses and changes nothing', async (name) => {
    await fc.assert(
      fc.asyncProperty(inputOf(contract[name].input, [id, unknown]), async (input) => {
        await core.idle()
        const before = await held()
        const asked = ask(name, input)
        const answer = await (name === 'letters:changed' ? withinReason(asked) : asked)
        if (answer === waiting) return
        if (answer === refused) {
          expect(await held()).toBe(before)
          return
        }
        contract[name].output.parse(answer)
        await withoutProtection(answer)
        const code = codeOf(answer)
        if (code) expect(Object.keys(words.errors)).toContain(code)
      }),
      { numRuns: slow.includes(name) ? Math.ceil(numRuns / 6) : numRuns, seed, endOnFailure: true },
    )
    await core.idle()
    contract['letters:list'].output.parse(await core.api['letters:list'](null))
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })
})

/** Whoever protects the library with a passphrase that nobody knows would lock out all that comes after. */
async function withoutProtection(answer: unknown): Promise<void> {
  const key = (answer as { value?: { recoveryKey?: string | null } } | null)?.value?.recoveryKey
  if (key) await core.api['library:unprotect']({ proof: { kind: 'recovery', key } })
}

test('enough inputs pass to reach the code behind the check', () => {
  const counts = names.map((name) => {
    const samples = fc.sample(inputOf(contract[name].input, [unknown]), { numRuns: 60, seed })
    return [name, samples.filter((sample) => contract[name].input.safeParse(sample).success).length] as const
  })
  expect(counts.filter(([, passed]) => passed === 0)).toEqual([])
})

const codeOf = (answer: unknown): string | undefined =>
  (answer as { error?: { code?: string } } | null)?.error?.code
