import { createContext, use } from 'react'
import type { Api } from '../../../shared/contract/contract.ts'

/** What the screens before the letters may use. */
export type LibraryAccess = {
  api: Api
  /** Calls back whenever the library changed. */
  onRevision(listener: () => void): () => void
  showRecoveryKey(key: string): void
  /** Ends the app; where a browser shows it only its owner can. */
  quit?: (() => void) | undefined
}

export const AccessContext = createContext<LibraryAccess | null>(null)

export function useLibraryAccess(): LibraryAccess {
  const door = use(AccessContext)
  if (!door) throw new Error('useLibraryAccess outside of AccessContext')
  return door
}
