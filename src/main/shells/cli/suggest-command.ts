import { suggestPassphrase } from '../../security/keys/suggest-passphrase.ts'
import { CommandFailure } from './command-failure.ts'
import { print } from './print.ts'

/** Prints a passphrase of five words that nobody chose. */
export async function suggestCommand(options: { json?: boolean; language: string }): Promise<void> {
  const { language } = options
  if (language !== 'en' && language !== 'es') throw new CommandFailure('There are words in en and es.')
  print(options, { passphrase: await suggestPassphrase(language) }, ({ passphrase }) => passphrase)
}
