import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(ts|tsx|cjs)$/.test(name))
  .map((name) => join(root, 'src', name))

type Import = { file: string; from: string }
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*/g, '')
/** Static imports, re-exports, `import()` and types by `import('...')`. */
const imports: Import[] = sources.flatMap((file) =>
  [...withoutComments(readFileSync(file, 'utf8')).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    (match) => ({
      file: relative(root, file),
      from: match[1]?.startsWith('.') ? relative(root, resolve(dirname(file), match[1])) : (match[1] ?? ''),
    }),
  ),
)
const side = (path: string) => /^src\/(shared|main|renderer)\//.exec(path)?.[1]

/**
 * The layers of src/main, lowest first; a file may import its own layer and those below. Handlers answer the calls of the
 * contract, use cases do the work, and services know files, pixels and the database.
 */
const layers = ['ports', 'services', 'use cases', 'handlers', 'app', 'shells'] as const
type Layer = (typeof layers)[number]

const folderLayers: [RegExp, Layer][] = [
  [/^(ports|log)\//, 'ports'],
  [/^(shells)\//, 'shells'],
  [/^app\//, 'app'],
  [/\.handlers\.ts$/, 'handlers'],
  [/^(security\/redact|storage\/export)\//, 'use cases'],
  [/^(storage|reading|security|appeals\/pdf)\//, 'services'],
  [/^(letters|scans|search|history|trash|people|appeals|papers|integrations|content)\//, 'use cases'],
]

function layerOf(path: string): number {
  const name = path.slice('src/main/'.length)
  const layer = folderLayers.find(([pattern]) => pattern.test(name))?.[1]
  if (!layer) throw new Error(`src/main/${name} is in no layer: add its folder to folderLayers`)
  return layers.indexOf(layer)
}

const withinMain = imports.filter(({ file, from }) => side(file) === 'main' && side(from) === 'main')
const shown = ({ file, from }: Import) => `${file} -> ${from}`

test('inside main, imports point from the shells down to the services, never up', () => {
  expect(withinMain.length).toBeGreaterThan(400)
  expect(withinMain.filter(({ file, from }) => layerOf(from) > layerOf(file)).map(shown)).toEqual([])
})

test('no handler imports another handler', () => {
  const isHandler = (path: string) => layerOf(path) === layers.indexOf('handlers')
  expect(withinMain.filter(({ file, from }) => isHandler(file) && isHandler(from)).map(shown)).toEqual([])
})

test('reading knows no database, and typesetting knows neither', () => {
  const apart: Record<string, RegExp> = {
    reading: /^src\/main\/(storage|security|appeals)\//,
    storage: /^src\/main\/reading\//,
    'appeals/pdf': /^src\/main\/(?!appeals\/pdf\/)/,
  }
  const wrong = Object.entries(apart).flatMap(([folder, forbidden]) =>
    withinMain.filter(({ file, from }) => file.startsWith(`src/main/${folder}/`) && forbidden.test(from)),
  )
  expect(wrong.map(shown)).toEqual([])
})

test('only the app knows what a session is opened with: each handler names what it needs', () => {
  const knows = withinMain.filter(({ from }) => /app\/(session-context|core-options)\.ts$/.test(from))
  expect(knows.length).toBeGreaterThan(2)
  expect(knows.filter(({ file }) => file.endsWith('.handlers.ts')).map(shown)).toEqual([])
})

/** The files of every import cycle (Tarjan), type imports included. */
function importCycles(): string[][] {
  const edges = new Map<string, string[]>(sources.map((file) => [relative(root, file), []]))
  for (const { file, from } of imports) if (edges.has(from)) edges.get(file)?.push(from)
  const order = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const cycles: string[][] = []
  const visit = (file: string): void => {
    order.set(file, order.size)
    low.set(file, order.get(file) ?? 0)
    stack.push(file)
    for (const next of edges.get(file) ?? []) {
      if (!order.has(next)) visit(next)
      if (stack.includes(next)) low.set(file, Math.min(low.get(file) ?? 0, low.get(next) ?? 0))
    }
    if (low.get(file) !== order.get(file)) return
    const group = stack.splice(stack.indexOf(file))
    if (group.length > 1 || edges.get(file)?.includes(file)) cycles.push(group.sort())
  }
  for (const file of edges.keys()) if (!order.has(file)) visit(file)
  return cycles
}

test('no import cycles, type imports included', () => {
  expect(importCycles()).toEqual([])
})

/** The layers of src/renderer, lowest first; a file may import its own layer and those below. */
const renderedLayers = [
  /^i18n\//,
  /^ui\//,
  /^app\/state\//,
  /^(common|map)\//,
  /^features\//,
  /^(app|public)\//,
]

function renderedLayerOf(path: string): number {
  const name = path.slice('src/renderer/'.length)
  const layer = renderedLayers.findIndex((pattern) => pattern.test(name))
  if (layer < 0) throw new Error(`src/renderer/${name} is in no layer: add its folder to renderedLayers`)
  return layer
}

test('inside the renderer, imports point from the app down over its screens to its state, never up', () => {
  const within = imports.filter(({ file, from }) => side(file) === 'renderer' && side(from) === 'renderer')
  expect(within.length).toBeGreaterThan(400)
  expect(within.filter(({ file, from }) => renderedLayerOf(from) > renderedLayerOf(file)).map(shown)).toEqual(
    [],
  )
})

test('shared imports nothing from main or renderer, and those two do not import each other', () => {
  const allowed: Record<string, string[]> = {
    shared: ['shared'],
    main: ['main', 'shared'],
    renderer: ['renderer', 'shared'],
  }
  const wrong = imports.filter(({ file, from }) => {
    const target = side(from)
    return target && !allowed[side(file) ?? '']?.includes(target)
  })
  expect(wrong).toEqual([])
})

test('shared knows no Node module', () => {
  const wrong = imports.filter(({ file, from }) => side(file) === 'shared' && from.startsWith('node:'))
  expect(wrong).toEqual([])
})

test('shared reads no clock and no random source', () => {
  const wrong = sources
    .filter((file) => side(relative(root, file)) === 'shared')
    .filter((file) =>
      /new Date\(\)|Date\.now|Math\.random|randomUUID|performance\.now/.test(readFileSync(file, 'utf8')),
    )
  expect(wrong.map((file) => relative(root, file))).toEqual([])
})

test('only the desktop shell imports electron', () => {
  const files = new Set(imports.filter(({ from }) => from === 'electron').map(({ file }) => file))
  expect([...files].sort()).toEqual(
    [
      'choose-folder',
      'index',
      'ipc',
      'keychain',
      'menu',
      'notify',
      'pdf-program',
      'preload',
      'protocol',
      'session',
      'utility-link',
      'window',
    ].map((name) => `src/main/shells/desktop/${name}.ts`),
  )
})

test('no code writes markup, evaluates text, or leaves the app; only the browser shell opens a socket', () => {
  const risky =
    /dangerouslySetInnerHTML|\.(inner|outer)HTML\b|insertAdjacentHTML|\beval\(|new Function\(|openExternal/
  const wrong = sources.filter((file) => risky.test(readFileSync(file, 'utf8')))
  expect(wrong.map((file) => relative(root, file))).toEqual([])
  const sockets = imports.filter(({ from }) =>
    /^node:(https?|http2|net|tls|dgram|dns|inspector)\b/.test(from),
  )
  const where = new Set(sockets.map(({ file }) => file))
  // The ends of a child open the pipe that they got from their parent, and nothing else.
  expect([...where].sort()).toEqual([
    'src/main/reading/process/parent-link.ts',
    ...['browser/same-user', 'browser/server', 'core-process/parent-link'].map(
      (name) => `src/main/shells/${name}.ts`,
    ),
  ])
})

test('no `any` and no suppressed check except single rules for accessible markup, each with its reason', () => {
  const wrong = sources.filter((file) =>
    /: any\b|\bas any\b|<any>|@ts-ignore|@ts-nocheck|biome-ignore(?!-(start|end) lint\/a11y\/\w+: \w| lint\/a11y\/\w+: \w)/.test(
      readFileSync(file, 'utf8'),
    ),
  )
  expect(wrong.map((file) => relative(root, file))).toEqual([])
})

test('code holds no law: no phone number, no citation of the Code, no count of days', () => {
  const law =
    /\b\d{3}-\d{3}-\d{4}\b|IRC \d|U\.S\.C\. \d|\b(days|businessDays|years): \d|\b\d+ (business |calendar )?days\b/
  const wrong = sources.filter((file) => law.test(withoutComments(readFileSync(file, 'utf8'))))
  expect(wrong.map((file) => relative(root, file))).toEqual([])
})

test('law data holds no code', () => {
  const files = readdirSync(join(root, 'resources/law'), { recursive: true, encoding: 'utf8' })
  expect(files.filter((name) => /\.(ts|js|mjs|cjs|wasm)$/.test(name))).toEqual([])
})

test('finished sentences are built by key and never recognized', () => {
  const translating = sources.filter((file) => /^src\/(shared|renderer)\/i18n\//.test(relative(root, file)))
  expect(translating.length).toBeGreaterThan(5)
  const recognizes = (file: string) =>
    /\bnew RegExp\(`\^|patternOf|law-patterns/.test(readFileSync(file, 'utf8'))
  expect(translating.filter(recognizes).map((file) => relative(root, file))).toEqual([])
  const law = readdirSync(join(root, 'resources/law'), { recursive: true, encoding: 'utf8' })
  expect(law.filter((name) => /patterns\.json$/.test(name))).toEqual([])
})

test('everything a browser would write to disk is touched in one place each', () => {
  const window = sources.filter((file) => /^src\/renderer\//.test(relative(root, file)))
  const holding = (pattern: RegExp) =>
    window.filter((file) => pattern.test(readFileSync(file, 'utf8'))).map((file) => relative(root, file))
  expect(holding(/document\.title|history\.pushState/)).toEqual([])
  expect(holding(/sessionStorage/)).toEqual(['src/renderer/app/state/api.ts'])
  // An address with words in it is made by its route, which puts an alias there.
  expect(holding(/#\/(search|case|roadmap)\/(?!open)/).filter((file) => !file.endsWith('route.ts'))).toEqual(
    [],
  )
  expect(holding(/<FileTrigger/)).toEqual(['src/renderer/ui/file-choice.tsx'])
  // Without the word, what is typed or chosen there is written to the disk with the tab.
  expect(holding(/<(select|textarea|TextArea)\b(?![^>]*\{\.\.\.unkept\})/)).toEqual([])
  expect(holding(/<TextField\b(?![^>]*autoComplete="off")/)).toEqual([])
})

test('how a right stands today is shown from one place, which also says when the date is in doubt', () => {
  const holding = (pattern: RegExp) =>
    sources
      .filter((file) => /^src\/renderer\/(?!i18n)/.test(relative(root, file)))
      .filter((file) => pattern.test(readFileSync(file, 'utf8')))
      .map((file) => relative(root, file))
  expect(holding(/daysLeftWords|deadline\.state\.|'days\.(today|left|ago)/)).toEqual([
    'src/renderer/common/deadlines/days-left.ts',
  ])
})

/** Every file that a process loads from its entry, type imports left out. */
function loadedFrom(entry: string): Set<string> {
  const loaded = new Set<string>()
  const visit = (file: string): void => {
    if (loaded.has(file)) return
    loaded.add(file)
    for (const from of runtimeImports(file)) if (from.startsWith('src/')) visit(from)
  }
  visit(entry)
  return loaded
}

function runtimeImports(file: string): string[] {
  const text = withoutComments(readFileSync(join(root, file), 'utf8'))
  const statements = text.replace(/(?:import|export) type [^'"]*'[^']+'/g, '')
  return [...statements.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, from = '']) =>
    from.startsWith('.') ? relative(root, resolve(root, dirname(file), from)) : from,
  )
}

test('only the reading process loads what decodes untrusted bytes', () => {
  const decoders = /^(sharp|pdfjs-dist|@napi-rs\/canvas|heic-decode|libheif-js|tesseract\.js)(\/|$)/
  const parses = /PDFDocument\.load\(|\.embed(Png|Jpg)\(/
  const shells = ['core-process/child', 'browser/index', 'cli/waymark', 'desktop/index']
  const entries = shells.map((name) => `src/main/shells/${name}.ts`)
  const decoding = (entry: string) =>
    [...loadedFrom(entry)].filter(
      (file) =>
        runtimeImports(file).some((from) => decoders.test(from)) ||
        parses.test(withoutComments(readFileSync(join(root, file), 'utf8'))),
    )
  expect(entries.flatMap((entry) => decoding(entry).map((file) => `${entry} loads ${file}`))).toEqual([])
  expect(decoding('src/main/shells/reading-process/child.ts').length).toBeGreaterThan(10)
  expect(loadedFrom('src/main/shells/core-process/child.ts').size).toBeGreaterThan(100)
})

/** What makes, changes, or opens to people a file or a folder. `mkdtemp` makes a folder that is its owner's alone. */
const makers =
  /^(p?writeFile|appendFile|createWriteStream|copyFile|cp|mkdir|truncate|ftruncate|l?chmod|fchmod|symlink|link|writev?)(Sync)?$/
/** The one that makes files and folders, and those that fill a file that it has opened. */
const writers = [
  'private-files',
  'hash-of-file',
  'mend-header',
  'backup/open-damaged',
  'backup/salvage-pages',
]

test('files and folders are created in one place, for their owner only and never through a link', () => {
  const wrong = sources
    .map((file) => ({ name: relative(root, file), text: withoutComments(readFileSync(file, 'utf8')) }))
    .filter(({ name }) => side(name) === 'main')
    .filter(({ text }) => {
      const named = [...text.matchAll(/import\s*{([^}]*)}\s*from\s*'node:fs(?:\/promises)?'/g)]
      const names = named.flatMap((match) => (match[1] ?? '').split(',').map((each) => each.trim()))
      const whole = /import\s+(\*|\w+)[^{]*from\s*'node:fs(\/promises)?'|require\('node:fs/.test(text)
      const others = ['open', 'openSync']
        .filter((name) => names.includes(name))
        .flatMap((name) => [...text.matchAll(new RegExp(`\\b${name}\\([^)]*\\)?`, 'g'))])
        .filter(([call]) => !/, 'r'\)$/.test(call))
      return whole || names.some((name) => makers.test(name)) || others.length > 0
    })
    .map(({ name }) => name)
  expect(wrong.sort()).toEqual(writers.map((name) => `src/main/storage/${name}.ts`).sort())
})
