import { join } from 'node:path'
import packageFile from '../../../../package.json' with { type: 'json' }
import { doubtWords } from '../../../shared/deadlines/clock-doubt.ts'
import { english } from '../../../shared/i18n/english.ts'
import { Day } from '../../../shared/model/day.ts'
import { type Letter, LetterId } from '../../../shared/model/letter.ts'
import type { Result } from '../../../shared/model/result.ts'
import { cleanText } from '../../../shared/text/clean-name.ts'
import { type Core, createCore } from '../../app/core.ts'
import type { ContentStore } from '../../content/content-store.ts'
import { keyFileOf } from '../../files/temporary-files.ts'
import { type KeyFileLook, lookAtKeyFile } from '../../keys/key-file.ts'
import { forkReadingProcess } from '../../reading/process/process-link.ts'
import { mayOpenAnyDrive } from '../any-drive.ts'
import { openContent } from '../content.ts'
import { dataFolder, libraryAt, libraryFile, projectFolder } from '../folders.ts'
import { systemClock } from '../system-clock.ts'
import { wordsOfError } from '../words.ts'
import { askPassphrase, proofFrom } from './ask-passphrase.ts'
import { CommandFailure, failureOf } from './command-failure.ts'
import { warn } from './print.ts'

export { CommandFailure } from './command-failure.ts'

export type LibraryOptions = {
  library?: string
  today?: string
  json?: boolean
  passphraseFd?: string
  networkDrive?: boolean
}

const resources = join(projectFolder, 'resources')
/** The rules, words and forms that every command goes by. */
export const contentInUse = (): ContentStore => openContent(resources, packageFile.version)

/**
 * Opens the library for one command and closes it after, whatever happens. What speaks against today's date is said on
 * standard error.
 */
export const withCore = (options: LibraryOptions, work: (core: Core) => Promise<void>): Promise<void> =>
  withLibrary(options, async (core) => {
    const doubt = core.clockDoubt()
    if (doubt)
      warn(`${english(doubtWords(doubt))}\nIf the date is right: waymark today --right ${doubt.today}`)
    const { seenAt } = await core.api['library:older-than'](null)
    if (seenAt)
      warn(
        `This library is an older copy: this computer saw a later version of it on ${seenAt.slice(0, 10)}. If you restored a ` +
          'backup or copied the file yourself, that is why, and you can go on: waymark verify --keep-older',
      )
    const { unfinishedCopy } = await core.api['library:info'](null)
    if (unfinishedCopy)
      warn(
        `A copy of a backup was cut off. What there is of it may still be here, and can be deleted: ${cleanText(unfinishedCopy)}\n` +
          'Waymark removes it as soon as it finds that folder again.',
      )
    await work(core)
  })

/** As `withCore`, for the command that tells what speaks against today's date itself. */
export const withLibrary = (options: LibraryOptions, work: (core: Core) => Promise<void>): Promise<void> =>
  withCoreUnopened(options, 'create', async (core) => {
    await requireOpenLibrary(core, options)
    await work(core)
    // A deletion that was killed is finished by the command after it.
    await core.wiped()
  })

/** For commands about the library itself: it may be locked, broken, or not there. */
export async function withCoreUnopened(
  options: LibraryOptions,
  whenNew: 'create' | 'ask',
  work: (core: Core) => Promise<void>,
): Promise<void> {
  const core = createCore({
    libraryFile: options.library ? libraryAt(options.library) : libraryFile(),
    resources,
    content: contentInUse(),
    startReadingProcess: forkReadingProcess(new URL('../reading-process/child.ts', import.meta.url)),
    libraryWorker: new URL('../../storage/worker/library-worker.ts', import.meta.url),
    listFolder: dataFolder(),
    whenNew,
    anyDrive: options.networkDrive ?? mayOpenAnyDrive(),
    keepsCalendar: !options.today,
    clock: options.today ? { ...systemClock, today: () => dayFrom(options.today ?? '') } : systemClock,
    version: packageFile.version,
    shell: 'cli',
  })
  try {
    await work(core)
  } finally {
    await core.close()
  }
}

/** Asks for the passphrase where the library wants one. */
export async function requireOpenLibrary(core: Core, options: LibraryOptions): Promise<void> {
  const state = core.state()
  if (state.kind === 'unavailable') throw failureOf(state.code, state.block)
  if (state.kind === 'new') throw new CommandFailure(wordsOfError('library.none'))
  if (state.kind !== 'locked') return
  const proof = proofFrom(await askPassphrase(options, 'unlock'))
  const before = lookAtKeyFile(core.libraryFile())
  unwrap(await core.api['library:unlock'](proof))
  if (proof.kind === 'recovery') tellOfKeyFile(core.libraryFile(), before)
}

/** Whoever opened the letters by the recovery key hears how a passphrase opens them again. */
function tellOfKeyFile(file: string, before: KeyFileLook): void {
  if (before !== 'missing' && before !== 'damaged') return
  const name = cleanText(keyFileOf(file))
  const after = lookAtKeyFile(file)
  warn(
    after === 'whole'
      ? `The key file was ${before}, and is there again: ${name}. Your passphrase opens your letters again.`
      : `The key file is ${after}: ${name}. Only the recovery key opens your letters now. Choose a new passphrase: waymark passphrase\n` +
          '(give the recovery key where it asks for the passphrase now).',
  )
}

/** The value, or the failure's words on standard error. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw failureOf(result.error.code, result.error.block)
}

/** A letter by its id or the id's beginning, as `waymark list` prints it. */
export async function findLetter(core: Core, id: string): Promise<Letter> {
  const { letters } = await core.api['letters:list'](null)
  const found = letters.filter((letter) => letter.id.startsWith(id))
  const [letter] = found
  if (!letter) throw new CommandFailure(wordsOfError('letter.not-found'))
  if (found.length > 1) throw new CommandFailure(wordsOfError('letter.ambiguous'))
  return { ...letter, id: LetterId.parse(letter.id) }
}

export function dayFrom(text: string): Day {
  const day = Day.safeParse(text)
  if (!day.success) throw new CommandFailure(wordsOfError('input.not-a-day'))
  return day.data
}
