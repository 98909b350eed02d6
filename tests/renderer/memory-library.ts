import type { Api, Output } from '../../src/shared/contract/contract.ts'
import type {
  AppRevision,
  Backup,
  IntegrityIssue,
  LibraryState,
  libraryContract,
  Salvaged,
} from '../../src/shared/contract/library.ts'
import type { passphraseContract } from '../../src/shared/contract/passphrase.ts'

import { err, ok } from '../../src/shared/model/result.ts'

/** What the tests' library opens with. */
export const passphrase = 'four velvet otter words test'
export const suggested = { en: 'pony route blood dish friend', es: 'mucho chiste pulpo barco lista' }
export const recoveryKey = '0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV'

export const libraryInfo: Output<'library:info'> = {
  file: '/home/ana/library.waymark',
  bytes: 1_234_567,
  isProtected: false,
  recoveryKeyNoted: true,
  autoLockMinutes: 15,
  remembered: 'unavailable',
  backupFolder: '/home/ana/backups',
  copiedElsewhereAt: null,
  hasOtherName: false,
  unfinishedCopy: null,
  copyDue: false,
}

type Held = {
  revision: number
  appRevision: AppRevision
  library: LibraryState
  info: Output<'library:info'>
  backups: Backup[]
  /** What a check of the library finds. */
  issues: IntegrityIssue[]
  /** When a later state of it was seen. */
  olderThan: string | null
  /** Seconds until it locks by itself. */
  locksIn: number | null
  /** What a damaged library still gives. */
  salvaged: Salvaged
}

/** The library as a file, in memory: one passphrase opens it, nothing is encrypted. */
export function memoryLibrary(
  core: Held,
  changed: () => void,
): Pick<Api, keyof typeof libraryContract | keyof typeof passphraseContract> {
  const set = (library: LibraryState, info: Partial<Held['info']> = {}) => {
    core.library = library
    core.info = { ...core.info, ...info }
    changed()
    return ok(null)
  }
  const open = (isProtected: boolean) => set({ kind: 'open', isProtected }, { isProtected })
  const check = (proof: { kind: string; passphrase?: string; key?: string }) =>
    proof.passphrase === passphrase || proof.key === recoveryKey
      ? ok({ recoveryKey })
      : err({ code: proof.kind === 'recovery' ? 'unlock.wrong-key' : 'unlock.wrong-passphrase' })
  return {
    'library:state': async () => ({
      revision: core.revision,
      library: core.library,
      appRevision: core.appRevision,
    }),
    'library:try-again': async () => open(false),
    'library:open-there': async () => open(false),
    'library:salvage': async ({ proof }) => {
      if (core.library.kind !== 'unavailable') return err({ code: 'library.available' })
      if (core.library.sealed && !proof) return err({ code: 'salvage.needs-passphrase' })
      if (core.library.sealed && proof && !check(proof).ok) return check(proof) as never
      return set({ ...core.library, salvaged: core.salvaged })
    },
    'library:use-salvaged': async () => {
      open(false)
      return ok({ savedAs: 'library not opened 1.waymark' })
    },
    'library:set-aside': async () => {
      set({ kind: 'new' })
      return ok({ savedAs: 'library not opened 1.waymark' })
    },
    'library:create': async ({ passphrase }) => {
      core.info = { ...core.info, recoveryKeyNoted: false }
      open(passphrase !== null)
      return ok({ recoveryKey: passphrase === null ? null : recoveryKey })
    },
    'passphrase:rate': async ({ passphrase }) =>
      /^\d+$/.test(passphrase) ? err({ code: 'passphrase.at-once' }) : ok({ takes: 'lifetimes' as const }),
    'passphrase:suggest': async ({ language }) => ({
      passphrase: suggested[language === 'es' ? 'es' : 'en'],
    }),
    'library:unlock': async (proof) => (check(proof).ok ? open(true) : (check(proof) as never)),
    'library:lock': async () => set({ kind: 'locked', passphrase: true }),
    'library:active': async () => {
      core.locksIn = null
      return null
    },
    'library:locks-in': async () => ({ seconds: core.locksIn }),
    'library:info': async () => core.info,
    'library:protect': async () => {
      set({ kind: 'open', isProtected: true }, { isProtected: true, recoveryKeyNoted: false })
      return ok({ recoveryKey })
    },
    'library:unprotect': async ({ proof }) => (check(proof).ok ? open(false) : (check(proof) as never)),
    'library:set-passphrase': async ({ proof }) => (check(proof).ok ? ok(null) : (check(proof) as never)),
    'library:show-recovery-key': async ({ proof }) => check(proof),
    'library:renew-recovery-key': async ({ passphrase }) => check({ kind: 'passphrase', passphrase }),
    'library:note-recovery-key': async () => set(core.library, { recoveryKeyNoted: true }),
    'library:set-auto-lock': async ({ minutes }) => set(core.library, { autoLockMinutes: minutes }),
    'library:remember': async ({ remember }) => set(core.library, { remembered: remember ? 'yes' : 'no' }),
    'library:verify': async () => ok({ letters: 2, originals: 2, issues: core.issues }),
    'library:keep-changed': async () => {
      core.issues = []
      return ok(null)
    },
    'library:older-than': async () => ({ seenAt: core.olderThan }),
    'library:keep-older': async () => {
      core.olderThan = null
      changed()
      return ok(null)
    },
    'backups:list': async () => ({ folder: core.info.backupFolder, backups: core.backups }),
    'backup:make': async () => {
      const backup: Backup = {
        name: `library backup ${core.backups.length + 1}, 2026-02-10.waymark`,
        madeAt: '2026-02-10T10:00:00.000Z',
        bytes: 1_234_567,
        letters: 2,
        protected: core.info.isProtected,
      }
      core.backups = [backup, ...core.backups]
      changed()
      return ok({ backup, issues: [] })
    },
    'backup:bytes': async () => ok({ bytes: new Uint8Array([1, 2, 3]) }),
    'backup:note-copy': async () =>
      set(core.library, { copiedElsewhereAt: '2026-02-10T10:00:00.000Z', copyDue: false }),
    'backup:import': async ({ fileName }) => ok({ name: fileName }),
    'backups:protect': async () => {
      const plain = core.backups.filter((backup) => !backup.protected)
      core.backups = core.backups.map((backup) => ({ ...backup, protected: true }))
      changed()
      return ok({ protected: plain.length, left: [] })
    },
    'backup:remove': async ({ name }) => {
      core.backups = core.backups.filter((each) => each.name !== name)
      changed()
      return ok(null)
    },
    'backup:restore': async () => {
      open(core.info.isProtected)
      return ok({ savedAs: 'library backup 9, 2026-02-10.waymark', issues: [] })
    },
  }
}
