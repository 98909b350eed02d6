import type { Api, Call } from '../../shared/contract/contract.ts'
import type { AppRevision } from '../../shared/contract/library.ts'
import type { Law } from '../../shared/law/law.ts'
import type { ClockDoubt } from '../../shared/model/clock-doubt.ts'
import { type ContentStore, createContentStore } from '../content/content-store.ts'
import type { FolderWork } from '../export/folder-work.ts'
import { realFileOf } from '../files/real-file.ts'
import type { Integrations } from '../integrations/integrations.ts'
import { createReader, type Reader } from '../reading/process/client.ts'
import { type AutoLock, createAutoLock } from './auto-lock.ts'
import { createChangeFeed } from './change-feed.ts'
import { createContentHandlers } from './content.handlers.ts'
import { appApi, callChecked, sessionApi, withTouch } from './core-api.ts'
import type { CoreOptions } from './core-options.ts'
import { createHelperKeys, type HelperKeys } from './helper/helper-keys.ts'
import { createKnownLibraries, idOfLibrary, type KnownLibraries, nameOfLibrary } from './known-libraries.ts'
import { createKnownTimes } from './known-times.ts'
import { createLibrariesHandlers } from './libraries.handlers.ts'
import { createLibraryManager, type LibraryManager } from './library-manager.ts'
import type { LibraryEvents } from './library-slot.ts'
import { createLocalLog, logStart, withLog } from './local-log.ts'
import { inRealPlaces } from './real-places.ts'
import { openSession } from './session.ts'

export type Core = {
  /** A call that needs an open library throws LibraryClosed if there is none. */
  api: Api
  /** The rules in use right now. */
  readonly law: Law
  state: LibraryManager['state']
  /**
   * What a shell passes on: checks the input against the contract before the call (a ZodError on anything
   * else), and turns a closed library or a failing disk into a value.
   */
  call(name: Call, input: unknown): Promise<unknown>
  /** What a window cannot do: whole folders, for the command line. Returns counts of files and letters. */
  folders(): FolderWork
  /** Reminders and the folders outside the library; the command line names those by path. */
  integrations(): Integrations
  /** What speaks against today's date, by what the open library has kept. */
  clockDoubt(): ClockDoubt | null
  /** The path of the current library, open or not. */
  libraryFile(): string
  /** Adds a library that the system handed over to the list of known ones, and returns its id. */
  noteLibrary(file: string): string
  /** Starts what reads files before there is one to read: for a window, in which somebody will look at a page. */
  warmReader(): void
  /** Resolves when every stored scan has been read and everything deleted is wiped. */
  idle(): Promise<void>
  /** Resolves when everything deleted is wiped, for a command that ends. */
  wiped(): Promise<void>
  close(): Promise<void>
}

