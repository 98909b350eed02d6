import { createElement, Fragment, type ReactNode } from 'react'
import forms from '../../../resources/law/es/forms.json' with { type: 'json' }
import general from '../../../resources/law/es/general.json' with { type: 'json' }
import notices from '../../../resources/law/es/notices.json' with { type: 'json' }
import patterns from '../../../resources/law/es/patterns.json' with { type: 'json' }
import rules from '../../../resources/law/es/rules.json' with { type: 'json' }
import screens from '../../../resources/law/es/screens.json' with { type: 'json' }
import stations from '../../../resources/law/es/stations.json' with { type: 'json' }
import { language } from './language.ts'
import { composed, hasSlots, type Pattern, patternOf } from './law-patterns.ts'
import { type Language, t, type WordKey } from './words.ts'

/** Our translations of the law's texts, by the English text itself: one that changes loses its old translation. */
type Translations = { texts: Record<string, string>; patterns: Pattern[] }
const english: Translations = { texts: {}, patterns: [] }
const builtIn: Record<Language, Translations> = {
  en: english,
  es: translationsOf({
    ...notices,
    ...rules,
    ...stations,
    ...general,
    ...forms,
    ...screens,
    ...patterns,
  }),
}
let translations = builtIn

/** A text with slots, `{what}: open until {day}.`, is tried on the sentences that the program composes. */
function translationsOf(texts: Record<string, string>): Translations {
  return { texts, patterns: Object.entries(texts).filter(hasSlots).map(patternOf) }
}

/** The translations of a content pack in the place of our own; null: ours again. */
export function layLawTexts(spanishOfPack: Record<string, string> | null): void {
  translations = spanishOfPack ? { en: english, es: translationsOf(spanishOfPack) } : builtIn
}

/** A text of the law files in the screen's language, or in English where nobody has translated it yet. */
export function lawText(english: string): { text: string; lang: Language } {
  const lang = language()
  const known = translations[lang]
  const text = known.texts[english] ?? composed(english, known.patterns, (part) => known.texts[part])
  return text === undefined ? { text: english, lang: 'en' } : { text, lang }
}

/** For names that are read aloud or stand in a title, where no language can be marked. */
export const lawWords = (english: string): string => lawText(english).text

/** A text of the law files with its language marked, so that a screen reader says it rightly. */
export function LawText({ children }: { children: string }) {
  const { text, lang } = lawText(children)
  return <span lang={lang}>{text}</span>
}

/** Texts of the law files one after the other: `Form 9423, Pub. 1660`. */
export const LawTexts = ({ texts, between = '; ' }: { texts: string[]; between?: string }) =>
  texts.map((text, index) => (
    <Fragment key={text}>
      {index > 0 && between}
      <LawText>{text}</LawText>
    </Fragment>
  ))

/** What a form of the IRS prints: in the screen's language, and as it stands on the paper. */
export function PrintedText({ children }: { children: string }) {
  const { text, lang } = lawText(children)
  return (
    <span>
      <span lang={lang}>{text}</span>
      {lang !== 'en' && (
        <span lang="en" className="as-printed">
          {children}
        </span>
      )}
    </span>
  )
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

/** Where another language than English is shown: whose translation it is, and which text counts. */
export function TranslationNote() {
  return language() === 'en' ? null : <p className="small soft">{t('law.ours')}</p>
}
