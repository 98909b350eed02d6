import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { dirname, join, resolve } from 'node:path'

/**
 * Writes `lib`, the core and its shells as JavaScript, for the packed command line: Node strips no types inside of
 * `node_modules`. Types become blanks, so that every line and column stays where it is in `src`.
 */
const root = resolve(import.meta.dirname, '..')
const lib = join(root, 'lib')
rmSync(lib, { recursive: true, force: true })
for (const side of ['main', 'shared'])
  for (const name of readdirSync(join(root, 'src', side), { recursive: true, encoding: 'utf8' }))
    write(join(side, name))

function write(name: string): void {
  const from = join(root, 'src', name)
  const to = join(lib, name.replace(/\.ts$/, '.js'))
  // The desktop shell is bundled for Electron and would find no Electron here.
  if (/shells[\\/](desktop|start\.ts)/.test(name) || name.endsWith('.d.ts')) return
  if (name.endsWith('.ts')) {
    mkdirSync(dirname(to), { recursive: true })
    writeFileSync(to, withJsNames(stripTypeScriptTypes(readFileSync(from, 'utf8'))))
  } else if (name.endsWith('.cjs')) cpSync(from, to)
}

/** Imports and the addresses of workers: our own files alone begin with a dot. */
function withJsNames(code: string): string {
  return code.replace(/'(\.{1,2}\/[^'\n]*)\.ts'/g, "'$1.js'")
}
