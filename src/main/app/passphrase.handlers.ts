import type { Api } from '../../shared/contract/contract.ts'
import { suggestPassphrase } from '../keys/suggest-passphrase.ts'
import type { RatePassphrase } from './passphrase-rule.ts'

/** Choosing a passphrase, before it is used for anything. */
export const createPassphraseHandlers = (
  rate: RatePassphrase,
): Pick<Api, 'passphrase:rate' | 'passphrase:suggest'> => ({
  'passphrase:rate': ({ passphrase }) => rate(passphrase),
  'passphrase:suggest': async ({ language }) => ({ passphrase: await suggestPassphrase(language, rate) }),
})
