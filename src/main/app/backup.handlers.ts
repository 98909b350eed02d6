import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Api, Output } from '../../shared/contract/contract.ts'
import type { Proof } from '../../shared/contract/library.ts'
import { err, type Failure, ok, type Result } from '../../shared/model/result.ts'
import { lookAtFile } from '../files/library-file.ts'
import { backupFolderOf } from '../files/temporary-files.ts'
import { readKeyFile } from '../keys/key-file.ts'
import type { LibrarySecret } from '../keys/recovery-key.ts'
import type { Notifier } from '../ports/change-feed.ts'
import type { Clock } from '../ports/clock.ts'
import { listBackups } from '../storage/backup/backup.ts'
import { openDatabase } from '../storage/database.ts'
import { type ProofFailure, secretFrom, slotsOf } from '../storage/protection/proofs.ts'
import { runLibraryJob } from '../storage/worker/library-jobs.ts'
import { importerOf, type Present, staysShut } from './import-backup.ts'
import type { LibraryManager } from './library-manager.ts'
import type { RateLimiter } from './rate-limiter.ts'

type BackupCalls = Pick<
  Api,
  | 'backups:list'
  | 'backups:protect'
  | 'backup:make'
  | 'backup:bytes'
  | 'backup:import'
  | 'backup:remove'
  | 'backup:restore'
>

/** Larger files do not fit through a window; the person can copy the file itself. */
const mostBytes = 1024 * 1024 * 1024

type Needs = {
  manager: LibraryManager
  changes: Notifier
  clock: Clock
  libraryWorker: URL
  limitTries: RateLimiter
}

/** Copies of the whole library, and restoring them. */
export function createBackupHandlers(needs: Needs): BackupCalls {
  const { manager, changes, clock, libraryWorker, limitTries } = needs
  const folderNow = () => backupFolderOf(manager.file())
  const presentNow = (): Present | undefined =>
    manager.state().kind === 'open'
      ? { secret: manager.secret(), slots: keySlots(manager.file()) }
      : undefined
  /** Only a name from the list: nothing else in the folder, and nothing outside it. */
  const find = (name: string) => listBackups(manager.file()).find((each) => each.name === name)
  return {
    'backups:list': async () => ({ folder: folderNow(), backups: listBackups(manager.file()) }),
    'backups:protect': () => protectBackups(needs),
    'backup:make': async () => {
      manager.session()
      const file = manager.file()
      const input = { file, secret: manager.secret(), slots: keySlots(file), madeAt: clock.now() }
      const made = await runLibraryJob(libraryWorker, 'backup', input)
      if (!made.ok) return made
      changes.changed([])
      return ok({ backup: made.value.backup, issues: made.value.verified.issues })
    },
    'backup:bytes': async ({ name }) => {
      const backup = find(name)
      if (!backup) return err({ code: 'backup.not-found' })
      if (backup.bytes > mostBytes) return err({ code: 'backup.too-large' })
      return ok({ bytes: new Uint8Array(readFileSync(join(folderNow(), name))) })
    },
    'backup:import': importerOf(needs, presentNow),
    'backup:remove': async ({ name }) => {
      if (!find(name)) return err({ code: 'backup.not-found' })
      rmSync(join(folderNow(), name))
      changes.changed([])
      return ok(null)
    },
    'backup:restore': async ({ name, proof }) => {
      if (!find(name)) return err({ code: 'backup.not-found' })
      const [file, from] = [manager.file(), join(folderNow(), name)]
      if (!find(name)?.protected && staysShut(manager)) return err({ code: 'backup.unlock-first' })
      const known = await limitTries(() => secretOfBackup(from, manager.secret(), proof))
      if (!known.ok) return known
      const present = presentNow()
      const isOwn = known.value !== null && known.value === present?.secret
      // What was taken in without a trailer opens with the library's own secret, and has no slots of its own.
      const slots = isOwn && slotsOf(from).length === 0 ? present.slots : slotsOf(from)
      return manager.whileClosed('restore', async () => {
        const input = { from, secret: known.value, slots, file, present, now: clock.now() }
        const done = await runLibraryJob(libraryWorker, 'restore', input)
        if (!done.ok || !done.value.ok) return done.ok ? (done.value as never) : done
        const { savedAs, secret, verified } = done.value.value
        return ok({ value: { savedAs, issues: verified.issues }, secretAfter: secret })
      })
    },
  }
}

/** Gives the library's protection to its backups that have none. */
async function protectBackups({
  manager,
  changes,
  libraryWorker,
}: Needs): Promise<Output<'backups:protect'>> {
  manager.session()
  const [file, secret] = [manager.file(), manager.secret()]
  if (!secret) return err({ code: 'library.not-protected' })
  const input = { file, secret, slots: keySlots(file) }
  const done = await runLibraryJob(libraryWorker, 'protect-backups', input)
  changes.changed([])
  return done
}

const keySlots = (file: string) => readKeyFile(file)?.passphrases ?? []

/** The library's own secret usually opens its backups; otherwise the person says what does. */
async function secretOfBackup(
  from: string,
  own: LibrarySecret | null,
  proof: Proof | null,
): Promise<Result<LibrarySecret | null, ProofFailure | Failure<'backup.needs-passphrase'>>> {
  if (lookAtFile(from) !== 'protected') return ok(null)
  if (own && opens(from, own)) return ok(own)
  if (!proof) return err({ code: 'backup.needs-passphrase' })
  const given = await secretFrom(from, proof)
  if (given.ok && !opens(from, given.value)) return err({ code: 'unlock.wrong-key' })
  return given
}

function opens(file: string, secret: LibrarySecret): boolean {
  const database = openDatabase(file, secret, { mustExist: true })
  try {
    database.prepare('SELECT count(*) FROM sqlite_schema').get()
    return true
  } catch {
    return false
  } finally {
    database.close()
  }
}
