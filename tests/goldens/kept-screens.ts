import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, projectFolder } from '../support.ts'

/** The screens as they should look, written by `npm run goldens:screens`. */
export const keptScreens = join(projectFolder, 'tests/goldens/kept-screens')
export const madeWithFile = join(keptScreens, 'made-with.json')

/** What letters on a screen look like by: other fonts or another Chromium draw other pictures of the same screen. */
export type MadeWith = { chromium: string; sans: string; fonts: string }

export function madeWithHere(): MadeWith {
  const said = (program: string, ...words: string[]) =>
    spawnSync(program, words, { encoding: 'utf8' }).stdout ?? ''
  const families = [...new Set(said('fc-list', ':', 'family').split('\n').sort())].join('\n')
  return {
    chromium: /\d+/.exec(said(chromium, '--version').replace(/^\D*/, ''))?.[0] ?? 'unknown',
    sans: said('fc-match', 'system-ui', 'family').trim(),
    fonts: createHash('sha256').update(families).digest('hex').slice(0, 16),
  }
}

/** Why the pictures cannot be compared on this machine; null: they can. */
export function whyNotHere(): string | null {
  if (!existsSync(madeWithFile)) return 'none are kept; npm run goldens:screens makes them'
  const kept = JSON.parse(readFileSync(madeWithFile, 'utf8')) as MadeWith
  const here = madeWithHere()
  const other = (Object.keys(kept) as (keyof MadeWith)[]).filter((key) => kept[key] !== here[key])
  if (other.length === 0) return null
  return `they were made with another set of: ${other.map((key) => `${key} (${kept[key]}, here ${here[key]})`).join(', ')}`
}
