import map from '../../../resources/roadmap/map.json' with { type: 'json' }
import en from '../../../resources/words/en.json' with { type: 'json' }
import type { Forms } from '../../shared/appeals/appeal-papers.ts'
import type { FieldMapping } from '../../shared/appeals/official-form.ts'
import { textsToTranslate } from '../../shared/content/law-texts.ts'
import { PackWords, type Words, wordProblems } from '../../shared/content/words-shape.ts'
import { languages, translatedLanguages } from '../../shared/i18n/languages.ts'
import type { Law } from '../../shared/law/law.ts'
import { type ContentFiles, folderFiles } from './content-files.ts'
import { fieldMappingsFrom, formsFrom } from './form-files.ts'
import { lawFrom } from './law-files.ts'
import { noticeFilesIn, translationsIn } from './notice-files.ts'

/** The parts that a content pack can replace, read and checked. */
export type Content = {
  law: Law
  forms: Forms
  fieldMappings: FieldMapping[]
  /** null: the words that the app was built with. */
  words: PackWords | null
}

const builtIn = new Map<string, Content>()

/** What ships with the app, read once: it does not change while the app runs. @param resources the folder that contains `law/` */
export function builtInContent(resources: string): Content {
  const content = builtIn.get(resources) ?? shippedIn(folderFiles(resources))
  builtIn.set(resources, content)
  return content
}

const shippedIn = (files: ContentFiles): Content => ({
  law: lawFrom(files),
  forms: formsFrom(files),
  fieldMappings: fieldMappingsFrom(files),
  words: null,
})

/**
 * The content of a pack. Throws if a part is missing, malformed, or would leave the app without a rule it
 * needs.
 */
export function contentFrom(files: ContentFiles, builtIn: Law): Content {
  const read = (path: string): unknown => JSON.parse(files.read(path))
  const content: Content & { words: PackWords } = {
    law: lawFrom(files),
    forms: formsFrom(files),
    fieldMappings: fieldMappingsFrom(files),
    words: PackWords.parse({
      words: Object.fromEntries(languages.map((language) => [language, read(`words/${language}.json`)])),
      lawTexts: lawTextsFrom(files),
    }),
  }
  const problems = [
    ...missingIds(content.law, builtIn),
    ...undrawn(content.law),
    ...languages.flatMap((language) => wordProblems(content.words.words[language] ?? {}, en as Words)),
    ...missingTranslations(content),
  ]
  if (problems.length > 0) throw new Error(`content pack: does not fit: ${problems.join(', ')}`)
  return content
}

/** The translations of the law's texts in each language but English, by their ids. */
function lawTextsFrom(files: ContentFiles): unknown {
  const letters = noticeFilesIn(files)
  return Object.fromEntries(
    translatedLanguages.map((language) => {
      const parts = files.list(`law/${language}`).map((name) => files.read(`law/${language}/${name}`))
      return [
        language,
        Object.assign({}, ...parts.map((text) => JSON.parse(text)), translationsIn(letters, language)),
      ]
    }),
  )
}

/**
 * A screen must not switch to English in the middle, so a pack carries each of its texts in every language.
 */
const missingTranslations = ({ law, forms, words }: Content): string[] =>
  translatedLanguages.flatMap((language) => {
    const translated = words?.lawTexts[language] ?? {}
    return textsToTranslate(law, forms)
      .filter(({ id }) => !Object.hasOwn(translated, id))
      .map(({ id }) => `${language} of ${id}`)
  })

/** The drawn map is part of the window, so a station that is not on it would have no place to appear. */
const undrawn = ({ stations }: Law): string[] =>
  stations.filter(({ id }) => !Object.hasOwn(map.stations, id)).map(({ id }) => `undrawn station ${id}`)

/**
 * Code and stored letters refer to rules, stations, and notices by id, so a pack may change and add them but
 * not remove any.
 */
function missingIds(law: Law, builtIn: Law): string[] {
  const idsOf = ({ rules, stations, notices, named, families, phases, checklists }: Law) => [
    ...rules.map(({ id }) => `rule ${id}`),
    ...stations.map(({ id }) => `station ${id}`),
    ...[...notices, ...named].map(({ code }) => `notice ${code}`),
    ...families.map(({ id }) => `family ${id}`),
    ...phases.map(({ id }) => `phase ${id}`),
    ...Object.keys(checklists).map((id) => `checklist ${id}`),
  ]
  const here = new Set(idsOf(law))
  return idsOf(builtIn).filter((id) => !here.has(id))
}
