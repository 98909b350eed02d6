import { readdirSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { type Import, imports, root, sources, textOf, withoutComments } from './source-tree.ts'

const side = (path: string) => /^src\/(shared|main|renderer)\//.exec(path)?.[1]
const shown = ({ file, from }: Import) => `${file} -> ${from}`

/**
 * The folders of each side, lowest first, and what each may import besides itself: only folders above it in the list, types
 * included. docs/architecture.md tells what is in them.
 */
const order: Record<string, Record<string, string>> = {
  shared: {
    text: '',
    model: 'text',
    i18n: 'model',
    law: 'model i18n',
    deadlines: 'model i18n law',
    letters: 'text model law deadlines',
    roadmap: 'model i18n law deadlines',
    telling: 'model i18n law deadlines letters',
    appeals: 'model i18n law deadlines telling',
    content: 'i18n law appeals',
    contract: 'model i18n law letters appeals telling content',
  },
  main: {
    ports: '',
    log: '',
    files: '',
    keys: 'files',
    storage: 'files keys',
    content: 'files',
    reading: 'log',
    papers: 'reading',
    people: 'ports storage',
    search: 'storage reading',
    scans: 'ports storage reading',
    letters: 'ports storage reading papers scans',
    integrations: 'ports files storage letters',
    history: 'ports storage scans letters',
    trash: 'ports storage scans letters',
    appeals: 'ports storage reading papers scans letters integrations',
    export: 'ports files storage scans letters appeals',
    app: 'ports log files keys storage content reading people search scans letters integrations history trash appeals export',
    shells: 'ports log files keys storage content reading papers integrations app',
  },
  renderer: {
    i18n: '',
    ui: 'i18n',
    state: 'i18n ui',
    common: 'i18n ui state',
    map: 'i18n state common',
    features: 'i18n ui state common map',
    app: 'i18n ui state common features',
  },
}
const folderOf = (path: string) => path.split('/')[2] ?? ''

for (const [name, folders] of Object.entries(order)) {
  const within = imports.filter(({ file, from }) => side(file) === name && side(from) === name)
  const allowed = (folder: string) => (folders[folder] ?? '').split(' ').filter(Boolean)

  test(`in src/${name}, each folder imports only what the order of folders allows`, () => {
    expect(within.length).toBeGreaterThan(100)
    const wrong = within.filter(({ file, from }) => {
      const [own, other] = [folderOf(file), folderOf(from)]
      return own !== other && !allowed(own).includes(other)
    })
    expect(wrong.map(shown)).toEqual([])
  })

  test(`in src/${name}, the order of folders names every folder after those it may import, and nothing that is not used`, () => {
    const names = Object.keys(folders)
    expect(new Set(sources.filter((file) => side(file) === name).map(folderOf))).toEqual(new Set(names))
    const upward = names.flatMap((folder, at) =>
      allowed(folder)
        .filter((other) => names.indexOf(other) >= at || !names.includes(other))
        .map((other) => `${folder} -> ${other}`),
    )
    expect(upward).toEqual([])
    const used = new Set(within.map(({ file, from }) => `${folderOf(file)} -> ${folderOf(from)}`))
    const permitted = names.flatMap((folder) => allowed(folder).map((other) => `${folder} -> ${other}`))
    expect(permitted.filter((each) => !used.has(each))).toEqual([])
  })
}

test('folders beside each other do not import each other in a circle, at any depth', () => {
  const edges = new Map<string, Set<string>>()
  for (const { file, from } of imports.filter((each) => side(each.from))) {
    const [own, other] = [file.split('/'), from.split('/')]
    const parting = own.findIndex((part, at) => part !== other[at])
    // Files beside a folder belong to the folder above both.
    if (parting >= own.length - 1 || parting >= other.length - 1) continue
    const [one, two] = [own, other].map((path) => path.slice(0, parting + 1).join('/'))
    if (one && two) edges.set(one, (edges.get(one) ?? new Set()).add(two))
  }
  expect(edges.size).toBeGreaterThan(40)
  expect(circles(edges)).toEqual([])
})

test('features do not import each other', () => {
  const feature = (path: string) => /^src\/renderer\/features\/([\w-]+)/.exec(path)?.[1]
  const wrong = imports.filter(({ file, from }) => {
    const [own, other] = [feature(file), feature(from)]
    return own && other && own !== other
  })
  expect(wrong.map(shown)).toEqual([])
})

test('handlers are put together by the app alone, and do not know each other', () => {
  const known = imports.filter(({ from }) => from.endsWith('.handlers.ts'))
  expect(known.length).toBeGreaterThan(15)
  expect(known.filter(({ file }) => !/^src\/main\/app\/(?!.*\.handlers\.ts)/.test(file)).map(shown)).toEqual(
    [],
  )
})

test('typesetting knows nothing of the rest of main', () => {
  const pdf = imports.filter(({ file }) => file.startsWith('src/main/papers/pdf/'))
  expect(pdf.length).toBeGreaterThan(10)
  expect(pdf.filter(({ from }) => /^src\/main\/(?!papers\/pdf\/)/.test(from)).map(shown)).toEqual([])
})

test('only the app knows what a session is opened with: each handler names what it needs', () => {
  const knows = imports.filter(({ from }) => /app\/(session-context|core-options)\.ts$/.test(from))
  expect(knows.length).toBeGreaterThan(2)
  expect(knows.filter(({ file }) => file.endsWith('.handlers.ts')).map(shown)).toEqual([])
})

/** What can be reached from itself (Tarjan). */
function circles(edges: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const order = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const found: string[][] = []
  const visit = (place: string): void => {
    order.set(place, order.size)
    low.set(place, order.get(place) ?? 0)
    stack.push(place)
    for (const next of edges.get(place) ?? []) {
      if (!order.has(next)) visit(next)
      if (stack.includes(next)) low.set(place, Math.min(low.get(place) ?? 0, low.get(next) ?? 0))
    }
    if (low.get(place) !== order.get(place)) return
    const group = stack.splice(stack.indexOf(place))
    if (group.length > 1 || edges.get(place)?.has(place)) found.push(group.sort())
  }
  for (const place of edges.keys()) if (!order.has(place)) visit(place)
  return found
}

test('no import cycles, type imports included', () => {
  const edges = new Map(sources.map((file) => [file, new Set<string>()]))
  for (const { file, from } of imports) if (edges.has(from)) edges.get(file)?.add(from)
  expect(circles(edges)).toEqual([])
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
    .filter((file) => side(file) === 'shared')
    .filter((file) => /new Date\(\)|Date\.now|Math\.random|randomUUID|performance\.now/.test(textOf(file)))
  expect(wrong).toEqual([])
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
  const wrong = sources.filter((file) => risky.test(textOf(file)))
  expect(wrong).toEqual([])
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
      textOf(file),
    ),
  )
  expect(wrong).toEqual([])
})

