import { randomInt } from 'node:crypto'
import type { Language } from '../../../shared/i18n/languages.ts'

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
 * are typed in two ways. Of 1,700 words, five make as many passphrases as 53 bits.
 */
export async function suggestPassphrase(language: Language): Promise<string> {
  const words = (await (lists[language] ?? english)()).wordlist.filter((word) => /^[a-z]+$/.test(word))
  return Array.from({ length: count }, () => words[randomInt(words.length)]).join(' ')
}
