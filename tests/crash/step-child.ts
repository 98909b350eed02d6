import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

/** Does one operation on a closed library and kills itself before its nth step on the disk. */
const [operation = '', file = '', nth = '0'] = process.argv.slice(2)
let step = Number.NEGATIVE_INFINITY
for (const name of [
  'openSync',
  'writeSync',
  'fsyncSync',
  'renameSync',
  'rmSync',
  'copyFileSync',
  'appendFileSync',
] as const) {
  const real = fs[name] as (...input: unknown[]) => unknown
  const counted = (...input: unknown[]) => {
    step += 1
    if (step === Number(nth)) process.kill(process.pid, 'SIGKILL')
    return real(...input)
  }
  Object.assign(fs, { [name]: counted })
}
syncBuiltinESMExports()

const { doStep } = await import('./operations.ts')
// Loading the program itself does not count.
step = 0
await doStep(operation, file)
console.log('done')
