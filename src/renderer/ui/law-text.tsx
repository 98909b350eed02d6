import { createElement, Fragment, type ReactNode } from 'react'
import spanish from '../../../resources/law/es/texts.json' with { type: 'json' }
import { language } from './language.ts'
import { type Language, t, type WordKey } from './words.ts'

/** Our translations of the law's texts, by the English text itself: one that changes loses its old translation. */
type Translations = Partial<Record<string, string>>
const builtIn: Record<Language, Translations> = { en: {}, es: spanish }
let translations = builtIn

/** The translations of a content pack in the place of our own; null: ours again. */
export function layLawTexts(spanishOfPack: Translations | null): void {
  translations = spanishOfPack ? { ...builtIn, es: spanishOfPack } : builtIn
}

/** A text of the law files in the screen's language, or in English where nobody has translated it yet. */
export function lawText(english: string): { text: string; lang: Language } {
  const text = translations[language()][english]
  return text === undefined ? { text: english, lang: 'en' } : { text, lang: language() }
}

/** For names that are read aloud or stand in a title, where no language can be marked. */
export const lawWords = (english: string): string => lawText(english).text

/** A text of the law files with its language marked, so that a screen reader says it rightly. */
export function LawText({ children }: { children: string }) {
  const { text, lang } = lawText(children)
  return <span lang={lang}>{text}</span>
}

const slot = '\uE000'

/** The words for `of`, with something in the place of `{{name}}`: `Only if {{what}}.` around a text of the law. */
export function Sentence(props: {
  of: WordKey
  values?: Record<string, string | number>
  put: Record<string, ReactNode>
}) {
  const names = Object.keys(props.put)
  const marks = Object.fromEntries(names.map((name, index) => [name, `${slot}${index}${slot}`]))
  const parts = t(props.of, { ...props.values, ...marks }).split(slot)
  const children = parts.map((part, index) => (index % 2 === 0 ? part : props.put[names[Number(part)] ?? '']))
  // Given one by one, not as a list: the parts of a sentence never change places and need no keys.
  return createElement(Fragment, null, ...children)
}

/** Where another language than English is shown: whose translation it is, or that there is none yet. */
export function TranslationNote({ of }: { of: string | null }) {
  if (language() === 'en') return null
  const done = of !== null && lawText(of).lang !== 'en'
  return <p className="small soft">{t(done ? 'law.ours' : 'law.english')}</p>
}

/** The same for a screen with texts of many letters. */
export function SomeTranslated() {
  return language() === 'en' ? null : <p className="small soft">{t('law.some')}</p>
}
