import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import packageFile from '../package.json' with { type: 'json' }
import { contract } from '../src/shared/contract/contract.ts'

const root = resolve(import.meta.dirname, '..')
const papers = globSync(
  ['*.md', 'docs/**/*.md', 'tests/*.md', 'tests/*/*.md', 'resources/**/*.md', '.github/**/*.md'],
  { cwd: root },
)
const textOf = (paper: string) => readFileSync(join(root, paper), 'utf8')
const matches = (pattern: RegExp, of = papers) =>
  of.flatMap((paper) => [...textOf(paper).matchAll(pattern)].map(([, found = '']) => ({ paper, found })))
const shown = ({ paper, found }: { paper: string; found: string }) => `${paper}: ${found}`
const isThere = (paper: string, path: string, folders = ['', dirname(paper)]) =>
  folders.some((folder) => existsSync(join(root, folder, path)))

/** What only a build or a run makes, and the notice of an example. */
const notInSources = /^(out|lib|node_modules)\/|^\.ci\/|CP888/

test('each file that a paper names is there', () => {
  const paths = matches(/`([\w.@-]+(?:\/[\w.@-]+)+)\/?`/g).filter(
    ({ found }) =>
      /^(src|tests|docs|resources|scripts|packaging|bin)\/|\.(tsx?|json|md|css|cjs)$/.test(found) &&
      !notInSources.test(found),
  )
  expect(paths.length).toBeGreaterThan(60)
  const places = (paper: string) => ['', dirname(paper), 'src', 'src/main', 'src/renderer', 'src/shared']
  expect(paths.filter(({ paper, found }) => !isThere(paper, found, places(paper))).map(shown)).toEqual([])
})

test('each link inside the project leads to a file', () => {
  const links = matches(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g).filter(({ found }) => !/^https?:/.test(found))
  expect(links.length).toBeGreaterThan(20)
  expect(links.filter(({ paper, found }) => !isThere(paper, found, [dirname(paper)])).map(shown)).toEqual([])
})

test('each script that a paper says to run is in package.json', () => {
  const scripts = Object.keys(packageFile.scripts)
  // `npm run bench:…` stands for all of them.
  const named = matches(/npm run (?:--silent )?([\w:]+)/g)
  expect(named.length).toBeGreaterThan(40)
  const isScript = (name: string) =>
    scripts.includes(name) || (name.endsWith(':') && scripts.some((each) => each.startsWith(name)))
  expect(named.filter(({ found }) => !isScript(found)).map(shown)).toEqual([])
})

const map = 'docs/architecture.md'

test('the architecture names each folder of the code, and no other', () => {
  const block = /^ {4}src\/shared[\s\S]*?^ {4}resources/m.exec(textOf(map))?.[0] ?? ''
  const named = block.split(/^ {4}(?=src\/)/m).flatMap((part) => {
    const side = /^src\/\w+/.exec(part)?.[0]
    return [...part.matchAll(/^ {6}((?:\w+\/ ?)+)/gm)].flatMap(([, names = '']) =>
      names
        .trim()
        .split(' ')
        .map((name) => `${side}/${name.slice(0, -1)}`),
    )
  })
  const present = ['src/shared', 'src/main', 'src/renderer'].flatMap((side) =>
    readdirSync(join(root, side), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'public')
      .map((entry) => `${side}/${entry.name}`),
  )
  expect(named.sort()).toEqual(present.sort())
})

test('each folder, call, and function on the trip of a letter is there', () => {
  const trip = /## The trip of a letter[\s\S]*?(?=\n## )/.exec(textOf(map))?.[0] ?? ''
  const named = [...trip.matchAll(/`([\w:./-]+)`/g)].map(([, name = '']) => name)
  const code = globSync('src/shared/**/*.ts', { cwd: root }).map(textOf).join('\n')
  const isKnown = (name: string) =>
    name.includes('/')
      ? isThere(map, name, ['src/main'])
      : name.includes(':')
        ? Object.hasOwn(contract, name)
        : new RegExp(`export (const|function) ${name}\\b`).test(code)
  expect(named.length).toBeGreaterThan(15)
  expect(named.filter((name) => !isKnown(name))).toEqual([])
})

test('each promise of SECURITY.md names a test that shows it, or says that there is none', () => {
  const tables = textOf('SECURITY.md')
    .split(/^\| (?:against|what) \| how \| shown by \|\n/m)
    .slice(1)
  const rows = tables.flatMap((table) =>
    (/^\|---[^\n]*\n((?:\|[^\n]*\n)*)/.exec(table)?.[1] ?? '')
      .trim()
      .split('\n')
      .map((row, at) => ({ row, at })),
  )
  const cellOf = (row: string) => row.split(' | ').at(-1) ?? ''
  const isShown = ({ row, at }: { row: string; at: number }) =>
    /`tests\/|\*\*no test/.test(cellOf(row)) || (at > 0 && /^same\b/.test(cellOf(row)))
  expect(rows.length).toBeGreaterThan(50)
  expect(rows.filter((row) => !isShown(row)).map(({ row }) => row.slice(0, 80))).toEqual([])
})
