import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { projectFolder } from '../../../support.ts'
import { samplesFolder } from '../reading-support.ts'
import { startWatchedReader } from '../watched-reader.ts'

const watched = startWatchedReader({ tessdata: samplesFolder })
afterAll(watched.close)

/*
 * Found by fuzzing: pdf.js opens these damaged files, but a promise of its own fails meanwhile that nobody waits for. That ended
 * the reading process, so that the file was given up after two processes, with the decoder's message on the terminal.
 */
test.each([
  ['whose dictionary ends with the file', 'dictionary-ends.pdf', 3, 'scan.damaged'],
  ['with a false entry in its cross-reference table', 'false-entry.pdf', 1, 'read.no-language-data'],
  ['with objects of another file among its own', 'spliced-objects.pdf', 3, 'read.no-language-data'],
  ['with a page of another file in its own', 'spliced-page.pdf', 3, 'read.no-language-data'],
])('a PDF %s is answered for and drawn, and costs no process', async (_which, name, pages, code) => {
  const bytes = new Uint8Array(readFileSync(join(projectFolder, 'tests/fixtures/hostile', name)))
  const count = await watched.reader.pageCount(bytes)
  const read = await watched.reader.read(bytes)
  const drawn = await watched.reader.pageImage(bytes, 1, 300)
  expect([count, read.ok ? 'ok' : read.error.code, drawn.ok ? 'ok' : drawn.error.code]).toEqual([
    { ok: true, value: pages },
    code,
    'ok',
  ])
  expect(watched.startedProcesses()).toBe(1)
})
