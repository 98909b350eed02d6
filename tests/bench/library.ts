import { execFileSync, spawnSync } from 'node:child_process'
import { closeSync, fsyncSync, mkdirSync, openSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { encode } from '@msgpack/msgpack'
import SqliteDatabase from 'better-sqlite3'
import { type Library, openLibrary } from '../../src/main/storage/open-library.ts'
import { ftsQuery } from '../../src/main/storage/search-index/fts-query.ts'
import { searchQueryFrom } from '../../src/main/storage/search-index/search-query.ts'
import { temporaryFolder, testCore } from '../support.ts'
import { keepLetter, letterMaker, type MadeLetter } from './made-library.ts'

/**
 * A library of 10,000 letters of three pages against a plain folder searched by ripgrep, and against the index alone, in
 * the same go. The ratios count; milliseconds follow the machine.
 */
const { values } = parseArgs({
  options: {
    letters: { type: 'string', default: '10000' },
    kilobytes: { type: 'string', default: '150' },
    keep: { type: 'boolean', default: false },
  },
})
const count = Number(values.letters)
const make = letterMaker(7, Number(values.kilobytes) * 1024)
const folder = temporaryFolder()
const file = join(folder, 'library.waymark')
const rows: [string, string, string][] = []
const row = (what: string, measured: string, reach = '') => rows.push([what, measured, reach])
const ms = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`

try {
  const textBytes = fill()
  adding()
  size(textBytes)
  await starting()
  await searching()
  console.log(`${count} letters, ${count * 3} pages, originals of ${values.kilobytes} KB\n`)
  console.log('| what | measured | reach |\n|---|---|---|')
  for (const cells of rows) console.log(`| ${cells.join(' | ')} |`)
} finally {
  if (values.keep) console.log(file)
  else rmSync(folder, { recursive: true })
}

/** Bytes of all text that was kept. The plain folder gets the same: an original and a text file a page. */
function fill(): number {
  const library = opened(file)
  mkdirSync(join(folder, 'plain'))
  let bytes = 0
  for (let at = 0; at < count; at += 200)
    library.write(() => {
      for (let each = at; each < Math.min(count, at + 200); each += 1) {
        const made = make(each)
        keepLetter(library, made, each)
        for (const [page, text] of textsOf(made).entries()) {
          bytes += Buffer.byteLength(text)
          writeFileSync(join(folder, 'plain', `${each}-${page + 1}.txt`), text)
        }
      }
    })
  library.close()
  return bytes
}

/** Turn by turn into the full library, into an empty one, and into a plain folder. */
function adding(): void {
  const full = opened(file)
  const empty = opened(join(folder, 'empty.waymark'))
  const times = { full: [] as number[], empty: [] as number[], plain: [] as number[] }
  for (let at = 0; at < 150; at += 1) {
    const made = make(count + at)
    times.full.push(keepLetter(full, made, count + at))
    times.empty.push(keepLetter(empty, { ...made, bytes: made.bytes.map((byte) => byte ^ 1) }, at))
    times.plain.push(keepPlain(made, at))
  }
  full.close()
  empty.close()
  row('adding a letter and its reading, median', ms(median(times.full)))
  row(
    '- of the same in an empty library',
    `${(median(times.full) / median(times.empty)).toFixed(2)} x`,
    '1.2 x',
  )
  row(
    '- of writing original and texts into a folder',
    `${(median(times.full) / median(times.plain)).toFixed(1)} x`,
  )
}

function keepPlain(made: MadeLetter, at: number): number {
  const started = performance.now()
  const write = (name: string, content: Uint8Array | string) => {
    const handle = openSync(join(folder, name), 'w')
    writeFileSync(handle, content)
    fsyncSync(handle)
    closeSync(handle)
  }
  write(`plain-${at}.pdf`, made.bytes)
  for (const [page, text] of textsOf(made).entries()) write(`plain-${at}-${page}.txt`, text)
  return performance.now() - started
}

function size(textBytes: number): void {
  const database = new SqliteDatabase(file)
  database.pragma('wal_checkpoint(TRUNCATE)')
  const originals = Number(database.prepare('SELECT sum(length(bytes)) FROM file').pluck().get())
  const texts = textBytes * ((count + 150) / count)
  database.close()
  const { size } = statSync(file)
  row('file', `${Math.round(size / 1e6)} MB`)
  row('- of originals and their text', `${(size / (originals + texts)).toFixed(3)} x`, '1.1 x')
}

async function starting(): Promise<void> {
  const times: number[] = []
  const encoded: number[] = []
  let bytes = 0
  for (let round = 0; round < 5; round += 1) {
    const started = performance.now()
    const core = testCore(file)
    const list = await core.api['letters:list'](null)
    times.push(performance.now() - started)
    const encoding = performance.now()
    bytes = encode(list).length
    encoded.push(performance.now() - encoding)
    await core.close()
  }
  row('start to the list of letters, median', ms(median(times)), '1000 ms')
  row('- its envelope for the browser', `${ms(median(encoded))}, ${(bytes / 1e6).toFixed(1)} MB`)
}

async function searching(): Promise<void> {
  const core = testCore(file)
  const database = new SqliteDatabase(file, { readonly: true })
  const raw = database.prepare(
    'SELECT rowid FROM page_search WHERE page_search MATCH ? ORDER BY rowid DESC LIMIT 120',
  )
  const [ours, index, ripgrep]: number[][] = [[], [], []]
  const queries = queriesFor(400)
  for (const [at, text] of queries.entries()) {
    ours?.push(await timed(() => core.api['letters:search']({ text })))
    index?.push(await timed(() => raw.all(ftsQuery(searchQueryFrom(text)))))
    if (at % 20 === 0 && hasRipgrep())
      ripgrep?.push(
        await timed(() =>
          spawnSync('rg', ['-l', '-i', '-F', text.split(' ')[0] ?? '', join(folder, 'plain')]),
        ),
      )
  }
  database.close()
  const { revision, letters } = await core.api['letters:list'](null)
  const [letter] = letters
  if (!letter) throw new Error('an empty library')
  await core.api['letter:remove']({ id: letter.id, removed: true })
  const news = await timed(() => core.api['letters:since']({ revision }))
  row('news of one changed letter for the screens', ms(news))
  await core.close()
  row('search, 95 of 100 below', ms(percentile(ours ?? [], 0.95)), '30 ms')
  row('- median', ms(median(ours ?? [])))
  row('- the index alone, 95 of 100 below', ms(percentile(index ?? [], 0.95)))
  if (ripgrep && ripgrep.length > 0) row('- ripgrep over the plain folder, median', ms(median(ripgrep)))
  else row('- ripgrep over the plain folder', 'not on this machine')
}

/** What people look for: a notice, a number, common and rare words, parts of words, two words, nothing at all. */
function queriesFor(many: number): string[] {
  const words = textsOf(letterMaker(7, 8)(0))
    .join(' ')
    .split(/\s+/)
    .filter((word) => /^[a-z]{4,}$/.test(word))
  const word = (at: number) => words[(at * 37) % words.length] ?? 'notice'
  return Array.from({ length: many }, (_, at) => {
    switch (at % 8) {
      case 0:
        return 'cp 504'
      case 1:
        return String(900_000_000 + ((at * 7919) % count))
      case 2:
        return word(at).slice(0, 4)
      case 3:
        return `${word(at)} ${word(at + 1)}`
      case 4:
        return '9533.53'
      case 5:
        return `${word(at)} cp504`
      case 6:
        return `nothing${at}`
      default:
        return word(at)
    }
  })
}

function textsOf(made: MadeLetter): string[] {
  return made.reading.texts.map(({ lines }) => lines.map(({ text }) => text).join('\n'))
}

function opened(path: string): Library {
  const library = openLibrary(path)
  if (!library.ok) throw new Error(library.error.code)
  return library.value
}

function hasRipgrep(): boolean {
  try {
    execFileSync('rg', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

async function timed(work: () => unknown): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

function percentile(times: readonly number[], share: number): number {
  return [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
}

function median(times: readonly number[]): number {
  return percentile(times, 0.5)
}
