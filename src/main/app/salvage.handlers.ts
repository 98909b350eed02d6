import type { Api } from '../../shared/contract/contract.ts'
import { err, ok } from '../../shared/model/result.ts'
import { isSealed, secretFrom } from '../security/unlock-library.ts'
import { rescuedFileOf, setAside, takeRescued } from '../storage/backup/keep-unopened.ts'
import { runLibraryJob } from '../storage/worker/library-jobs.ts'
import type { AppContext } from './app-context.ts'
import type { RateLimiter } from './rate-limiter.ts'

type RescueCalls = Pick<Api, 'library:rescue' | 'library:use-rescued' | 'library:set-aside'>

/** The ways on from a library that does not open. The damaged file is only read, and kept among the backups. */
export function createSalvageHandlers({ door, libraryWorker }: AppContext, tries: RateLimiter): RescueCalls {
  return {
    'library:rescue': async ({ proof }) => {
      if (!door.mayBeRescued()) return err({ code: 'library.not-stuck' })
      const [ownSecret, file] = [door.secret(), door.file()]
      const needsProof = door.state().kind === 'stuck' && isSealed(file)
      if (needsProof && !proof) return err({ code: 'rescue.needs-passphrase' })
      const secret = needsProof && proof ? await tries(() => secretFrom(file, proof)) : ok(ownSecret)
      if (!secret.ok) return secret
      return door.rescue(async (onProgress) => {
        const input = { from: file, secret: secret.value, to: rescuedFileOf(file) }
        const done = await runLibraryJob(libraryWorker, 'rescue', input, onProgress)
        if (!done.ok) return done
        if (!done.value) return ok({ letters: 0, hurtLetters: 0, lostRows: 0 })
        const { verified, lostRows } = done.value
        const hurt = new Set(verified.hurt.flatMap(({ letters }) => letters))
        return ok({ letters: verified.letters, hurtLetters: hurt.size, lostRows })
      })
    },
    'library:use-rescued': async () => {
      const used = door.replace((rescued) =>
        rescued && rescued.letters > 0 ? takeRescued(door.file()) : null,
      )
      if (!used.ok) return used
      return used.value === null ? err({ code: 'rescue.nothing' }) : ok({ keptAs: used.value })
    },
    'library:set-aside': async () => {
      const done = door.replace(() => setAside(door.file()))
      return done.ok ? ok({ keptAs: done.value }) : done
    },
  }
}
