import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LetterId } from '../../shared/model/letter.ts'
import { ok, type Result } from '../../shared/model/result.ts'
import type { Notifier } from '../ports/change-feed.ts'
import type { Clock } from '../ports/clock.ts'
import { cleanFileName } from '../reading/files/clean-text.ts'
import type { ReadingQueue } from '../scans/reading-queue.ts'
import { type StoreTables, storeScan } from '../scans/store-scan.ts'
import type { Library, WriteFailure } from '../storage/open-library.ts'

type Needs = { library: StoreTables; queue: Pick<ReadingQueue, 'wake'>; changes: Notifier; clock: Clock }

/** Stores a scan and answers before anything reads it. `known`: the library already has the same bytes. */
export function addLetter(
  { library, queue, changes, clock }: Needs,
  fileName: string,
  bytes: Uint8Array,
): Result<{ ids: LetterId[]; known: boolean }, WriteFailure> {
  const stored = storeScan(library, { fileName: cleanFileName(fileName), bytes, keptAt: clock.now() })
  if (!stored.ok) return stored
  const { ids, known } = stored.value
  changes.changed(ids)
  queue.wake()
  return ok({ ids, known })
}

/** The first practice letter that the library does not have yet; if it has them all, the first one. */
export function nextSample({ library, resources }: { library: Pick<Library, 'files'>; resources: string }): {
  fileName: string
  bytes: Uint8Array
} {
  const folder = join(resources, 'samples')
  const present = new Set([...library.files.list().values()].flat().map((file) => file.fileName))
  const names = readdirSync(folder).filter((name) => !name.endsWith('.md'))
  const fileName = names.find((name) => !present.has(name)) ?? names[0]
  if (!fileName) throw new Error('resources/samples is empty')
  return { fileName, bytes: readFileSync(join(folder, fileName)) }
}