/** The whole app without a window: library, reading, packets. Every shell runs one of these. */
export function createCore(given: CoreOptions): Core {
  const options = inRealPlaces(given)
  const content = options.content ?? contentOfTheApp(options)
  const changes = createChangeFeed(options.resume?.revision)
  const known = createKnownLibraries(options.dataFolder ?? options.listFolder ?? null, !options.listFolder)
  const times = createKnownTimes(options.dataFolder ?? options.listFolder ?? null)
  const helperKeys = createHelperKeys(options.dataFolder ?? null)
  const log = createLocalLog(options.dataFolder ?? null, options.clock.now)
  logStart(log, options)
  const appRevision = () => revisionOf(manager, content, options.libraryFile)
  const readers = createReaders(() => withLog(readerFor(options, content), log))
  const rewrite = () => manager.rewriter.start()
  const manager: LibraryManager = createLibraryManager(options, {
    openSession(library, file) {
      const own = { ...options, ...content.inUse(), reader: readers.current() }
      return openSession({ ...own, changes, appRevision, rewrite, saw: times.sawIn(file) }, library)
    },
    changed({ kind }) {
      log.write({ event: 'library.state', state: kind })
      changes.changed()
    },
    ...notesOf(known, options.clock.now, helperKeys),
  })
  const autoLock = locksOf(manager, helperKeys)
  const { libraryFile, chooseLibrary, home } = options
  // The calls that work without a session come last.
  const api = withTouch(
    {
      ...sessionApi(manager),
      ...appApi({ ...options, content, manager, changes, autoLock, appRevision, log, helperKeys, known }),
      ...createLibrariesHandlers({ libraryFile, chooseLibrary, home, manager, known, changes }),
      ...createContentHandlers(content, manager, () => manager.renew(readers.renew)),
    },
    autoLock.touch,
  )
  return {
    api,
    get law() {
      return content.inUse().law
    },
    state: manager.state,
    call: (name, input) => callChecked(api, name, input, log),
    folders: () => manager.session().folders,
    integrations: () => manager.session().integrations,
    clockDoubt: () => manager.session().clockDoubt(),
    libraryFile: manager.file,
    noteLibrary: (file) => noteIn(known, realFileOf(file), options.clock.now()),
    warmReader: () => readers.current().warm(),
    idle: () => whenDone(manager, 'idle'),
    wiped: () => whenDone(manager, 'wiped'),
    async close() {
      autoLock.stop()
      await manager.close()
      await readers.current().close()
      log.write({ event: 'app.closed' })
    },
  }
}

async function whenDone(manager: LibraryManager, what: 'idle' | 'wiped'): Promise<void> {
  if (manager.state().kind === 'open') await manager.session()[what]()
  await manager.rewriter.idle()
}

/** Minutes without a hand on the app until a helper's keys are locked, also where the open library never is. */
const helperMinutes = 15

/** A library without a passphrase is never locked. `secondsLeft` is that of the library. */
function locksOf(manager: LibraryManager, keys: HelperKeys): AutoLock {
  const ofLibrary = createAutoLock(
    () => (manager.secret() ? manager.session().library.settings.get().autoLockMinutes : null),
    () => void manager.lock(),
  )
  const ofKeys = createAutoLock(() => (keys.isOpen() ? helperMinutes : null), keys.lock)
  const both = [ofLibrary, ofKeys]
  return {
    touch() {
      for (const each of both) each.touch()
    },
    secondsLeft: ofLibrary.secondsLeft,
    stop() {
      keys.lock()
      for (const each of both) each.stop()
    },
  }
}

/** The reader of this moment: another one takes its place where it has to know newer rules. */
function createReaders(newReader: () => Reader) {
  let reader = newReader()
  return {
    current: () => reader,
    async renew(): Promise<void> {
      await reader.close()
      reader = newReader()
    },
  }
}

/** What the window asks at each look, to know that the rules or the library are still the same. */
const revisionOf = (
  manager: Pick<LibraryManager, 'file' | 'place'>,
  content: ContentStore,
  libraryFile: string,
): AppRevision => ({
  content: content.version(),
  place: manager.place(),
  name: manager.file() === libraryFile ? null : nameOfLibrary(manager.file()),
})

/** What this computer remembers of a library that is opened here. */
const notesOf = (
  known: KnownLibraries,
  now: () => string,
  keys: Pick<HelperKeys, 'lock'>,
): Pick<LibraryEvents, 'opened' | 'sawLater' | 'saw' | 'locking'> => ({
  opened: (file) => known.opened(file, now()),
  sawLater: known.sawLater,
  saw: (file, position) => known.saw(file, position, now()),
  locking: keys.lock,
})

function noteIn(known: KnownLibraries, file: string, now: string): string {
  known.opened(file, now)
  return idOfLibrary(file)
}

const contentOfTheApp = ({ resources, version }: CoreOptions): ContentStore =>
  createContentStore({ resources, folder: null, keys: [], app: version })

const readerFor = ({ startReadingProcess, resources }: CoreOptions, content: ContentStore): Reader =>
  createReader({ startReadingProcess, tessdata: `${resources}/tessdata`, law: content.inUse().law })
