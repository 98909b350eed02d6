import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { projectFolder } from '../support.ts'
import { type Fuzzed, fuzzedFile, limits } from './fuzz-files.ts'
import { makeSeeds } from './seeds.ts'

/** `npm run test:fuzz -- --count 5000 --from 0 --seed 1`: mutated files in batches; prints the counts and fails on any loss. */
const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '5000' },
    from: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
  },
})
const [count, first, seed] = [Number(values.count), Number(values.from), Number(values.seed)]
const batch = 250
const overshoot = 400 * 1024 * 1024
const all: Fuzzed[] = []
const lost: string[] = []
const begun = performance.now()
for (let from = first; from < first + count; from += batch) {
  const size = Math.min(batch, first + count - from)
  const words = [join(import.meta.dirname, 'batch.ts'), String(seed), String(from), String(size)]
  const child = spawnSync(process.execPath, words, { encoding: 'utf8', maxBuffer: 1 << 28, timeout: 600_000 })
  if (child.status === 0)
    all.push(...(JSON.parse(child.stdout.slice(child.stdout.lastIndexOf('\n'))) as Fuzzed[]))
  else lost.push(await keepCulprit(child.stderr, String(child.signal ?? child.status)))
  process.stderr.write(`${all.length} of ${count}\r`)
}
const hung = all.filter((each) => each.ms > 4 * limits.silence + 5000)
const grown = all.filter((each) => each.peak > limits.memory + overshoot)
/** The reading process ended at it, twice. That costs nobody but this file; it is a fault all the same. */
const gone = all.filter((each) => [each.read, each.drawn].includes('read.process-lost'))
print()
process.exitCode = lost.length + hung.length + grown.length + gone.length > 0 ? 1 : 0

/** Writes the file at which a batch died, so that it can be looked at. */
async function keepCulprit(stderr: string, how: string): Promise<string> {
  const index = Number(/begun (\d+)\s*$/.exec(stderr.slice(stderr.lastIndexOf('begun')))?.[1] ?? -1)
  if (index < 0) return `a batch did not start (${how})`
  const folder = join(projectFolder, 'node_modules/.cache/fuzz')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${seed}-${index}.bin`)
  writeFileSync(file, fuzzedFile(await makeSeeds(), seed, index).bytes)
  return `${file} (${how})`
}

function print(): void {
  const outcomes = [...new Set(all.map((each) => each.read))].sort()
  const kinds = [...new Set(all.map((each) => each.kind))].sort()
  console.log(`| what reading gave | ${kinds.join(' | ')} | all |\n|---|${'---:|'.repeat(kinds.length + 1)}`)
  for (const outcome of outcomes) {
    const of = (kind?: string) =>
      all.filter((each) => each.read === outcome && (!kind || each.kind === kind)).length
    console.log(`| ${outcome} | ${kinds.map((kind) => of(kind)).join(' | ')} | ${of()} |`)
  }
  const most = (of: (each: Fuzzed) => number) => Math.round(Math.max(0, ...all.map(of)))
  console.log(
    `\n${all.length} files, seed ${seed}, from ${first}, ${Math.round((performance.now() - begun) / 1000)} s\n` +
      `processes lost: ${lost.length}; beyond the time: ${hung.length}; beyond the memory: ${grown.length}; files that ended their process: ${gone.length}\n` +
      `slowest file: ${most((each) => each.ms)} ms; most memory of a reading process: ${most((each) => each.peak / 1e6)} MB`,
  )
  for (const each of lost) console.log(`lost at ${each}`)
  for (const each of [...gone, ...hung]) console.log(`look at file ${each.index}: ${JSON.stringify(each)}`)
}
