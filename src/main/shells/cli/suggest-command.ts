import { isLanguage, languages } from '../../../shared/i18n/languages.ts'
import { suggestPassphrase } from '../../keys/suggest-passphrase.ts'
import { CommandFailure } from './command-failure.ts'
import { print } from './print.ts'

/** Prints a passphrase of five words that nobody chose. */
export async function suggestCommand(options: { json?: boolean; language: string }): Promise<void> {
  const { language } = options
  if (!isLanguage(language)) throw new CommandFailure(`There are words in ${languages.join(' and ')}.`)
  print(options, { passphrase: await suggestPassphrase(language) }, ({ passphrase }) => passphrase)
}
