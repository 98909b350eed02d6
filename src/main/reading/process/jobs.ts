import { assertNever, ok, type Result } from '../../../shared/model/result.ts'
import { safeStack } from '../../log/safe-stack.ts'
import { openScan } from '../files/open-scan.ts'
import { documentImage } from '../image/document-image.ts'
import { createRecognizer, hasLanguageData, type Recognizer } from '../ocr/recognizer.ts'
import { createWitness } from '../ocr/witness.ts'
import type { PageImage, ReadFailure } from '../read-results.ts'
import { readScan } from '../read-scan.ts'
import { createFileBytesLoader } from './file-bytes.ts'
import { createLimitedCache } from './limited-cache.ts'
import { createOpenScans, nameOf } from './open-scans.ts'
import { createPageTools } from './page-tools.ts'
import { linkToParent } from './parent-link.ts'
import { reportMemory } from './process-memory.ts'
import type { Answer, Job, ReadingSettings, ToReadingProcess } from './protocol.ts'
import { createRemoteWitness } from './remote-witness.ts'
import { outliveStrayErrors } from './stray-errors.ts'
import type { Work, WorkFile } from './work.ts'

type JobOf<Call extends Job['call']> = Extract<Job, { call: Call }>

const parent = linkToParent()
const files = createFileBytesLoader((key, at) => parent.post({ kind: 'wants', key, at }))
const scans = createOpenScans(files.load)
const pictures = createLimitedCache<PageImage>(48 * 1024 * 1024)
const canceled = new Set<number>()
const remoteWitness = createRemoteWitness(parent.post)
/** Used only where this process was started for it. */
let witness = createWitness()
let settings: ReadingSettings | null = null
let preloading: NodeJS.Timeout | undefined
let recognizer: Recognizer | null = null
let doWork: Work = (name) => Promise.reject(new Error(`reading process: no work called ${name}`))

/** What a reading process does: the jobs of its parent, several at a time. Its entry says what work it knows beside reading. */
export function startJobs(work: Work): void {
  doWork = work
  outliveStrayErrors()
  parent.onMessage(hear)
}

function hear(message: ToReadingProcess): void {
  switch (message.kind) {
    case 'start':
      settings = message.settings
      reportMemory((bytes) => parent.post({ kind: 'memory', bytes }))
      preloading = setTimeout(preload, 100)
      return
    case 'job':
      clearTimeout(preloading)
      void answer(message.id, message.job)
      return
    case 'cancel':
      canceled.add(message.id)
      return
    case 'piece':
      files.heard(message.key, message.piece)
      return
    case 'seen':
      remoteWitness.heard(message.number, message.characters)
      return
    default:
      assertNever(message, 'a message to a reading process')
  }
}

/** What nearly every file needs, for a process that was started before there is one. */
async function preload(): Promise<void> {
  await import('@cantoo/pdf-lib')
  // pdf.js loads its larger half with the first file, whatever is in it.
  await openScan(new TextEncoder().encode('%PDF-'))
}

async function answer(id: number, job: Job): Promise<void> {
  try {
    parent.post({ kind: 'done', id, answer: await run(id, job) })
  } catch (error) {
    if (!canceled.has(id)) console.error(`waymark: a file could not be read: ${safeStack(error)}`)
    parent.post({ kind: 'bug', id })
  } finally {
    canceled.delete(id)
  }
}

function run(id: number, job: Job): Promise<Answer> {
  switch (job.call) {
    case 'read':
      return read(id, job)
    case 'pageImage':
      return pageImage(job)
    case 'documentImage':
      return scans.use(job.files, async (scan) => ok(await documentImage(scan, job.page, job.rotation)))
    case 'pageCount':
      return scans.use(job.files, async (scan) => ok(scan.pageCount))
    case 'work':
      return work(id, job)
    case 'strip':
      return readStrip(job)
    default:
      return assertNever(job, 'a job')
  }
}

function read(id: number, job: JobOf<'read'>): Promise<Answer> {
  const { numbers, atOnce, tessdata } = started()
  if (!recognizer && hasLanguageData(tessdata)) recognizer = createRecognizer(tessdata, atOnce)
  return scans.use(job.files, (scan) =>
    readScan(scan, {
      layoutOverride: job.layoutOverride,
      storedPages: job.storedPages,
      numbers,
      recognizer,
      witness: remoteWitness.forJob(id),
      atOnce,
      onPage: (page, of) => parent.post({ kind: 'page', id, page, of }),
      onFirstNumber: (code) => parent.post({ kind: 'number', id, code }),
      canceled: () => canceled.has(id),
      elapsed: () => performance.timeOrigin + performance.now() - job.since,
    }),
  )
}

async function pageImage(job: JobOf<'pageImage'>): Promise<Result<PageImage, ReadFailure>> {
  const name = JSON.stringify([nameOf(job.files), job.page, job.width, job.rotation])
  const known = pictures.get(name)
  if (known) return ok(known)
  return scans.use(job.files, async (scan) => {
    const picture = await scan.imageOf(job.page, job.width, job.rotation)
    pictures.set(name, picture, picture.bytes.length)
    return ok(picture)
  })
}

async function readStrip({ strip }: JobOf<'strip'>): Promise<Answer> {
  const seen = await witness.read(strip)
  // What failed stays so for this letter, and is tried anew with the next one.
  if (!seen) witness = createWitness()
  return ok(seen)
}

async function work(id: number, { files: refs, name, input }: JobOf<'work'>): Promise<Answer> {
  const loaded: WorkFile[] = []
  for (const { key, password } of refs) loaded.push({ key, password, bytes: await files.load(key) })
  const pages = createPageTools()
  const page = (done: number, of: number) => parent.post({ kind: 'page', id, page: done, of })
  try {
    return ok(await doWork(name, input, { files: loaded, pages, page }))
  } finally {
    pages.close()
  }
}

function started(): ReadingSettings {
  if (!settings) throw new Error('reading process: a job before the start')
  return settings
}
