import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type LibrarySecret, newSecret } from '../../src/main/keys/recovery-key.ts'
import { storeScan } from '../../src/main/scans/store-scan.ts'
import { libraryFrom, openPrepared } from '../../src/main/storage/open-library.ts'
import { type LetterId, noFacts } from '../../src/shared/model/letter.ts'
import { temporaryFolder } from '../support.ts'

/**
 * What it costs that every commit survives a power cut (`synchronous = EXTRA`) and that whatever is replaced is zeroed
 * (`secure_delete = ON`): 200 small letters are kept and confirmed one by one, and deleted for good, with the settings of before and
 * with each new one. The rounds take turns, so that other work on the machine hits all of them; the median counts.
 */
const { values } = parseArgs({
  options: { letters: { type: 'string', default: '200' }, rounds: { type: 'string', default: '7' } },
})
const settings: Record<string, readonly string[]> = {
  before: ['synchronous = FULL', 'secure_delete = OFF'],
  'synchronous = EXTRA': ['synchronous = EXTRA', 'secure_delete = OFF'],
  'secure_delete = ON': ['synchronous = FULL', 'secure_delete = ON'],
  both: ['synchronous = EXTRA', 'secure_delete = ON'],
}
const keptAt = '2026-11-22T12:00:00.000Z'

function round(pragmas: readonly string[], secret: LibrarySecret | null): Record<string, number> {
  const file = join(temporaryFolder(), 'library.waymark')
  const opened = openPrepared(file, secret)
  if (!opened.ok) throw new Error(opened.error.code)
  for (const pragma of pragmas) opened.value.pragma(pragma)
  const library = libraryFrom(opened.value, file)
  const ids: LetterId[] = []
  const times = {
    keep: timed(() => {
      for (let at = 0; at < Number(values.letters); at += 1) {
        const bytes = new Uint8Array(Buffer.alloc(20_000, `letter ${at} `))
        const kept = storeScan(library, { fileName: `${at}.pdf`, bytes, keptAt })
        if (!kept.ok) throw new Error(kept.error.code)
        ids.push(...kept.value.ids)
      }
    }),
    confirm: timed(() => {
      for (const id of ids)
        library.write(() => library.letters.setConfirmed(id, { ...noFacts, taxpayerName: 'SAM EXAMPLE' }))
    }),
    delete: timed(() => {
      library.write(() => library.deletion.deleteLetters(ids))
    }),
  }
  library.close()
  return times
}

function timed(work: () => void): number {
  const started = performance.now()
  work()
  return performance.now() - started
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

function compare(secret: LibrarySecret | null): void {
  const taken: Record<string, Record<string, number[]>> = {}
  for (let at = 0; at < Number(values.rounds); at += 1)
    for (const [name, pragmas] of Object.entries(settings))
      for (const [action, ms] of Object.entries(round(pragmas, secret))) {
        taken[name] = { ...taken[name], [action]: [...(taken[name]?.[action] ?? []), ms] }
      }
  for (const action of ['keep', 'confirm', 'delete']) {
    const base = median(taken.before?.[action] ?? [])
    const cells = Object.keys(settings).map((name) => {
      const ms = median(taken[name]?.[action] ?? [])
      return name === 'before' ? `${Math.round(ms)} ms` : `× ${(ms / base).toFixed(2)}`
    })
    console.log(`| ${secret ? 'protected' : 'plain'}: ${action} | ${cells.join(' | ')} |`)
  }
}

console.log(`| ${values.letters} letters | ${Object.keys(settings).join(' | ')} |\n|---|---|---|---|---|`)
compare(null)
compare(newSecret())
