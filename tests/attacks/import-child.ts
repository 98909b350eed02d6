import { readFileSync } from 'node:fs'
import { createExportHandlers } from '../../src/main/export/export.handlers.ts'
import { createFolderWork } from '../../src/main/export/folder-work.ts'
import { openLibrary } from '../../src/main/storage/open-library.ts'
import { peakKilobytes } from './peak-memory.ts'

/*
 * Brings one file or folder in, in a process of its own, and says what came of it: how many megabytes the process took
 * above those with which it began, and how long it took. Arguments: how it comes in, the path, and a new library.
 */
const [how = '', path = '', libraryFile = ''] = process.argv.slice(2)
const opened = openLibrary(libraryFile)
if (!opened.ok) throw new Error(opened.error.code)
const needs = {
  library: opened.value,
  queue: { wake: () => undefined, idle: async () => undefined },
  changes: { changed: () => undefined },
  clock: { today: () => '2026-11-22', now: () => '2026-11-22T12:00:00.000Z' },
} as never
const bytes = how === 'window' ? new Uint8Array(readFileSync(path)) : null
const before = peakKilobytes()
const began = performance.now()
const done = bytes
  ? await createExportHandlers(needs)['library:import']({ bytes })
  : await createFolderWork(needs).importFrom(path)
const peak = peakKilobytes()
console.log(
  JSON.stringify({
    code: done.ok ? 'brought in' : done.error.code,
    letters: opened.value.letters.list().length,
    megabytes: Math.round((peak - before) / 1024),
    seconds: Math.round((performance.now() - began) / 100) / 10,
  }),
)
opened.value.close()