test('code holds no law: no phone number, no citation of the Code, no count of days', () => {
  const law =
    /\b\d{3}-\d{3}-\d{4}\b|IRC \d|U\.S\.C\. \d|\b(days|businessDays|years): \d|\b\d+ (business |calendar )?days\b/
  const wrong = sources.filter((file) => law.test(withoutComments(textOf(file))))
  expect(wrong).toEqual([])
})

test('law data holds no code', () => {
  const files = readdirSync(join(root, 'resources/law'), { recursive: true, encoding: 'utf8' })
  expect(files.filter((name) => /\.(ts|js|mjs|cjs|wasm)$/.test(name))).toEqual([])
})

test('finished sentences are built by key and never recognized', () => {
  const translating = sources.filter((file) => /^src\/(shared|renderer)\/i18n\//.test(file))
  expect(translating.length).toBeGreaterThan(5)
  const recognizes = (file: string) => /\bnew RegExp\(`\^|patternOf|law-patterns/.test(textOf(file))
  expect(translating.filter(recognizes)).toEqual([])
  const law = readdirSync(join(root, 'resources/law'), { recursive: true, encoding: 'utf8' })
  expect(law.filter((name) => /patterns\.json$/.test(name))).toEqual([])
})

test('everything a browser would write to disk is touched in one place each', () => {
  const window = sources.filter((file) => /^src\/renderer\//.test(file))
  const holding = (pattern: RegExp) => window.filter((file) => pattern.test(textOf(file)))
  expect(holding(/document\.title|history\.pushState/)).toEqual([])
  expect(holding(/sessionStorage/)).toEqual(['src/renderer/state/api.ts'])
  // An address with words in it is made by its route, which puts an alias there.
  expect(holding(/#\/(search|case|roadmap)\/(?!open)/).filter((file) => !file.endsWith('route.ts'))).toEqual(
    [],
  )
  expect(holding(/<FileTrigger/)).toEqual(['src/renderer/ui/file-choice.tsx'])
  // Without the word, what is typed or chosen there is written to the disk with the tab.
  expect(holding(/<(select|textarea|TextArea)\b(?![^>]*\{\.\.\.notSavedByBrowser\})/)).toEqual([])
  expect(holding(/<TextField\b(?![^>]*autoComplete="off")/)).toEqual([])
})

test('how a right stands today is shown from one place, which also says when the date is in doubt', () => {
  const holding = (pattern: RegExp) =>
    sources
      .filter((file) => /^src\/renderer\/(?!i18n)/.test(file))
      .filter((file) => pattern.test(textOf(file)))

  expect(holding(/countWords|standWords|sentences\.(count|stand)\./)).toEqual([
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
  const text = withoutComments(textOf(file))
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
        parses.test(withoutComments(textOf(file))),
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
  'files/private-files',
  'files/hash-of-file',
  'storage/repair-header',
  'storage/backup/open-damaged',
  'storage/backup/salvage-pages',
]

test('files and folders are created in one place, for their owner only and never through a link', () => {
  const wrong = sources
    .map((file) => ({ name: file, text: withoutComments(textOf(file)) }))
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
  expect(wrong.sort()).toEqual(writers.map((name) => `src/main/${name}.ts`).sort())
})
