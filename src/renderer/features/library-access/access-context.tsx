import { createContext, use } from 'react'
import type { Api } from '../../../shared/contract/contract.ts'

/** What the screens before the letters may use. */
export type Door = {
  api: Api
  revision: number
  showRecoveryKey(key: string): void
  /** Ends the app; where a browser shows it only its owner can. */
  quit?: (() => void) | undefined
}

export const AccessContext = createContext<Door | null>(null)

export function useDoor(): Door {
  const door = use(AccessContext)
  if (!door) throw new Error('useDoor outside of DoorContext')
  return door
}
