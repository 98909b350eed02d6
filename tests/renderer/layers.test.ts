import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const renderer = join(import.meta.dirname, '../../src/renderer')

/** The parts that assemble the window; only they may import every screen. */
const assembling = ['app', 'app-bar', 'closed-app', 'main', 'open-app', 'screens'].map(
  (name) => `app/${name}.tsx`,
)

/** What each folder may import besides itself. A feature is a folder of its own and imports no other feature. */
const allowed: Record<string, string[]> = {
  i18n: ['ui'],
  ui: ['i18n'],
  app: ['i18n', 'ui'],
  map: ['i18n', 'ui', 'app', 'common'],
  common: ['i18n', 'ui', 'app'],
  features: ['i18n', 'ui', 'app', 'common', 'map'],
}

type Import = { from: string; to: string }

const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.tsx?$/.test(file),
)
const imports: Import[] = files.flatMap((from) =>
  [...readFileSync(join(renderer, from), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)]
    .map(([, path]) => relative(renderer, resolve(renderer, dirname(from), path ?? '')))
    .filter((to) => !to.startsWith('..'))
    .map((to) => ({ from, to })),
)

/** `features/letter` for a feature, `ui` for any other folder. */
function roomOf(file: string): string {
  const [top = '', feature = ''] = file.split('/')
  return top === 'features' ? `features/${feature}` : top
}

function isAllowed({ from, to }: Import): boolean {
  const [own, other] = [roomOf(from), roomOf(to)]
  if (own === other || assembling.includes(from)) return true
  const [top = ''] = from.split('/')
  return allowed[top]?.includes(other) ?? false
}

test('the renderer folders import each other in one direction, and no feature imports another', () => {
  expect(imports.length).toBeGreaterThan(500)
  const wrong = imports.filter((each) => !isAllowed(each)).map(({ from, to }) => `${from} -> ${to}`)
  expect(wrong).toEqual([])
})

test('only the entry point imports the parts that assemble the window', () => {
  const wrong = imports.filter(({ from, to }) => assembling.includes(to) && !assembling.includes(from))
  expect(wrong).toEqual([])
})
