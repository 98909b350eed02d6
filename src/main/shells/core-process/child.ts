import { type Core, createCore } from '../../app/core.ts'
import type { Resume } from '../../app/core-options.ts'
import { safeStack } from '../../log/safe-stack.ts'
import { forkReadingProcess } from '../../reading/process/process-link.ts'
import { mayOpenAnyDrive } from '../any-drive.ts'
import { openContent } from '../content.ts'
import { dueReminders } from '../due-reminders.ts'
import { systemClock } from '../system-clock.ts'
import { warn } from '../terminal.ts'
import { answerEncodedCalls } from './encoded-calls.ts'
import { createFileOpener } from './file-opener.ts'
import { createHostClient, hostOptions } from './host-client.ts'
import { createHostReadings } from './host-readings.ts'
import { parentLink } from './parent-link.ts'
import type { CoreAsk, CoreSettings, DueReminders, Settled, ToCore } from './protocol.ts'
import { answerWindow } from './window-calls.ts'

/** The process of the core: library, search and packets, beside the process that has the windows. */
const link = parentLink()
const host = createHostClient(link.post)
let running: Running | null = null

/** Milliseconds; the window is drawn first. */
const warmAfter = 1500

type Running = ReturnType<typeof start>

const readings = createHostReadings(link.post)
link.onMessage((message, [port]) => {
  if (message.kind === 'start') running = start(message.settings, message.resume)
  else if (message.kind === 'host-answer') host.settle(message.id, message.answer)
  else if (message.kind === 'close') void end()
  else if (message.kind === 'reading' || message.kind === 'reading-ended') readings.hear(message, port)
  else if (running && message.kind === 'ask') hear(running, message)
  else if (running && port) answerWindow(running.core, port)
})
// Ctrl+C and a closed terminal reach every process of a terminal; the window's process says when to end.
process.on('SIGINT', () => undefined)
process.on('SIGHUP', () => undefined)
process.on('SIGTERM', () => void end())
link.onGone(() => void end())
// Node would print the message, which may hold what was typed.
process.on('uncaughtException', (error) => {
  warn(`waymark: the library process stops: ${safeStack(error)}`)
  process.exit(1)
})

function start(settings: CoreSettings, resume: Resume | null) {
  const { readingFile, libraryWorker, host: has, ...given } = settings
  const core = createCore({
    ...given,
    ...hostOptions(host, has),
    content: openContent(settings.resources, settings.version),
    startReadingProcess: readingFile === null ? readings.start : forkReadingProcess(new URL(readingFile)),
    libraryWorker: new URL(libraryWorker),
    clock: systemClock,
    anyDrive: mayOpenAnyDrive(),
    ...(resume && { resume }),
  })
  void reportLocation(core)
  link.post({ kind: 'ready', state: core.state() })
  setTimeout(core.warmReader, warmAfter).unref()
  if (link.encoded) answerEncodedCalls(core, link.encoded)
  return { core, files: createFileOpener(core) }
}

function hear({ core, files }: Running, message: ToCore & { kind: 'ask' }): void {
  const { id } = message
  void settled(answer(core, files, message)).then((answered) =>
    link.post({ kind: 'answer', id, answer: answered }),
  )
}

function answer(core: Core, files: Running['files'], ask: CoreAsk): Promise<unknown> {
  switch (ask.what) {
    case 'call':
      return core.call(ask.input.name, ask.input.input)
    case 'idle':
      return core.idle().then(() => null)
    case 'reminders':
      return remindersNow(core)
    case 'openFiles':
      return files.open(ask.input.files, ask.input.library).then(() => null)
    case 'noteLibrary':
      return Promise.resolve(core.noteLibrary(ask.input))
  }
}

async function settled(work: Promise<unknown>): Promise<Settled> {
  try {
    return { ok: true, value: await work }
  } catch (error) {
    warn(`waymark: a call failed: ${safeStack(error)}`)
    return { ok: false }
  }
}

async function remindersNow(core: Core): Promise<DueReminders | null> {
  if (core.state().kind !== 'open') return null
  const { notify, named } = await core.api['integrations:settings'](null)
  if (!notify) return null
  const { today, clockDoubt } = await core.api['letters:list'](null)
  return { today, named, clockDoubt, due: await dueReminders(core) }
}

/** Keeps the window's process in the know of where a next core would have to go on. Ends with the process. */
async function reportLocation(core: Core): Promise<never> {
  let told = ''
  for (let since = 0; ; ) {
    const { revision, appRevision } = await core.api['library:state'](null)
    const at = { file: core.libraryFile(), place: appRevision.place }
    if (JSON.stringify(at) !== told) link.post({ kind: 'at', ...at })
    told = JSON.stringify(at)
    since = (await core.api['letters:changed']({ since: Math.max(since, revision) })).revision
  }
}

/** Closes the library, then ends this process. */
async function end(): Promise<void> {
  const { core, files } = running ?? {}
  running = null
  files?.close()
  await core?.close().catch((error: unknown) => warn(`waymark: not closed: ${safeStack(error)}`))
  process.exit(0)
}
