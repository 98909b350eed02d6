import { createElement, Fragment, type ReactNode } from 'react'
import { english } from '../../shared/i18n/english.ts'
import { formatMessage, type MessageLanguage } from '../../shared/i18n/format-message.ts'
import type { Language } from '../../shared/i18n/languages.ts'
import type { Message } from '../../shared/i18n/message.ts'
import { list, longDay, weekdayDay } from './format.ts'
import { language } from './language.ts'
import { lawTranslation, t, type WordKey, words } from './words.ts'

/** The language of the screen, as `formatMessage` needs it. */
const languageOf = (of: Language): MessageLanguage => ({
  sentence: (key, values) => words.t(`sentences.${key}`, values),
  lawText: (text) => lawTranslation(of, text),
  day: longDay,
  weekday: weekdayDay,
  list,
})

/** What pure code tells, in the screen's language, or in English where a part of it has no translation. */
export function lawText(message: Message): { text: string; lang: Language } {
  const lang = language()
  if ('verbatim' in message) return { text: message.verbatim, lang: 'en' }
  const text = formatMessage(message, languageOf(lang))
  return text === undefined ? { text: english(message), lang: 'en' } : { text, lang }
}

/** For names that are read aloud or stand in a title, where no language can be marked. */
export const lawWords = (message: Message): string => lawText(message).text

/** A message or a text of the law files with its language marked, so that a screen reader says it rightly. */
export function LawText({ children }: { children: Message }) {
  const { text, lang } = lawText(children)
  return <span lang={lang}>{text}</span>
}

/** Texts of the law files one after the other: `Form 9423, Pub. 1660`. */
export const LawTexts = ({ texts, between = '; ' }: { texts: readonly Message[]; between?: string }) =>
  texts.map((text, index) => (
    <Fragment key={english(text)}>
      {index > 0 && between}
      <LawText>{text}</LawText>
    </Fragment>
  ))

/** What a form of the IRS prints: in the screen's language, and as it stands on the paper. */
export function PrintedText({ children }: { children: Message }) {
  const { text, lang } = lawText(children)
  return (
    <span>
      <span lang={lang}>{text}</span>
      {lang !== 'en' && (
        <span lang="en" className="as-printed">
          {english(children)}
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
