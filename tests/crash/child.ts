import { createHash } from 'node:crypto'
import { writeSync } from 'node:fs'
import { createCore } from '../../src/main/app/core.ts'
import { systemClock } from '../../src/main/shells/system-clock.ts'
import { factsOf, type LetterId, noFacts } from '../../src/shared/model/letter.ts'
import { forkOwnProcess, libraryWorker, resources } from '../support.ts'
import { createRandom, letterBytes, passphrase, type Said } from './plan.ts'

/**
 * One life of the app until it is killed: opens the library, reads what waits, then does one thing after another at random.
 * What stands on standard output was acknowledged by the core, and must never be lost.
 */
const [libraryFile = '', seedText = '1'] = process.argv.slice(2)
const seed = Number(seedText)
const random = createRandom(seed)
const proof = { kind: 'passphrase', passphrase } as const
const say = (said: Said) => {
  writeSync(1, `${JSON.stringify(said)}\n`)
}

const core = createCore({
  libraryFile,
  resources,
  startReadingProcess: forkOwnProcess,
  libraryWorker,
  whenNew: 'create',
  clock: systemClock,
  version: '0.0.0',
  shell: 'cli',
})
if (core.state().kind === 'locked') must(await core.api['library:unlock'](proof), 'unlock')
say({ kind: 'open', isProtected: isProtected() })
await core.idle()
const { letters } = await core.api['letters:list'](null)
const unread = letters.filter(({ status }) => status.kind !== 'read' && status.kind !== 'failed')
say(unread.length === 0 ? { kind: 'all read' } : { kind: 'bug', what: `${unread.length} letters not read` })
const ids: LetterId[] = letters.map(({ id }) => id)
for (let step = 0; step < 200; step += 1) await act(step)

async function act(step: number): Promise<void> {
  const id = ids[Math.floor(random() * ids.length)]
  const dice = random()
  if (dice < 0.35 || !id) await add(step)
  else if (dice < 0.5) await confirm(id)
  else if (dice < 0.62) await arrange(id)
  else if (dice < 0.68) await packet(id)
  else if (dice < 0.8) await backup()
  else await protection()
}

async function add(step: number): Promise<void> {
  const bytes = letterBytes(seed * 1000 + step)
  const added = must(await core.api['letter:add']({ fileName: `${seed}-${step}.pdf`, bytes }), 'add')
  say({ kind: 'added', sha256: createHash('sha256').update(bytes).digest('hex') })
  ids.push(...added.ids)
}

async function confirm(id: LetterId): Promise<void> {
  const letter = (await core.api['letters:list'](null)).letters.find((each) => each.id === id)
  if (!letter) return
  const name = `Person ${Math.floor(random() * 1e6)}`
  say({ kind: 'about to confirm', id, name })
  must(
    await core.api['letter:confirm']({ id, facts: { ...noFacts, ...factsOf(letter), taxpayerName: name } }),
    'confirm',
  )
  say({ kind: 'confirmed', id, name })
}

/** Each page a letter of its own, or all of them one again. */
async function arrange(id: LetterId): Promise<void> {
  await core.idle()
  const pages = await core.api['scan:pages']({ id })
  if (!pages.ok) return
  const all = pages.value.layout.letters.flatMap((letter) => letter.pages)
  if (all.length === 0) return
  const parts = pages.value.layout.letters.length > 1 ? [all] : all.map((page) => [page])
  const arranged = parts.map((each) => ({ pages: each, inThisOrder: true }))
  const layoutOverride = { turns: [], letters: arranged, excludedPages: pages.value.layout.excludedPages }
  must(await core.api['scan:arrange']({ id, layoutOverride }), 'arrange')
  say({ kind: 'arranged', id })
}

async function packet(id: LetterId): Promise<void> {
  await core.api['packet:pdf']({ id, cover: 'letter', duplex: false, straighten: false })
  say({ kind: 'packet', id })
}

async function backup(): Promise<void> {
  const made = must(await core.api['backup:make'](null), 'backup')
  say({ kind: 'backup', name: made.backup.name, issues: made.issues.length })
}

async function protection(): Promise<void> {
  const dice = random()
  if (!isProtected()) {
    must(await core.api['library:protect']({ passphrase }), 'protect')
    say({ kind: 'protected' })
  } else if (dice < 0.4) {
    must(await core.api['library:unprotect']({ proof }), 'unprotect')
    say({ kind: 'unprotected' })
  } else if (dice < 0.7) {
    must(await core.api['library:set-passphrase']({ proof, passphrase }), 'set passphrase')
    say({ kind: 'passphrase' })
  } else {
    must(await core.api['library:renew-recovery-key']({ passphrase }), 'renew')
    say({ kind: 'protected' })
  }
}

function isProtected(): boolean {
  const state = core.state()
  return state.kind === 'open' && state.isProtected
}

function must<T>(answer: { ok: true; value: T } | { ok: false; error: { code: string } }, what: string): T {
  if (answer.ok) return answer.value
  say({ kind: 'bug', what: `${what}: ${answer.error.code}` })
  process.exit(3)
}
