import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type en from '../resources/words/en.json'
import { type Language, languages } from '../src/shared/i18n/languages.ts'

/** The words of each language as its file has them. That no other lacks a key of English is what tests see to. */
export const wordsByLanguage = Object.fromEntries(
  languages.map((language) => [
    language,
    JSON.parse(readFileSync(join(import.meta.dirname, `../resources/words/${language}.json`), 'utf8')),
  ]),
) as Record<Language, typeof en>
