import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(ts|tsx|cjs)$/.test(name))
  .map((name) => join(root, 'src', name))

type Import = { file: string; from: string }
const imports: Import[] = sources.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => ({
    file: relative(root, file),
    from: match[1]?.startsWith('.') ? relative(root, resolve(dirname(file), match[1])) : (match[1] ?? ''),
  })),
)
const side = (path: string) => /^src\/(shared|main|renderer)\//.exec(path)?.[1]

test('shared imports nothing from main or renderer, and main and renderer not each other', () => {
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

test('electron is imported by the desktop shell alone', () => {
  const files = new Set(imports.filter(({ from }) => from === 'electron').map(({ file }) => file))
  expect([...files].sort()).toEqual(
    [
      'choose-folder',
      'index',
      'ipc',
      'keychain',
      'menu',
      'notify',
      'preload',
      'protocol',
      'reading-process',
      'session',
      'view-pdf',
      'window',
    ].map((name) => `src/main/shells/desktop/${name}.ts`),
  )
})

test('no code writes markup, runs text, or leaves the app; the browser shell alone opens a socket', () => {
  const risky =
    /dangerouslySetInnerHTML|\.(inner|outer)HTML\b|insertAdjacentHTML|\beval\(|new Function\(|openExternal/
  const wrong = sources.filter((file) => risky.test(readFileSync(file, 'utf8')))
  expect(wrong.map((file) => relative(root, file))).toEqual([])
  const sockets = imports.filter(({ from }) =>
    /^node:(https?|http2|net|tls|dgram|dns|inspector)\b/.test(from),
  )
  const where = new Set(sockets.map(({ file }) => file))
  expect([...where].sort()).toEqual(
    ['same-user', 'server'].map((name) => `src/main/shells/browser/${name}.ts`),
  )
})

test('no any and no switched-off check but single rules for accessible markup, each with its reason', () => {
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
  const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
  const wrong = sources.filter((file) => law.test(withoutComments(readFileSync(file, 'utf8'))))
  expect(wrong.map((file) => relative(root, file))).toEqual([])
})

test('law data holds no code', () => {
  const files = readdirSync(join(root, 'resources/law'), { recursive: true, encoding: 'utf8' })
  expect(files.filter((name) => /\.(ts|js|mjs|cjs|wasm)$/.test(name))).toEqual([])
})
