import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import SqliteDatabase from 'better-sqlite3'

/** Does one operation on a closed library and kills itself before its nth step on the disk. */
const [operation = '', file = '', nth = '0'] = process.argv.slice(2)
let step = Number.NEGATIVE_INFINITY
const count = (target: object, name: string) => {
  const real = Reflect.get(target, name) as (...input: unknown[]) => unknown
  Object.assign(target, {
    [name](this: unknown, ...input: unknown[]) {
      // Removing what is not there changes nothing.
      if (name === 'rmSync' && !fs.existsSync(String(input[0]))) return real.apply(this, input)
      step += 1
      if (step === Number(nth)) process.kill(process.pid, 'SIGKILL')
      return real.apply(this, input)
    },
  })
}
// A migration writes through SQLite alone, so its statements are its steps.
const migrates = operation.startsWith('migrate')
if (migrates) for (const name of ['exec', 'pragma']) count(SqliteDatabase.prototype, name)
for (const name of [
  'openSync',
  'writeSync',
  'fsyncSync',
  'renameSync',
  'rmSync',
  'copyFileSync',
  'appendFileSync',
] as const)
  count(fs, name)
syncBuiltinESMExports()

const { doStep } = await import('./operations.ts')
const { openUnprotected } = await import('../../src/main/storage/protection/unlock-library.ts')
// Loading the program itself does not count.
fs.writeSync(1, 'begin\n')
step = 0
if (migrates) migrate()
else await doStep(operation, file)

function migrate(): void {
  const opened = openUnprotected(file)
  if (!opened.ok) throw new Error(opened.error.code)
  opened.value.library.close()
}
