import { randomInt } from 'node:crypto'

const count = 5
const lists = {
  en: () => import('@scure/bip39/wordlists/english.js'),
  es: () => import('@scure/bip39/wordlists/spanish.js'),
}

/**
 * Five words by chance, of lists that were made so that no word is taken for another. Words with accents are left out: they
 * are typed in two ways. Of 1,700 words, five make as many passphrases as 53 bits.
 */
export async function suggestPassphrase(language: keyof typeof lists): Promise<string> {
  const words = (await lists[language]()).wordlist.filter((word) => /^[a-z]+$/.test(word))
  return Array.from({ length: count }, () => words[randomInt(words.length)]).join(' ')
}
