import { ok, type Result } from '../../../shared/model/result.ts'
import { safeStack } from '../../log/safe-stack.ts'
import { openScan } from '../files/open-scan.ts'
import type { Scan, ScanSource } from '../files/scan.ts'
import { isTamePdf } from '../files/tame-pdf.ts'
import { documentImage } from '../image/document-image.ts'
import { createRecognizer, hasLanguageData, type Recognizer } from '../ocr/recognizer.ts'
import type { ReadFailure } from '../read-results.ts'
import { readScan } from '../read-scan.ts'
import { linkToParent } from './parent-link.ts'
import { reportMemory } from './process-memory.ts'
import type { FromReadingProcess, Job, ReadingSettings, ToReadingProcess } from './protocol.ts'

const parent = linkToParent()
let settings: ReadingSettings | null = null
const cancelled = new Set<number>()
let recogniser: Recognizer | null = null

parent.onMessage((message: ToReadingProcess) => {
  switch (message.kind) {
    case 'start':
      settings = message.settings
      reportMemory((bytes) => post({ kind: 'memory', bytes }))
      return
    case 'cancel':
      cancelled.add(message.id)
      return
    case 'job':
      void answer(message.id, message.job)
  }
})

async function answer(id: number, job: Job): Promise<void> {
  try {
    post({ id, kind: 'done', answer: await run(id, job) })
  } catch (error) {
    console.error(`waymark: a file could not be read: ${safeStack(error)}`)
    post({ id, kind: 'bug' })
  } finally {
    cancelled.delete(id)
  }
}

function run(id: number, job: Job): Promise<Extract<FromReadingProcess, { kind: 'done' }>['answer']> {
  switch (job.call) {
    case 'read':
      return readScan(job.scan, {
        arrangement: job.arrangement,
        kept: job.kept,
        notices: used().notices,
        recogniser: getRecogniser(),
        atOnce: used().atOnce,
        onPage: (page, of) => post({ id, kind: 'page', page, of }),
        cancelled: () => cancelled.has(id),
        elapsed: () => performance.timeOrigin + performance.now() - job.since,
      })
    case 'pageImage':
      return withScan(job.scan, (scan) => scan.imageOf(job.page, job.width, job.rotation))
    case 'sheetImage':
      return withScan(job.scan, (scan) => documentImage(scan, job.page, job.rotation))
    case 'pageCount':
      return withScan(job.scan, async (scan) => scan.pageCount)
    case 'isTame':
      return withScan([job.file], async (scan) => (await isTamePdf(job.file)) && readsFirstPages(scan))
  }
}

/** Their text is asked for outside of this process too; a page that never ends ends this process here. */
async function readsFirstPages(scan: Scan): Promise<true> {
  for (let page = 1; page <= Math.min(scan.pageCount, 4); page++) await scan.textOf(page)
  return true
}

function used(): ReadingSettings {
  if (!settings) throw new Error('reading process: a job before the start')
  return settings
}

function getRecogniser(): Recognizer | null {
  const { tessdata, atOnce } = used()
  if (!recogniser && hasLanguageData(tessdata)) recogniser = createRecognizer(tessdata, atOnce)
  return recogniser
}

async function withScan<T>(
  source: ScanSource,
  use: (scan: Scan) => Promise<T>,
): Promise<Result<T, ReadFailure>> {
  const opened = await openScan(source)
  if (!opened.ok) return opened
  try {
    return ok(await use(opened.value))
  } finally {
    await opened.value.close()
  }
}

function post(message: FromReadingProcess): void {
  parent.post(message)
}
