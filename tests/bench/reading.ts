/**
 * How well made letters are read: `npm run bench:reading -- text|scan|photo|screen [--count 60] [--seed 1] [--only CP504]
 * [--numbers "CP53E CP566"] [--damage "fine fax"] [--keep folder]`. Text layers take milliseconds, pictures some seconds each.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { loadLaw } from '../../src/main/content/law-files.ts'
import { createReader } from '../../src/main/reading/process/client.ts'
import { forkReadingProcess } from '../../src/main/reading/process/process-link.ts'
import { systemClock } from '../../src/main/shells/system-clock.ts'
import { chanceFrom } from '../fixtures/chance.ts'
import { bundlesOf } from '../fixtures/corpus/bundles.ts'
import { type CorpusPaper, corpusOf } from '../fixtures/corpus/corpus.ts'
import { type Damage, damages, scans } from '../fixtures/corpus/damage.ts'
import { screens } from '../fixtures/corpus/screen.ts'
import { closePrinter, printPdf } from '../fixtures/printer.ts'
import { pixelsOf } from '../fixtures/scanner.ts'
import { addToScore, confusions, emptyScore, scoreTables } from './reading-score.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    numbers: { type: 'string' },
    damage: { type: 'string' },
    keep: { type: 'string' },
  },
})
const [source = 'text'] = positionals
/** Ways to a picture of a page, by what was asked for. */
const pictures: Readonly<Record<string, Record<string, Damage>>> = { scan: scans, screen: screens }
const root = new URL('../../', import.meta.url)
const law = loadLaw(new URL('resources', root).pathname)
const reader = createReader({
  startReadingProcess: forkReadingProcess(new URL('src/main/shells/reading-process/child.ts', root)),
  tessdata: new URL('resources/tessdata', root).pathname,
  law,
})
const score = emptyScore()
const times: number[] = []
const chosen = evenly(papers(), Number(values.count ?? 9999))
for (const [at, paper] of chosen.entries()) {
  const pdf = await printPdf(paper.html)
  const [kind, bytes] = await asFile(pdf, at)
  const start = performance.now()
  const result = await reader.read(bytes)
  times.push(performance.now() - start)
  const before = score.mistakes.length + score.claimed.length
  const label = kind === 'text' ? paper.kind : `${kind}`
  addToScore(score, paper, label, result.ok ? result.value : null, systemClock.today())
  const isMistaken = score.mistakes.length + score.claimed.length > before
  if (isMistaken && values.keep) keep(values.keep, paper, kind, bytes)
}
console.log(confusions(score).join('\n'))
console.log(`\n${scoreTables(score)}\n`)
if (source === 'text' && !values.only) console.log(`${await partedBundles()}\n`)
times.sort((a, b) => a - b)
console.log(
  `${chosen.length} papers, ${source}, seed ${values.seed}; median ${Math.round(times[times.length >> 1] ?? 0)} ms a file`,
)
await closePrinter()
await reader.close()

function papers(): CorpusPaper[] {
  const all = corpusOf(law, Number(values.seed))
  const { only } = values
  const numbers = values.numbers?.split(/\s+/)
  return all
    .filter((paper) => !only || paper.name.includes(only) || paper.kind.includes(only))
    .filter(({ truth }) => !numbers || (truth !== null && numbers.includes(truth.noticeCode ?? '')))
}

/** Files in which several papers lie: how many are parted into the right letters, each with its pages and number. */
async function partedBundles(): Promise<string> {
  const bundles = await bundlesOf(law, Number(values.seed))
  const wrong: string[] = []
  for (const { name, pdf, letters } of bundles) {
    const result = await reader.read(pdf)
    const found = result.ok ? result.value.letters : []
    const got = found.map(({ pages, facts }) => ({ pages, code: facts.noticeCode }))
    const want = letters.map(({ pages, code }) => ({ pages, code }))
    if (JSON.stringify(got) !== JSON.stringify(want)) wrong.push(`${name}: ${JSON.stringify(got)}`)
  }
  return [
    `files of several papers parted right: ${bundles.length - wrong.length} of ${bundles.length}`,
    ...wrong,
  ].join('\n')
}

/** `count` of them, spread over all. */
function evenly<T>(all: readonly T[], count: number): T[] {
  const step = Math.max(1, all.length / count)
  return Array.from({ length: Math.min(count, all.length) }, (_, at) => all[Math.floor(at * step)]).filter(
    (each) => each !== undefined,
  )
}

/** The file itself, or a picture of its first page, damaged in turn in every way. */
async function asFile(pdf: Uint8Array, at: number): Promise<[kind: string, Uint8Array]> {
  if (source === 'text') return ['text', pdf]
  const ways: [string, Damage][] = Object.entries(pictures[source] ?? damages)
  const fitting = values.damage ? ways.filter(([name]) => name === values.damage) : ways
  const way = fitting[at % fitting.length]
  const [page] = await pixelsOf(pdf, 2550, 1)
  if (!way || !page) throw new Error(`no such damage: ${values.damage}`)
  return [way[0], await way[1](page, chanceFrom(Number(values.seed) * 977 + at))]
}

function keep(folder: string, paper: CorpusPaper, kind: string, bytes: Uint8Array): void {
  mkdirSync(folder, { recursive: true })
  const ending = bytes[0] === 0x25 ? 'pdf' : bytes[0] === 0xff ? 'jpg' : bytes[0] === 0x89 ? 'png' : 'tif'
  writeFileSync(
    path.join(folder, `${paper.name}-${kind.replace(/\W+/g, '-')}.${ending}`.replace(/[ ,]+/g, '-')),
    bytes,
  )
}
