import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Output } from '../../../shared/contract/contract.ts'
import { maxScanBytes } from '../../../shared/contract/letters.ts'
import type { Core } from '../../app/core.ts'

/**
 * Keeps files that the system hands over. While the library is locked they wait, so that none is lost, and only for the
 * library that was in the window then: a client's letter must not land among those of another.
 */
export function createFileOpener(core: Core) {
  const waiting: { file: string; library: string; done: () => void }[] = []
  let busy = false
  const timer = setInterval(() => void keepAll(), 1000)
  timer.unref()

  async function keepAll(): Promise<void> {
    if (busy) return
    busy = true
    try {
      for (let next = findNext(); next; next = findNext()) {
        if (!(await isDone(core, next.file))) break
        waiting.splice(waiting.indexOf(next), 1)
        next.done()
      }
    } finally {
      busy = false
    }
  }
  const findNext = () =>
    core.state().kind === 'open' ? waiting.find(({ library }) => library === core.libraryFile()) : undefined
  return {
    /** Settles when all of these files are dealt with. */
    async open(files: readonly string[], library = core.libraryFile()): Promise<void> {
      const all = files.map((file) => new Promise<void>((done) => waiting.push({ file, library, done })))
      await keepAll()
      await Promise.all(all)
    },
    close: () => clearInterval(timer),
  }
}

/**
 * False: the library was locked meanwhile, or its disk is full; it is tried again. What cannot be read is left out, without
 * a word of its name in the log: the person sees that no letter came.
 */
async function isDone(core: Core, file: string): Promise<boolean> {
  const stats = await stat(file).catch(() => null)
  if (!stats?.isFile() || stats.size > maxScanBytes) return true
  const bytes = await readFile(file).catch(() => null)
  if (!bytes) return true
  const answer = await core.call('letter:add', { fileName: basename(file), bytes: new Uint8Array(bytes) })
  const { ok, error } = answer as Output<'letter:add'> & { error?: { code: string } }
  return ok || !error?.code.startsWith('library.')
}
