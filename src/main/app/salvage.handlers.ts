import type { Api } from '../../shared/contract/contract.ts'
import { err, ok } from '../../shared/model/result.ts'
import { salvagedFileOf } from '../files/temporary-files.ts'
import { setAside, takeSalvaged } from '../storage/backup/keep-unopened.ts'
import { secretFrom } from '../storage/protection/proofs.ts'
import { isSealed } from '../storage/protection/unlock-library.ts'
import { runLibraryJob } from '../storage/worker/library-jobs.ts'
import type { LibraryManager } from './library-manager.ts'
import type { RateLimiter } from './rate-limiter.ts'

type SalvageCalls = Pick<Api, 'library:salvage' | 'library:use-salvaged' | 'library:set-aside'>

type Needs = { manager: LibraryManager; libraryWorker: URL; limitTries: RateLimiter }

/** What can be done with a library that does not open. The damaged file is only read, and kept among the backups. */
export function createSalvageHandlers({ manager, libraryWorker, limitTries }: Needs): SalvageCalls {
  return {
    'library:salvage': async ({ proof }) => {
      if (!manager.canBeSalvaged()) return err({ code: 'library.available' })
      const [ownSecret, file] = [manager.secret(), manager.file()]
      await manager.left()
      const needsProof = ownSecret === null && manager.state().kind !== 'open' && isSealed(file)
      if (needsProof && !proof) return err({ code: 'salvage.needs-passphrase' })
      const secret = needsProof && proof ? await limitTries(() => secretFrom(file, proof)) : ok(ownSecret)
      if (!secret.ok) return secret
      return manager.salvage(async (onProgress) => {
        const input = { from: file, secret: secret.value, to: salvagedFileOf(file) }
        const done = await runLibraryJob(libraryWorker, 'salvage', input, onProgress)
        if (!done.ok) return done
        if (!done.value) return ok({ letters: 0, damagedLetters: 0, lostRows: 0 })
        const { verified, lostRows } = done.value
        const damaged = new Set(verified.issues.flatMap(({ letters }) => letters))
        return ok({ letters: verified.letters, damagedLetters: damaged.size, lostRows })
      })
    },
    'library:use-salvaged': async () => {
      const used = manager.replace((salvaged) =>
        salvaged && salvaged.letters > 0 ? takeSalvaged(manager.file()) : null,
      )
      if (!used.ok) return used
      return used.value === null ? err({ code: 'salvage.nothing' }) : ok({ savedAs: used.value })
    },
    'library:set-aside': async () => {
      const done = manager.replace(() => setAside(manager.file()))
      return done.ok ? ok({ savedAs: done.value }) : done
    },
  }
}
