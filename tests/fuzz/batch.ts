import { writeSync } from 'node:fs'
import { fuzzFiles } from './fuzz-files.ts'

/** One batch in a process of its own: `node batch.ts SEED FROM COUNT`. What it began is on standard error, last line last. */
const [seed = 1, from = 0, count = 0] = process.argv.slice(2).map(Number)
// Decoders talk to the console; only the answer belongs on standard output.
console.log = () => undefined

const results = await fuzzFiles({ seed, from, count }, (index) => writeSync(2, `begun ${index}\n`))
writeSync(1, JSON.stringify(results))
