import { factsOf } from '../../shared/model/letter.ts'
import { ratePassphrase } from '../keys/passphrase-strength.ts'
import type { LibraryManager } from './library-manager.ts'

/** Whether a new passphrase is good enough for the library that is open, or for one that is about to be made. */
export type RatePassphrase = (passphrase: string) => ReturnType<typeof ratePassphrase>

/** The rule, with what was read on the letters of the open library, if there is one. */
export const createPassphraseRule =
  (manager: LibraryManager): RatePassphrase =>
  (passphrase) =>
    ratePassphrase(passphrase, manager.state().kind === 'open' ? readOn(manager) : [])

/** Each fact once: of thousands of letters most say the same of the same person. */
function readOn(manager: LibraryManager): string[] {
  const letters = manager.session().library.letters.list()
  return [...new Set(letters.flatMap((letter) => Object.values(factsOf(letter)).flatMap(textsOf)))]
}

const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (typeof value === 'number') return [String(value), value.toFixed(2)]
  return Array.isArray(value) ? value.flatMap(textsOf) : []
}
