import { createInstance, type i18n } from 'i18next'
import en from '../../../resources/words/en.json' with { type: 'json' }
import es from '../../../resources/words/es.json' with { type: 'json' }
import type { PackWords } from '../../shared/content/words-shape.ts'

/** `letters.title` and so on; `days.left` for `days.left_one` and `days.left_other`. */
type Paths<T, Before extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Before}${K}` : Paths<T[K], `${Before}${K}.`>
}[keyof T & string]
type WithoutPlural<K> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K
export type WordKey = WithoutPlural<Paths<Omit<typeof en, 'errors'>>>
type Values = Record<string, string | number>

/** All words of the screens by language; the compiler and a test see to it that none lacks a key. */
export const wordsByLanguage = { en, es } satisfies Record<string, typeof en>
export type Language = keyof typeof wordsByLanguage
export const languages = Object.keys(wordsByLanguage) as Language[]

/** The one place that knows the language of the screens; `language.ts` chooses and keeps it. */
export const words: i18n = createInstance()
words.init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en }, es: { translation: es } },
  initAsync: false,
  interpolation: { escapeValue: false },
})

/** Lays the words of a content pack over those that the window was built with; null takes them away again. */
export function setWordOverrides(pack: PackWords['words'] | null): void {
  for (const language of languages)
    for (const layer of [wordsByLanguage[language], pack?.[language]])
      if (layer) words.addResourceBundle(language, 'translation', layer, true, true)
}

/** The words for a key in the screen's language; `count` picks the plural form. */
export const t = (key: WordKey, values: Values = {}): string => words.t(key, values)

/**
 * The words for a failure code: what happened and what to do now. `block`: the place on a paper that is meant, by its
 * number on the form, as a fact of an official form, or by the heading under which it stands.
 */
export const errorWords = (code: string, block?: string): string =>
  words.exists(`errors.${code}`)
    ? words.t(`errors.${code}`, { place: placeWords(block) })
    : words.t('errors.unknown', { code })

function placeWords(block: string | undefined): string {
  if (!block) return words.t('places.unknown')
  const fact = `officialFacts.${block.replace('.', '-')}`
  if (words.exists(fact)) return words.t('places.named', { name: words.t(fact) })
  return words.t(/^\d/.test(block) ? 'places.block' : 'places.named', { name: block })
}
