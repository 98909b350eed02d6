import { type BackendModule, createInstance, type i18n } from 'i18next'
import en from '../../../resources/words/en.json' with { type: 'json' }
import type { PackWords } from '../../shared/content/words-shape.ts'
import { isLanguage, type Language, languages } from '../../shared/i18n/languages.ts'
import type { LawText } from '../../shared/i18n/message.ts'
import { loadLawTexts, loadWords } from './load-language.ts'

/** `letters.title` and so on; `days.left` for `days.left_one` and `days.left_other`. */
type Paths<T, Before extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Before}${K}` : Paths<T[K], `${Before}${K}.`>
}[keyof T & string]
type WithoutPlural<K> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K
/** Failures and the sentences of pure code have ways of their own: `errorWords` and `LawText`. */
export type WordKey = WithoutPlural<Paths<Omit<typeof en, 'errors' | 'sentences'>>>
type Values = Record<string, string | number>

type LawTexts = Record<string, string>
/** What a language was loaded with; English is there from the start. */
const builtInWords = new Map<Language, PackWords['words'][Language]>([['en', en]])
const builtInLawTexts = new Map<Language, LawTexts>()
let pack: PackWords | null = null

/** Loads a language when i18next asks for it: another one than English when it is chosen. */
const files: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read(language, _namespace, done) {
    // A language that a test adds by itself has no files.
    if (!isLanguage(language)) return done(null, {})
    void Promise.all([loadWords(language), loadLawTexts(language)]).then(
      ([ofScreens, ofLaw]) => {
        builtInWords.set(language, ofScreens)
        builtInLawTexts.set(language, ofLaw)
        done(null, ofScreens)
        applyPack(language)
      },
      (error: unknown) => done(error instanceof Error ? error : String(error), null),
    )
  },
}

/** The one place that knows the language of the screens; `language.ts` chooses and keeps it. */
export const words: i18n = createInstance()
words.use(files).init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en } },
  partialBundledLanguages: true,
  initAsync: false,
  interpolation: { escapeValue: false },
})

/** Lays the words of a content pack over those that the window was built with; null takes them away again. */
export function applyPackWords(next: PackWords | null): void {
  pack = next
  for (const language of languages) applyPack(language)
}

function applyPack(language: Language): void {
  const built = builtInWords.get(language)
  if (!built) return
  for (const layer of [built, pack?.words[language]])
    if (layer) words.addResourceBundle(language, 'translation', layer, true, true)
}

/** A text of the law in a language; undefined where nobody has translated it. A pack takes the place of our own. */
export function lawTranslation(language: Language, { id, en }: LawText): string | undefined {
  if (language === 'en') return en
  return (pack ? pack.lawTexts[language] : builtInLawTexts.get(language))?.[id]
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
