import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folderFiles } from '../../src/main/content/content-files.ts'
import { noticeFilesIn, translationsIn } from '../../src/main/content/notice-files.ts'
import { resources } from '../support.ts'

const built = join(import.meta.dirname, '../../out/renderer')
const assets = join(built, 'assets')
const kB = (file: string): number => statSync(join(assets, file)).size / 1000

/** The scripts that the window loads before its first screen: the entry and what it imports. */
function firstScripts(): string[] {
  const html = readFileSync(join(built, 'index.html'), 'utf8')
  return [...html.matchAll(/assets\/([\w.-]+\.js)/g)].map(([, file]) => file ?? '')
}

/** What the build makes; `npm test` and `npm start` build before they run. */
test.skipIf(!existsSync(built))('the first chunk is below 500 kB, and no chunk is above it', () => {
  const [entry = ''] = firstScripts()
  expect(entry).toMatch(/^index-/)
  const large = readdirSync(assets).filter((file) => file.endsWith('.js') && kB(file) >= 500)
  expect(large).toEqual([])
})

const isSentence = (text: string) => text.length > 40

/** Every sentence of a JSON file of texts: short labels may be the same in both languages. */
function sentencesIn(file: string): string[] {
  const found: string[] = []
  const text = readFileSync(join(resources, file), 'utf8')
  JSON.parse(text, (_, value: unknown) => {
    if (typeof value === 'string' && isSentence(value)) found.push(value)
  })
  return found
}

test.skipIf(!existsSync(built))(
  'Spanish arrives when it is chosen: the first scripts hold none of it',
  () => {
    const law = readdirSync(join(resources, 'law/es')).map((file) => `law/es/${file}`)
    const letters = Object.values(translationsIn(noticeFilesIn(folderFiles(resources)), 'es'))
    const spanish = [...['words/es.json', ...law].flatMap(sentencesIn), ...letters.filter(isSentence)]
    expect(spanish.length).toBeGreaterThan(1000)
    const codeOf = (files: string[]) =>
      files.map((file) => readFileSync(join(assets, file), 'utf8')).join('\n')
    const first = firstScripts()
    const rest = readdirSync(assets).filter((file) => file.endsWith('.js') && !first.includes(file))
    const later = codeOf(rest)
    expect(spanish.filter((sentence) => later.includes(sentence)).length).toBeGreaterThan(1000)
    const code = codeOf(first)
    expect(spanish.filter((sentence) => code.includes(sentence))).toEqual([])
  },
)

test.skipIf(!existsSync(built))(
  'every screen except the start screen is a chunk that the first screen does not wait for',
  () => {
    const first = firstScripts()
    const screens = readdirSync(assets).filter((file) => /^[a-z]+-screen-[\w-]+\.js$/.test(file))
    expect(screens.length).toBeGreaterThan(8)
    expect(screens.filter((file) => first.includes(file))).toEqual([])
  },
)

test.skipIf(!existsSync(built))(
  'the page orders the layers before any style arrives, and orders all of them',
  () => {
    const html = readFileSync(join(built, 'index.html'), 'utf8')
    const [first = ''] = [...html.matchAll(/<link rel="stylesheet"[^>]*href="([^"]+)"/g)].map(
      ([, href]) => href ?? '',
    )
    expect(first).toMatch(/^\.\/layers\.css$/)
    const order =
      readFileSync(join(built, first), 'utf8')
        .match(/@layer ([^;]+);/)?.[1]
        ?.split(', ') ?? []
    const styles = readdirSync(assets).filter((file) => file.endsWith('.css'))
    const used = styles.flatMap((file) =>
      [...readFileSync(join(assets, file), 'utf8').matchAll(/@layer ([\w-]+)/g)].map(
        ([, name]) => name ?? '',
      ),
    )
    expect(used.length).toBeGreaterThan(5)
    expect(used.filter((name) => !order.includes(name))).toEqual([])
  },
)
