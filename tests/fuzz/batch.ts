import { writeSync } from 'node:fs'
import { fuzzFiles } from './fuzz-files.ts'

/** One batch in a process of its own: `node batch.ts SEED FROM COUNT`. What it began is on standard error, last line last. */
const [seed = 1, from = 0, count = 0] = process.argv.slice(2).map(Number)
const results = await fuzzFiles({ seed, from, count }, (index) => writeSync(2, `begun ${index}\n`))
// Decoders talk on standard output too; the answer is its last line.
writeSync(1, `\n${JSON.stringify(results)}`)
