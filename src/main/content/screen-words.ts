import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type en from '../../../resources/words/en.json'
import { isLanguage } from '../../shared/i18n/languages.ts'

/** The words of the screens in the language of a locale such as `es-MX`; English where we do not have it. */
export function screenWords(resources: string, locale: string): typeof en {
  const [language] = locale.split('-')
  const file = `${isLanguage(language) ? language : 'en'}.json`
  return JSON.parse(readFileSync(join(resources, 'words', file), 'utf8'))
}
