import { factsOf } from '../../shared/model/letter.ts'
import { ratePassphrase } from '../keys/passphrase-strength.ts'
import type { LibraryManager } from './library-manager.ts'

/** Whether a new passphrase is good enough for the library that is open, or for one that is about to be made. */
export type RatePassphrase = (passphrase: string) => ReturnType<typeof ratePassphrase>

/** The rule, with the names on the letters of the open library, if there is one. */
export const createPassphraseRule =
  (manager: LibraryManager): RatePassphrase =>
  (passphrase) =>
    ratePassphrase(passphrase, manager.state().kind === 'open' ? namesIn(manager) : [])

function namesIn(manager: LibraryManager): string[] {
  const letters = manager.session().library.letters.list()
  return letters.flatMap((letter) => factsOf(letter).taxpayerName ?? [])
}
