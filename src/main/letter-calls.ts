import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Api, maxScanBytes, type Output } from '../shared/contract.ts'
import type { CaseEvent } from '../shared/model/case-event.ts'
import type { Letter, LetterId, ReadingStatus } from '../shared/model/letter.ts'
import { err, ok } from '../shared/model/result.ts'
import type { Parts } from './core.ts'
import { keepScan } from './library/keep-scan.ts'
import type { LetterRow } from './library/letters-table.ts'
import type { ScanRow } from './library/scans-table.ts'

type LetterCalls = Pick<
  Api,
  | 'letters:list'
  | 'letters:changed'
  | 'letter:add'
  | 'letter:add-sample'
  | 'letter:confirm'
  | 'letter:record-events'
  | 'letter:answer'
  | 'letter:read-again'
  | 'letter:remove'
  | 'letter:original'
  | 'page:image'
>

/** Keeping letters and what a person says about them. */
export function createLetterCalls(parts: Parts): LetterCalls {
  const { library, changes, clock, queue, reader } = parts
  const add = (fileName: string, bytes: Uint8Array): Output<'letter:add'> => {
    if (bytes.length > maxScanBytes) return err({ code: 'scan.too-large' })
    const kept = keepScan(library, { fileName, bytes, keptAt: clock.now() })
    if (!kept.ok) return kept
    changes.changed()
    queue.wake()
    return ok({ ids: kept.value.ids, known: kept.value.known })
  }
  /** Every change of one letter: it must exist, the write is whole, and the screens hear of it. */
  const change = (id: LetterId, write: (letter: LetterRow) => void): Output<'letter:confirm'> => {
    const letter = library.letters.find(id)
    if (!letter) return err({ code: 'letter.not-found' })
    const written = library.write(() => write(letter))
    if (!written.ok) return written
    changes.changed()
    return ok(null)
  }
  return {
    'letters:list': async () => ({
      revision: changes.revision(),
      today: clock.today(),
      letters: listLetters(parts),
    }),
    'letters:changed': async ({ since }) => ({ revision: await changes.after(since) }),
    'letter:add': async ({ fileName, bytes }) => add(fileName, bytes),
    'letter:add-sample': async () => {
      const sample = nextSample(parts)
      return add(sample.fileName, sample.bytes)
    },
    'letter:confirm': async ({ id, facts }) => change(id, () => library.letters.setConfirmed(id, facts)),
    'letter:record-events': async ({ id, events }) => change(id, () => library.events.replace(id, events)),
    'letter:answer': async ({ id, answers }) => change(id, () => library.letters.setAnswers(id, answers)),
    'letter:read-again': async ({ id }) => {
      const again = change(id, (letter) => library.scans.setWaiting(letter.scanId))
      queue.wake()
      return again
    },
    'letter:remove': async ({ id, removed }) =>
      change(id, () => library.letters.setRemoved(id, removed ? clock.now() : null)),
    'letter:original': async ({ id }) => {
      const found = findScan(parts, id)
      if (!found) return err({ code: 'letter.not-found' })
      return ok({ fileName: found.scan.fileName, bytes: library.scans.getBytes(found.scan.id) })
    },
    'page:image': async ({ id, page, width }) => {
      const found = findScan(parts, id)
      if (!found) return err({ code: 'letter.not-found' })
      const { scan } = found
      return reader.pageImage(library.scans.getBytes(scan.id), page, width, scan.rotations[page - 1])
    },
  }
}

/** All letters as the contract shows them, newest scan first. */
export function listLetters({ library, queue }: Pick<Parts, 'library' | 'queue'>): Letter[] {
  const scans = new Map(library.scans.list().map((scan) => [scan.id, scan]))
  const events = library.events.list()
  return library.letters
    .list()
    .map((row) => ({ row, scan: getScan(scans, row.scanId) }))
    .sort((a, b) => b.scan.keptAt.localeCompare(a.scan.keptAt))
    .map(({ row, scan }) => letterFrom(row, scan, events.get(row.id) ?? [], queue.statusOf))
}

/** One letter with its scan; undefined when the library holds no such letter. */
export function findScan(
  { library, queue }: Pick<Parts, 'library' | 'queue'>,
  id: LetterId,
): { letter: Letter; scan: ScanRow } | undefined {
  const row = library.letters.find(id)
  if (!row) return undefined
  const scan = library.scans.get(row.scanId)
  return { letter: letterFrom(row, scan, library.events.listOfLetter(id), queue.statusOf), scan }
}

function letterFrom(
  row: LetterRow,
  scan: ScanRow,
  events: CaseEvent[],
  statusOf: (scanId: string) => ReadingStatus,
): Letter {
  return {
    id: row.id,
    fileName: scan.fileName,
    keptAt: scan.keptAt,
    pages: row.pages,
    status: statusFrom(scan, statusOf),
    isIrs: scan.isIrs,
    reading: row.reading,
    confirmed: row.confirmed,
    events,
    answers: row.answers,
    removed: row.removedAt !== null,
  }
}

function statusFrom(scan: ScanRow, statusOf: (scanId: string) => ReadingStatus): ReadingStatus {
  switch (scan.status) {
    case 'waiting':
      return statusOf(scan.id)
    case 'read':
      return { kind: 'read' }
    case 'failed':
      return { kind: 'failed', code: scan.failure ?? 'scan.damaged' }
  }
}

function getScan(scans: Map<string, ScanRow>, id: string): ScanRow {
  const scan = scans.get(id)
  if (!scan) throw new Error('library: a letter without its scan')
  return scan
}

/** The first practice letter that the library does not hold yet, else the first. */
function nextSample({ library, resources }: Parts): { fileName: string; bytes: Uint8Array } {
  const folder = join(resources, 'samples')
  const held = new Set(library.scans.list().map((scan) => scan.fileName))
  const names = readdirSync(folder).filter((name) => !name.endsWith('.md'))
  const fileName = names.find((name) => !held.has(name)) ?? names[0]
  if (!fileName) throw new Error('resources/samples is empty')
  return { fileName, bytes: readFileSync(join(folder, fileName)) }
}
