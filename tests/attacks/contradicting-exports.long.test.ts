import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { strFromU8, strToU8 } from 'fflate'
import { importLibrary } from '../../src/main/export/import-library.ts'
import { verifyLibrary } from '../../src/main/storage/backup/verify-library.ts'
import { contentOf } from '../../src/main/storage/contents.ts'
import { openDatabase } from '../../src/main/storage/database.ts'
import type { Library } from '../../src/main/storage/open-library.ts'
import { ok } from '../../src/shared/model/result.ts'
import { filesOf } from '../main/export/exported-files.ts'
import { fullLibrary, opened } from '../main/storage/full-library.ts'
import { temporaryFolder } from '../support.ts'
import { attack } from './attack.ts'

type Files = Record<string, Uint8Array>
type Place = { file: string; at: readonly (string | number)[]; value: unknown }

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
const entriesOf = (value: unknown): [string | number, unknown][] =>
  Array.isArray(value) ? [...value.entries()] : isRecord(value) ? Object.entries(value) : []

function* placesIn(file: string, value: unknown, at: Place['at'] = []): Generator<Place> {
  yield { file, at, value }
  for (const [key, inside] of entriesOf(value)) yield* placesIn(file, inside, [...at, key])
}

/** The same with another value in one place. */
function put(root: unknown, [key, ...rest]: Place['at'], value: unknown): unknown {
  if (key === undefined) return value
  if (Array.isArray(root)) return root.with(Number(key), put(root[Number(key)], rest, value))
  return isRecord(root) ? { ...root, [key]: put(root[key], rest, value) } : root
}

const kinds = {
  id: (value: unknown) =>
    typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
  hash: (value: unknown) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value),
  page: (value: unknown) => typeof value === 'number' && value > 0 && value < 100,
}

/** Each id, hash and number of the export in the place of each other one, and each entry of each list twice. */
function* contradictions(files: Files): Generator<[string, Files]> {
  const documents = Object.keys(files).filter((path) => /(scan|letter|waymark-export)\.json$/.test(path))
  const rootOf = (file: string): unknown => JSON.parse(strFromU8(files[file] ?? new Uint8Array()))
  const places = documents.flatMap((file) => [...placesIn(file, rootOf(file))])
  const edited = ({ file, at }: Place, value: unknown): [string, Files] => [
    `${file.split('/').at(-1)} ${at.join('.')} = ${JSON.stringify(value).slice(0, 60)}`,
    { ...files, [file]: strToU8(JSON.stringify(put(rootOf(file), at, value))) },
  ]
  for (const place of places)
    if (Array.isArray(place.value))
      for (const entry of place.value) yield edited(place, [...place.value, entry])
  for (const is of Object.values(kinds)) {
    const own = places.filter(
      ({ value, at }) => is(value) && !/box|facts|confidence|aspect|format/.test(at.join('.')),
    )
    for (const place of own)
      for (const value of new Set(own.map((each) => each.value)))
        if (value !== place.value) yield edited(place, value)
  }
}

/** A new library for each export, unless the one before was refused and left it empty. */
function libraries() {
  let current: { file: string; library: Library } | null = null
  const close = () => {
    current?.library.close()
    if (current) rmSync(dirname(current.file), { recursive: true })
    current = null
  }
  return {
    close,
    empty() {
      if (current?.library.scans.list().length !== 0) close()
      const file = join(temporaryFolder(), 'library.waymark')
      current ??= { file, library: opened(file) }
      return current
    },
  }
}

/** What is wrong with what came of bringing it in; null: it was refused, or is in the library and whole. */
async function problemOf(
  { library, file }: { library: Library; file: string },
  files: Files,
  before: Files,
): Promise<string | null> {
  try {
    const done = importLibrary(library, (path) => ok(files[path] && contentOf(files[path])))
    if (!done.ok) return library.scans.list().length > 0 ? 'refused, and a part is in' : null
    if (done.value.known > 0) return 'a letter was taken for another one and left out'
    const database = openDatabase(file, null)
    const { issues } = verifyLibrary(database, file)
    database.close()
    if (issues.length > 0) return issues[0]?.detail ?? ''
    const after = await filesOf(library)
    return Object.keys(after).length < Object.keys(before).length ? 'something is gone without a word' : null
  } catch (error) {
    return `it throws ${error instanceof Error ? error.message : ''}`
  }
}

attack(
  'bringing in exports in which an id, a hash or a page stands twice, or names what is not there',
  'no problem',
  async () => {
    const full = fullLibrary()
    const files = await filesOf(full.library)
    full.library.close()
    const problems: string[] = []
    const all = libraries()
    let tried = 0
    for (const [what, changed] of contradictions(files)) {
      const problem = await problemOf(all.empty(), changed, files)
      if (problem) problems.push(`${what}: ${problem}`)
      tried += 1
    }
    all.close()
    return problems.length === 0 && tried > 500
      ? 'no problem'
      : `${problems.length} of ${tried}: ${problems.slice(0, 12).join('\n')}`
  },
  { timeout: 300_000 },
)

attack(
  'bringing in an export whose scan, file or exhibit has the id of another one in the library',
  'import.damaged, import.damaged, import.damaged, nothing changed',
  async () => {
    const full = fullLibrary()
    const files = await filesOf(full.library)
    const before = JSON.stringify(Object.keys(files).sort())
    const seen: string[] = []
    const path = Object.keys(files).find((each) => each.includes('CP504') && each.endsWith('scan.json')) ?? ''
    const text = strFromU8(files[path] ?? new Uint8Array())
    const fresh = (whole: string) => {
      let number = 0
      return whole.replaceAll(/"id": "[0-9a-f-]{36}"/g, () => {
        number += 1
        return `"id": "10000000-0000-4000-8000-${String(number).padStart(12, '0')}"`
      })
    }
    const { id } = JSON.parse(text)
    const original = Buffer.from('another letter')
    const sha256 = (await import('node:crypto')).createHash('sha256').update(original).digest('hex')
    const scan = JSON.parse(fresh(text))
    const bare = { ...scan, letters: [], absorbed: [], pages: [], layoutOverride: null, arrangement: null }
    const one = { ...scan.files[0], sha256, path: 'a/original' }
    const exhibitPath = Object.keys(files).find((each) => each.includes('exhibits/')) ?? ''
    const exhibit = JSON.parse(text).absorbed[0].exhibits[0]
    const letter = {
      ...scan.absorbed[0],
      scan: 'a/scan.json',
      history: [],
      exhibits: [{ ...exhibit, path: 'a/exhibit' }],
    }
    const index = JSON.parse(strFromU8(files['waymark-export.json'] ?? new Uint8Array()))
    const variants = [
      { ...bare, id, files: [one] },
      { ...bare, files: [{ ...one, id: full.scanId }] },
      { ...bare, files: [one], absorbed: [letter] },
    ]
    for (const each of variants) {
      const own: Files = {
        'waymark-export.json': strToU8(JSON.stringify({ ...index, scans: ['a/scan.json'], blanks: [] })),
        'a/scan.json': strToU8(JSON.stringify(each)),
        'a/original': original,
        'a/exhibit':
          files[Object.keys(files).find((name) => name.endsWith('43.pdf')) ?? exhibitPath] ?? original,
      }
      const done = importLibrary(full.library, (name) => ok(own[name] && contentOf(own[name])))
      seen.push(done.ok ? JSON.stringify(done.value) : done.error.code)
    }
    const after = JSON.stringify(Object.keys(await filesOf(full.library)).sort())
    full.library.close()
    return [...seen, before === after ? 'nothing changed' : 'something changed'].join(', ')
  },
)
