import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { temporaryFolder } from '../support.ts'
import { attack } from './attack.ts'

const file = join(temporaryFolder(), 'library.waymark')
const run = (way: string): { done: unknown; megabytes: number } => {
  const words = [join(import.meta.dirname, 'large-originals.ts'), way, file]
  return JSON.parse(
    execFileSync(process.execPath, words, { encoding: 'utf8' }).trim().split('\n').at(-1) ?? '',
  )
}
beforeAll(() => {
  run('make')
})
afterAll(() => rmSync(dirname(file), { recursive: true }))

/** Megabytes above the open library. What goes to the window is one message, which is in memory once or twice. */
for (const [way, most] of [
  ['export to a folder', 200],
  ['a backup', 250],
  ['the original, to the window', 300],
  ['export as a zip file, to the window', 450],
] as const)
  attack(
    `a letter of 190 MB: ${way}`,
    `done, less than ${most} MB`,
    () => {
      const { done, megabytes } = run(way)
      console.info(`${way}: ${megabytes} MB`)
      return `${done === true ? 'done' : JSON.stringify(done)}, ${megabytes < most ? `less than ${most} MB` : `${megabytes} MB`}`
    },
    { timeout: 180_000 },
  )
