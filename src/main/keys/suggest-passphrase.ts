import { randomInt } from 'node:crypto'
import type { Language } from '../../shared/i18n/languages.ts'
import { ratePassphrase } from './passphrase-strength.ts'

const count = 5
type WordList = Promise<{ wordlist: string[] }>
const english = (): WordList => import('@scure/bip39/wordlists/english.js')
/** Another language has English words until it has a list of its own. */
const lists: Partial<Record<Language, () => WordList>> = {
  en: english,
  es: () => import('@scure/bip39/wordlists/spanish.js'),
}

/**
 * Five words by chance, of lists that were made so that no word is taken for another. Words with accents are left out: they
 * are typed in two ways. Of 1,700 words, five make as many passphrases as 53 bits. Words are drawn again when the rating
 * takes them for weak, as it does with a few very common ones in a row: nobody is offered what is then refused.
 *
 * @param rate the rating that a choice must pass; where a library is open, the one that knows the names on its letters
 */
export async function suggestPassphrase(
  language: Language,
  rate: (passphrase: string) => Promise<{ ok: boolean }> = (passphrase) => ratePassphrase(passphrase, []),
): Promise<string> {
  const words = (await (lists[language] ?? english)()).wordlist.filter((word) => /^[a-z]+$/.test(word))
  for (;;) {
    const drawn = Array.from({ length: count }, () => words[randomInt(words.length)]).join(' ')
    if ((await rate(drawn)).ok) return drawn
  }
}
