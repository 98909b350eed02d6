import type { Result } from '../../../shared/model/result.ts'
import { openScan } from '../files/open-scan.ts'
import type { Scan } from '../files/scan.ts'
import type { ReadFailure } from '../read-results.ts'
import type { FileRef } from './protocol.ts'

/** Bytes that open scans of which nobody needs a page just now may hold in all. */
const heldLimit = 320 * 1024 * 1024

type Opened = Result<Scan, ReadFailure>
type Entry = { opened: Promise<Opened>; users: number; held: number }

/** Scans stay open for a while, so that the next page of one is there without sending and opening it again. */
type OpenScans = {
  use<T>(
    files: readonly FileRef[],
    work: (scan: Scan) => Promise<Result<T, ReadFailure>>,
  ): Promise<Result<T, ReadFailure>>
  close(): void
}

export const nameOf = (files: readonly FileRef[]): string =>
  JSON.stringify(files.map(({ key, password }) => [key, password]))

export function createOpenScans(load: (key: string) => Promise<Uint8Array>): OpenScans {
  /** What was used last comes last. */
  const entries = new Map<string, Entry>()

  function take(name: string, files: readonly FileRef[]): Entry {
    const entry = entries.get(name) ?? { opened: open(files), users: 0, held: 0 }
    entries.delete(name)
    entries.set(name, entry)
    entry.users += 1
    return entry
  }

  async function open(files: readonly FileRef[]): Promise<Opened> {
    const loaded = files.map(async ({ key, password }) => ({ bytes: await load(key), password }))
    return openScan(await Promise.all(loaded))
  }

  function closeWhatIsTooMuch(): void {
    let held = [...entries.values()].reduce((sum, entry) => sum + entry.held, 0)
    for (const [name, entry] of entries) {
      if (held <= heldLimit) return
      if (entry.users > 0) continue
      held -= entry.held
      forget(name, entry)
    }
  }

  function forget(name: string, entry: Entry): void {
    if (entries.get(name) === entry) entries.delete(name)
    const close = async (opened: Opened) => {
      if (opened.ok) await opened.value.close()
    }
    void entry.opened.then(close).catch(() => undefined)
  }

  return {
    async use(files, work) {
      const name = nameOf(files)
      const entry = take(name, files)
      let keep = false
      try {
        const opened = await entry.opened
        if (!opened.ok) return opened
        entry.held = opened.value.heldBytes
        const result = await work(opened.value)
        keep = true
        return result
      } finally {
        entry.users -= 1
        // What failed in any way starts afresh the next time.
        if (!keep && entry.users === 0) forget(name, entry)
        else closeWhatIsTooMuch()
      }
    },
    close() {
      for (const [name, entry] of entries) forget(name, entry)
    },
  }
}
