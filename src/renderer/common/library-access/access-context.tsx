import { createContext, use } from 'react'
import type { Api } from '../../../shared/contract/contract.ts'

/** What the screens may use while the library is closed. */
type LibraryAccess = {
  api: Api
  /** Calls back after every change of the library. */
  onRevision(listener: () => void): () => void
  showRecoveryKey(key: string): void
  /** Quits the app; not available in a browser. */
  quit?: (() => void) | undefined
}

export const AccessContext = createContext<LibraryAccess | null>(null)

export function useLibraryAccess(): LibraryAccess {
  const access = use(AccessContext)
  if (!access) throw new Error('useLibraryAccess outside of AccessContext')
  return access
}
