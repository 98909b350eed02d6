import { existsSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { noFacts } from '../../../src/shared/model/letter.ts'
import { hasChromium, resources, temporaryFolder } from '../../support.ts'
import type { Delay } from './delay.ts'
import { longFile, noisyScan } from './files.ts'
import { browserShell, desktopShell, idleProcess, type WatchedShell } from './shells.ts'

/**
 * How long the process of the window lets a hand wait: `npm run bench:responsiveness`. The browser shell with the core in its own process and, as
 * it was before, in the process of the window; the desktop shell on the stand-in for Electron. A process that does nothing is watched beside
 * them: what it comes late by, the machine does to everybody. Fails where a window's process with the core outside computes for more than 50 ms in
 * one go, or comes more than 50 ms later than the idle one.
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
const idle = idleProcess()
const letter = join(resources, 'samples/1-lt11.pdf')

type Row = { action: string; delay: Delay; idle: Delay; ms: number | null }

async function measure(shell: WatchedShell): Promise<Row[]> {
  const rows: Row[] = []
  /** Watches until a moment after the answer, since what comes after it holds up a hand as well. */
  const row = async (action: string, work: () => Promise<{ ms: number } | null>) => {
    await shell.reset()
    idle.reset()
    const done = await work()
    await wait(300)
    rows.push({ action, delay: await shell.read(), idle: await idle.read(), ms: done?.ms ?? null })
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
const cell = ({ delay, idle, ms }: Row): string =>
  `${figure(delay.max)} | ${figure(idle.max)} | ${figure(delay.work)} | ${ms === null ? '–' : figure(ms)}`
const isLate = ({ delay, idle }: Row): boolean => delay.work > limit || delay.max - idle.max > limit

function print(title: string, rows: readonly Row[]): void {
  console.log(`\n${title}\n`)
  console.log(
    '| action | latest | idle process | own work in one go | until the answer |\n|---|---|---|---|---|',
  )
  for (const row of rows) console.log(`| ${row.action} | ${cell(row)} |`)
}

console.log(`${cpus().length} processors, load ${loadavg()[0]?.toFixed(1)}; milliseconds`)
const before = await measure(await browserShell('inside'))
print('The core inside the window process, as it was', before)
const now = await measure(await browserShell('outside'))
print('Browser shell', now)
const desktop = hasChromium && existsSync('out/main/index.js') ? await measure(await desktopShell()) : []
print('Desktop, on the stand-in', desktop)
idle.close()
console.log(`\nload ${loadavg()[0]?.toFixed(1)} at the end`)
const late = [...now, ...desktop].filter(isLate)
if (late.length > 0) {
  console.error(`above ${limit} ms: ${late.map(({ action }) => action).join(', ')}`)
  process.exitCode = 1
}
