import { existsSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { noFacts } from '../../../src/shared/model/letter.ts'
import { hasChromium, resources, temporaryFolder } from '../../support.ts'
import type { Delay } from './delay.ts'
import { longFile, noisyScan } from './files.ts'
import { browserShell, desktopShell, type WatchedShell } from './shells.ts'

/**
 * How long the process of the window lets a hand wait: `npm run bench:responsiveness`. The browser shell with the core in its own process and, as
 * it was before, in the process of the window; the desktop shell on the stand-in for Electron. Fails above 50 ms with the core outside.
 */
const limit = 50
const folder = temporaryFolder()
const file = (name: string, bytes: Uint8Array): string => {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}
const long = [file('long.pdf', longFile(150)), file('long-2.pdf', longFile(150))] as const
const scan = file('scan.pdf', await noisyScan(12, 304))
const proof = file('proof.pdf', await noisyScan(53, 130))
const letter = join(resources, 'samples/1-lt11.pdf')

type Row = { action: string; delay: Delay; ms: number | null }

async function measure(shell: WatchedShell): Promise<Row[]> {
  const rows: Row[] = []
  /** Watches until a moment after the answer, since what comes after it holds up a hand as well. */
  const row = async (action: string, work: () => Promise<{ ms: number } | null>) => {
    await shell.reset()
    const done = await work()
    await wait(300)
    rows.push({ action, delay: await shell.read(), ms: done?.ms ?? null })
  }
  const add = async (path: string, fileName: string) =>
    idOf(await shell.call('letter:add', { fileName }, path))
  const picture = (id: string, page: number) => shell.call('page:image', { id, page, width: 1200 })
  const packet = (id: string) =>
    shell.call('packet:pdf', { id, cover: 'letter', duplex: false, straighten: true })

  await shell.call('library:create', { passphrase: null })
  const appealed = await appealedLetter(shell, await add(letter, 'lt11.pdf'))
  const scanned = await add(scan, 'scan.pdf')
  // Reading words in noise takes minutes, in a process that is not watched.
  await shell.call('letter:stop-reading', { id: scanned })
  await allRead(shell)
  await row('nothing', async () => {
    await wait(3000)
    return null
  })
  await row('150 MB added', () => shell.call('letter:add', { fileName: 'long.pdf' }, long[0]))
  await allRead(shell)
  await row('page of a 56 MB scan, first look', () => picture(scanned, 2))
  await row('the same page again', () => picture(scanned, 2))
  await row('its next page', () => picture(scanned, 3))
  await row('packet of 60 pages', () => packet(appealed))
  await row('all three at once', async () => {
    const began = performance.now()
    await Promise.all([
      shell.call('letter:add', { fileName: 'long-2.pdf' }, long[1]),
      packet(appealed),
      (async () => {
        for (const page of [4, 5, 6]) await picture(scanned, page)
      })(),
    ])
    return { ms: performance.now() - began }
  })
  await shell.close()
  console.error(`measured: ${rows.map((each) => `${each.action} ${cell(each)}`).join(', ')}`)
  return rows
}

/** A confirmed notice of intent to levy with 53 pages of proof. */
async function appealedLetter(shell: WatchedShell, id: string): Promise<string> {
  const facts = { ...noFacts, noticeCode: 'LT11', noticeDate: '2026-11-02', taxpayerName: 'ALMA EXAMPLE' }
  await shell.call('letter:confirm', { id, facts: { ...facts, taxPeriods: ['2022'] } })
  const exhibit = { letter: id, title: 'Bank statements', role: 'enclosure', fileName: 'proof.pdf' }
  const added = await shell.call('exhibit:add', exhibit, proof)
  if (!(added.value as { ok: boolean }).ok) throw new Error(JSON.stringify(added.value))
  return id
}

function idOf({ value }: { value: unknown }): string {
  const { ok, value: added } = value as { ok: boolean; value: { ids: string[] } }
  const [id] = ok ? added.ids : []
  if (id === undefined) throw new Error('a file was not kept')
  return id
}

async function allRead(shell: WatchedShell): Promise<void> {
  for (;;) {
    const { value } = await shell.call('letters:list', null)
    const { letters } = value as { letters: { status: { kind: string } }[] }
    if (letters.every(({ status }) => status.kind !== 'waiting' && status.kind !== 'reading')) return
    await wait(1000)
  }
}

const figure = (milliseconds: number): string =>
  milliseconds < 10 ? milliseconds.toFixed(1) : milliseconds.toFixed(0)
const cell = ({ delay, ms }: Row): string =>
  `${figure(delay.max)} / ${figure(delay.p99)} / ${figure(delay.work)}${ms === null ? '' : ` (${figure(ms)})`}`

console.log(`${cpus().length} processors, load ${loadavg()[0]?.toFixed(1)}`)
const before = await measure(await browserShell('inside'))
const now = await measure(await browserShell('outside'))
const desktop = hasChromium && existsSync('out/main/index.js') ? await measure(await desktopShell()) : null
console.log(
  '\nDelay of the event loop of the window process: longest / 99 % / own work in one go (until the answer), milliseconds\n',
)
console.log('| action | before: core inside | browser shell | desktop, on the stand-in |\n|---|---|---|---|')
for (const [at, row] of now.entries())
  console.log(
    `| ${row.action} | ${cell(before[at] ?? row)} | ${cell(row)} | ${desktop?.[at] ? cell(desktop[at]) : 'no Chromium'} |`,
  )
console.log(`\nload ${loadavg()[0]?.toFixed(1)} at the end`)
const late = [...now, ...(desktop ?? [])].filter(({ delay }) => delay.max > limit)
if (late.length > 0) {
  console.error(`above ${limit} ms: ${late.map(({ action }) => action).join(', ')}`)
  process.exitCode = 1
}
