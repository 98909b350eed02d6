import { type Api, type Call, contract, type Input, isPassive } from '../../shared/contract/contract.ts'
import type { AppRevision } from '../../shared/contract/library.ts'
import type { Law } from '../../shared/law/law.ts'
import type { ClockDoubt } from '../../shared/model/clock-doubt.ts'
import { err } from '../../shared/model/result.ts'
import { type ContentStore, createContentStore } from '../content/content-store.ts'
import type { FolderWork } from '../export/folder-work.ts'
import { realFileOf } from '../files/real-file.ts'
import type { Integrations } from '../integrations/integrations.ts'
import type { ChangeFeed } from '../ports/change-feed.ts'
import { createReader, type Reader } from '../reading/process/client.ts'
import { failureFromThrown } from '../storage/library-failures.ts'
import { type AutoLock, createAutoLock } from './auto-lock.ts'
import { createBackupHandlers } from './backup.handlers.ts'
import { createChangeFeed } from './change-feed.ts'
import { type ContentHandlers, createContentHandlers } from './content.handlers.ts'
import type { CoreOptions } from './core-options.ts'
import { createKnownLibraries, idOfLibrary, type KnownLibraries, nameOfLibrary } from './known-libraries.ts'
import { createLibrariesHandlers, type LibrariesHandlers } from './libraries.handlers.ts'
import { createLibraryHandlers } from './library.handlers.ts'
import { createLibraryManager, LibraryClosed, type LibraryManager } from './library-manager.ts'
import { createLocalLog, failureCodeOf, type LocalLog, logStart, withLog } from './local-log.ts'
import { createPassphraseHandlers } from './passphrase.handlers.ts'
import { createPassphraseRule } from './passphrase-rule.ts'
import { createProtectionHandlers } from './protection.handlers.ts'
import { createRateLimiter } from './rate-limiter.ts'
import { inRealPlaces } from './real-places.ts'
import { createSalvageHandlers } from './salvage.handlers.ts'
import { type AppCall, openSession, type SessionApi } from './session.ts'

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
  close(): Promise<void>
}

