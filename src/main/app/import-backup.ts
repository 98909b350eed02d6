import { existsSync, readdirSync, rmSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Api } from '../../shared/contract/contract.ts'
import { err, ok } from '../../shared/model/result.ts'
import { lookAtFile } from '../files/library-file.ts'
import { makePrivateFolder, moveInto, syncFile, writeNew } from '../files/private-files.ts'
import { backupFolderOf, backupInMaking, sweep } from '../files/temporary-files.ts'
import { withWorkLock } from '../files/work-lock.ts'
import type { PassphraseSlot } from '../keys/passphrase-slot.ts'
import type { LibrarySecret } from '../keys/recovery-key.ts'
import type { Notifier } from '../ports/change-feed.ts'
import { runLibraryJob } from '../storage/worker/library-jobs.ts'
import type { LibraryManager } from './library-manager.ts'

type Needs = { manager: LibraryManager; changes: Notifier; libraryWorker: URL }

/** The library that is open now, as its backups know it. */
export type Present = { secret: LibrarySecret | null; slots: PassphraseSlot[] }

/** Takes a backup from another place into the folder; beside a protected library, never without protection. */
export function importerOf(
  { manager, changes, libraryWorker }: Needs,
  presentNow: () => Present | undefined,
): Api['backup:import'] {
  return async ({ fileName, bytes }) => {
    const isPlain = isPlainLibrary(bytes)
    if (isPlain && staysShut(manager)) return err({ code: 'backup.unlock-first' })
    const folder = backupFolderOf(manager.file())
    makePrivateFolder(folder)
    const name = freeName(folder, fileName)
    const [file, present] = [manager.file(), presentNow()]
    if (isPlain && present?.secret) {
      const { secret, slots } = present
      const taken = await runLibraryJob(libraryWorker, 'add-backup', { bytes, file, secret, slots, name })
      if (!taken.ok || !taken.value.ok) return taken.ok ? (taken.value as never) : taken
      changes.changed([])
      return ok({ name })
    }
    const isTaken = withWorkLock(file, () => {
      sweep(file)
      const fresh = backupInMaking(folder, file)
      writeNew(fresh, bytes)
      const isLibrary = ['plain', 'protected'].includes(lookAtFile(fresh))
      if (isLibrary) syncFile(fresh)
      if (isLibrary) moveInto(fresh, join(folder, name))
      else rmSync(fresh)
      return isLibrary
    })
    if (!isTaken) return err({ code: 'backup.not-a-backup' })
    changes.changed([])
    return ok({ name })
  }
}

/**
 * A protected library that is not open: what opens it is not known, so that a backup without protection could neither be kept
 * beside it nor take its place without leaving the letters open to everybody.
 */
export function staysShut(manager: LibraryManager): boolean {
  const state = manager.state()
  // Whoever is in the middle of something knows more in a moment.
  if (state.kind === 'working') manager.session()
  return state.kind === 'locked' || (state.kind === 'unavailable' && state.sealed)
}

const isPlainLibrary = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 16)).toString('latin1') ===
  'SQLite format 3\0'

/** The file's own name without any folder, changed if another backup has it. */
function freeName(folder: string, fileName: string): string {
  const plain = fileName.replace(/^.*[/\\]/, '').replace(/[^\w ,.()-]/g, '_')
  const stem = plain.slice(0, plain.length - extname(plain).length).slice(0, 100) || 'backup'
  const taken = existsSync(folder) ? readdirSync(folder) : []
  let name = `${stem}.waymark`
  for (let number = 2; taken.includes(name); number += 1) name = `${stem} (${number}).waymark`
  return name
}
