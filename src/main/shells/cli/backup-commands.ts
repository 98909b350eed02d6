import { existsSync, lstatSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { IntegrityIssue, Proof } from '../../../shared/contract/library.ts'
import { err } from '../../../shared/model/result.ts'
import { cleanText } from '../../../shared/text/clean-name.ts'
import type { Core } from '../../app/core.ts'
import { lookAtFile } from '../../files/library-file.ts'
import { makePrivateFolder } from '../../files/private-files.ts'
import { isLink } from '../../files/real-file.ts'
import { backupFolderOf, copyInMaking, removeDatabase } from '../../files/temporary-files.ts'
import { writeKeyFile } from '../../keys/key-file.ts'
import { copyBackup } from '../../storage/backup/backup.ts'
import { salvageLibrary } from '../../storage/backup/salvage.ts'
import { secretFrom, slotsOf } from '../../storage/protection/proofs.ts'
import { libraryFile } from '../folders.ts'
import { wordsOfError } from '../words.ts'
import { askPassphrase, proofFrom } from './ask-passphrase.ts'
import { CommandFailure } from './command-failure.ts'
import { bytesOfGiven } from './given-file.ts'
import { type LibraryOptions, requireOpenLibrary, unwrap, withCore, withCoreUnopened } from './open-core.ts'
import { print, say, warn } from './print.ts'
import { counted } from './text.ts'
import { orOutsideFailure } from './write-out.ts'

/**
 * Checks everything and names the letters that are damaged, or changed outside of the app; exit status 1 if there are any. The
 * person can say that the changed ones are right, or that an older copy of the library is the one to go on with.
 */
export const verifyCommand = (options: LibraryOptions & { keepChanged?: boolean; keepOlder?: boolean }) =>
  withCore(options, async (core) => {
    if (options.keepOlder) unwrap(await core.api['library:keep-older'](null))
    if (options.keepChanged) unwrap(await core.api['library:keep-changed'](null))
    const checked = unwrap(await core.api['library:verify'](null))
    if (checked.issues.length > 0) process.exitCode = 1
    print(options, withOldName(checked), ({ letters, originals }) =>
      [
        `${counted(letters, 'letter')}, ${counted(originals, 'saved file')} checked.`,
        ...linesOfIssues(checked.issues, whatToDoWhenDamaged),
      ].join('\n'),
    )
  })

/** Makes a backup next to the library, and copies it to another place if one is named. */
export const backupCommand = (options: LibraryOptions & { to?: string }) =>
  withCore(options, async (core) => {
    const made = unwrap(await core.api['backup:make'](null))
    const { folder } = await core.api['backups:list'](null)
    const file = join(folder, made.backup.name)
    if (options.to) {
      const { to } = options
      orOutsideFailure(() => {
        makePrivateFolder(to)
        core.folders().noteCopy(copyInMaking(resolve(to), core.libraryFile()))
        copyBackup(core.libraryFile(), file, to)
      })
      core.folders().noteCopy(null)
      unwrap(await core.api['backup:note-copy'](null))
    }
    if (made.issues.length > 0) process.exitCode = 1
    const place = options.to ? join(options.to, made.backup.name) : file
    const protection = made.backup.protected ? 'protected' : 'NOT protected: anyone who gets it can read it'
    print(options, { ...withOldName(made), file: place }, () =>
      [
        `Backup made, opened and compared (${protection}):\n${cleanText(place)}`,
        ...linesOfIssues(made.issues, whatToDoWhenDamaged),
      ].join('\n'),
    )
  })

/** Restores a backup; without a file, lists the backups. The current library is kept as a backup. */
export const restoreCommand = (backup: string | undefined, options: LibraryOptions) =>
  withCoreUnopened(options, 'ask', async (core) => {
    const { folder, backups } = await core.api['backups:list'](null)
    if (!backup) {
      for (const each of backups)
        print(
          options,
          each,
          ({ name, letters }) => `${cleanText(name)}  ${counted(letters ?? '?', 'letter')}`,
        )
      if (backups.length === 0 && !options.json) say(`No backups in ${cleanText(folder)}`)
      tellOfBackupsBesideLink(options.library ?? libraryFile())
      return
    }
    const known = backups.find(({ name }) => name === backup)
    const isPlain = known ? !known.protected : lookAtFile(backup) === 'plain'
    // The library stays protected, and only what opens it can do that.
    if (isPlain && core.state().kind === 'locked') await requireOpenLibrary(core, options)
    const name = known ? backup : await addBackupFile(core, backup)
    const asks = !isPlain && core.state().kind !== 'open'
    const first = asks ? err({ code: 'backup.needs-passphrase' }) : await restoreWith(core, name, null)
    const isAsked = !first.ok && first.error.code === 'backup.needs-passphrase'
    const proof = isAsked ? proofFrom(await askPassphrase(options, 'backup')) : null
    const restored = unwrap(isAsked ? await restoreWith(core, name, proof) : first)
    const state = core.state()
    const isProtected = state.kind === 'open' && state.isProtected
    // `keptAs` is what older versions printed.
    print(options, { ...withOldName(restored), keptAs: restored.savedAs }, ({ savedAs }) =>
      [
        'The backup is restored.',
        ...(isPlain && isProtected
          ? ['It had no passphrase. Your library is still protected, with the passphrase that it has now.']
          : []),
        ...(isProtected ? [] : ['The library is NOT protected: anyone who gets it can read it.']),
        ...(savedAs ? [`What was there before is kept as: ${cleanText(join(folder, savedAs))}`] : []),
        ...linesOfIssues(restored.issues, whatToDoAfterSaving),
      ].join('\n'),
    )
  })

/** Earlier versions made the backups of a library beside a link to it. */
function tellOfBackupsBesideLink(path: string): void {
  const folder = backupFolderOf(path)
  if (isLink(path) && existsSync(folder))
    warn(
      `${cleanText(path)} is a link. Earlier versions kept backups beside it, in ${cleanText(folder)}. To restore one of them, name its file: ` +
        'waymark restore FILE',
    )
}

/** Saves what can still be read of a damaged library into a new file. */
export async function salvageCommand(to: string, options: LibraryOptions): Promise<void> {
  if (lstatSync(to, { throwIfNoEntry: false }))
    throw new CommandFailure(wordsOfError('salvage.there-already'))
  await withCoreUnopened(options, 'ask', async (core) => {
    const from = core.libraryFile()
    const state = core.state()
    const secret =
      state.kind === 'locked' || (state.kind === 'unavailable' && state.sealed)
        ? unwrap(await secretFrom(from, proofFrom(await askPassphrase(options, 'unlock'))))
        : null
    await core.close()
    const salvaged = salvageLibrary(from, secret, to)
    if (!salvaged || salvaged.verified.letters === 0) {
      removeDatabase(to)
      throw new CommandFailure(wordsOfError('salvage.none'))
    }
    if (secret) writeKeyFile(to, slotsOf(from))
    const shown = { ...salvaged, verified: withOldName(salvaged.verified) }
    print(options, shown, ({ verified, lostRows }) =>
      [
        `${counted(verified.letters, 'letter')} saved into ${cleanText(to)}; ${counted(lostRows, 'record')} could not be read.`,
        ...linesOfIssues(verified.issues, whatToDoAfterSaving),
      ].join('\n'),
    )
  })
}

const restoreWith = (core: Core, name: string, proof: Proof | null) =>
  core.api['backup:restore']({ name, proof })

async function addBackupFile(core: Core, file: string): Promise<string> {
  const bytes = await bytesOfGiven(file, 'backup')
  const taken = await core.api['backup:import']({ fileName: basename(file), bytes })
  return unwrap(taken).name
}

/** JSON also has the issues under the name that older versions printed, for scripts that read it. */
const withOldName = <T extends { issues: IntegrityIssue[] }>(value: T): T & { hurt: IntegrityIssue[] } => ({
  ...value,
  hurt: value.issues,
})

const linesOfIssues = (issues: IntegrityIssue[], whenDamaged: string): string[] => [
  ...issues.map(
    ({ what, letters, detail }) =>
      `${kindsOfIssue[what]}, ${letters.length > 0 ? `letter ${letters.join(', ')}` : 'not in one letter alone'}: ${detail}`,
  ),
  ...(issues.some(({ what }) => what !== 'changed') ? [whenDamaged] : []),
  ...(issues.some(({ what }) => what === 'changed') ? [whatToDo] : []),
]

const kindsOfIssue: Record<IntegrityIssue['what'], string> = {
  structure: 'DAMAGED FILE',
  original: 'DAMAGED: a saved file',
  record: 'DAMAGED: a record',
  link: 'DAMAGED: a link between records',
  changed: 'CHANGED outside of Waymark',
}

const whatToDoWhenDamaged =
  'What to do: restore a backup from before the damage (waymark restore lists them), or save what can be read into a new file: ' +
  'waymark salvage NEW-FILE'
const whatToDoAfterSaving = 'Compare with your papers, and add the letters again that are damaged.'

const whatToDo =
  'Compare what Waymark shows with the letter on paper, above all its date. If it differs, correct it, or restore a backup ' +
  'from before. If all is right: waymark verify --keep-changed'