/** The whole app without a window: library, reading, packets. Every shell runs one of these. */
export function createCore(given: CoreOptions): Core {
  const options = inRealPlaces(given)
  const content = options.content ?? contentOfTheApp(options)
  const changes = createChangeFeed(options.resume?.revision)
  const known = createKnownLibraries(options.dataFolder ?? options.listFolder ?? null, !options.listFolder)
  const log = createLocalLog(options.dataFolder ?? null, options.clock.now)
  logStart(log, options)
  const appRevision = (): AppRevision => ({
    content: content.version(),
    place: manager.place(),
    name: manager.file() === options.libraryFile ? null : nameOfLibrary(manager.file()),
  })
  const newReader = () => withLog(readerFor(options, content), log)
  let reader = newReader()
  const rewrite = () => manager.rewriter.start()
  const manager: LibraryManager = createLibraryManager(options, {
    openSession: (library) =>
      openSession({ ...options, ...content.inUse(), reader, changes, appRevision, rewrite }, library),
    changed({ kind }) {
      log.write({ event: 'library.state', state: kind })
      changes.changed()
    },
    opened: (file) => known.opened(file, options.clock.now()),
    sawLater: known.sawLater,
    saw: (file, position) => known.saw(file, position, options.clock.now()),
  })
  const autoLock = createAutoLock(
    () => (manager.secret() ? manager.session().library.settings.get().autoLockMinutes : null),
    () => void manager.lock(),
  )
  const withNewContent = async () => {
    await reader.close()
    reader = newReader()
  }
  const { libraryFile, chooseLibrary, home } = options
  // The calls that work without a session come last.
  const api = withTouch(
    {
      ...sessionApi(manager),
      ...appApi({ ...options, content, manager, changes, autoLock, appRevision, log }),
      ...createLibrariesHandlers({ libraryFile, chooseLibrary, home, manager, known, changes }),
      ...createContentHandlers(content, manager, () => manager.renew(withNewContent)),
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
    warmReader: () => reader.warm(),
    idle: async () => {
      if (manager.state().kind === 'open') await manager.session().idle()
      await manager.rewriter.idle()
    },
    async close() {
      autoLock.stop()
      await manager.close()
      await reader.close()
      log.write({ event: 'app.closed' })
    },
  }
}

function noteIn(known: KnownLibraries, file: string, now: string): string {
  known.opened(file, now)
  return idOfLibrary(file)
}

const contentOfTheApp = ({ resources, version }: CoreOptions): ContentStore =>
  createContentStore({ resources, folder: null, keys: [], app: version })

const readerFor = ({ startReadingProcess, resources }: CoreOptions, content: ContentStore): Reader =>
  createReader({ startReadingProcess, tessdata: `${resources}/tessdata`, law: content.inUse().law })

type AppNeeds = Pick<CoreOptions, 'keychain' | 'clock' | 'libraryWorker' | 'version' | 'shell'> & {
  content: ContentStore
  manager: LibraryManager
  changes: ChangeFeed
  autoLock: AutoLock
  appRevision: () => AppRevision
  log: LocalLog
}

/** The calls that work whether or not a library is open. */
function appApi(
  needs: AppNeeds,
): Pick<Api, Exclude<AppCall, keyof ContentHandlers | keyof LibrariesHandlers>> {
  const { content, manager, changes, autoLock, keychain, clock, libraryWorker } = needs
  const { version, shell, appRevision, log } = needs
  const limitTries = createRateLimiter()
  const rate = createPassphraseRule(manager)
  return {
    ...createLibraryHandlers({
      manager,
      changes,
      autoLock,
      keychain,
      clock,
      libraryWorker,
      appRevision,
      rate,
    }),
    ...createProtectionHandlers({ manager, keychain, libraryWorker, limitTries, rate }),
    ...createPassphraseHandlers(rate),
    ...createBackupHandlers({ manager, changes, clock, libraryWorker, limitTries }),
    ...createSalvageHandlers({ manager, libraryWorker, limitTries }),
    'app:log': async () => ({ text: log.text() }),
    'letters:changed': async ({ since }) => ({ revision: await changes.after(since) }),
    'app:start': async () => ({
      law: content.inUse().law,
      forms: content.inUse().forms,
      packWords: content.inUse().words,
      today: clock.today(),
      version,
      shell,
      revision: changes.revision(),
      library: manager.state(),
      appRevision: appRevision(),
    }),
  }
}

/** Each call goes to the session that is open at that moment. */
function sessionApi(manager: LibraryManager): SessionApi {
  const names = (Object.keys(contract) as Call[]).map((name) => [
    name,
    (input: never) => {
      const call = (manager.session().api as Partial<Api>)[name] as (input: never) => Promise<unknown>
      return manager.track(call(input))
    },
  ])
  return Object.fromEntries(names) as SessionApi
}

/** Every call that a person causes postpones the automatic lock; unlocking is one of them. */
export function withTouch(api: Api, touch: () => void): Api {
  const calls = (Object.keys(contract) as Call[]).map((name) => {
    const call = api[name] as (input: never) => Promise<unknown>
    const touching = (input: never) => {
      touch()
      return call(input)
    }
    return [name, isPassive(name) ? call : touching]
  })
  return Object.fromEntries(calls) as Api
}

async function callChecked<C extends Call>(
  api: Api,
  name: C,
  input: unknown,
  log: LocalLog,
): Promise<unknown> {
  const checked = contract[name].input.parse(input) as Input<C>
  try {
    const answer: unknown = await api[name](checked)
    const code = failureCodeOf(answer)
    if (code) log.write({ event: 'call.refused', call: name, code })
    return answer
  } catch (error) {
    const failure = error instanceof LibraryClosed ? { code: error.code } : failureFromThrown(error)
    if (failure) log.write({ event: 'call.refused', call: name, code: failure.code })
    else log.write({ event: 'call.failed', call: name, error })
    if (!failure) throw error
    return err(failure)
  }
}
