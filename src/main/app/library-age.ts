import { failureFromThrown } from '../storage/library-failures.ts'
import type { Library } from '../storage/open-library.ts'
import type { ChainPosition } from '../storage/sums/chain.ts'

export type SeenEvents = {
  /** When this computer saw a later state of the library; null: it did not. */
  sawLater: (file: string, position: ChainPosition | null) => string | null
  /** How far it has come; null: another library may take its place. */
  saw: (file: string, position: ChainPosition | null) => void
}

/** Whether the open library is the one that this computer last saw, or an older copy of it. */
export function createLibraryAge(events: SeenEvents, file: () => string) {
  let seenAt: string | null = null
  /** Where the file is damaged its age is not known, and every call says so. */
  const ofSound = <T>(work: () => T): T | undefined => {
    try {
      return work()
    } catch (error) {
      if (!failureFromThrown(error)) throw error
      return undefined
    }
  }
  const saw = (library: Pick<Library, 'position'>) => ofSound(() => events.saw(file(), library.position()))
  return {
    entered(library: Pick<Library, 'position'>, isExpected: boolean): void {
      seenAt = isExpected ? null : (ofSound(() => events.sawLater(file(), library.position())) ?? null)
      if (seenAt === null) saw(library)
    },
    /** An older copy that nobody has said yes to stays one at the next start. */
    leaving(library: Pick<Library, 'position'>): void {
      if (seenAt === null) saw(library)
    },
    olderThan: () => seenAt,
    /** The person replaced the library with the app: what this computer saw of it no longer counts. */
    expectAnother: () => events.saw(file(), null),
    keep(library: Pick<Library, 'position'>): void {
      seenAt = null
      saw(library)
    },
  }
}
