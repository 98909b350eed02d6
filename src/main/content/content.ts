import map from '../../../resources/roadmap/map.json' with { type: 'json' }
import en from '../../../resources/words/en.json' with { type: 'json' }
import es from '../../../resources/words/es.json' with { type: 'json' }
import type { Forms } from '../../shared/appeals/appeal-papers.ts'
import type { FieldMapping } from '../../shared/appeals/official-form.ts'
import { PackWords, type Words, wordProblems } from '../../shared/content/words-shape.ts'
import type { Law } from '../../shared/law/law.ts'
import { type ContentFiles, folderFiles } from './content-files.ts'
import { fieldMappingsFrom, formsFrom } from './form-files.ts'
import { lawFrom } from './law-files.ts'

/** What a content pack can renew, read and checked. */
export type Content = {
  law: Law
  forms: Forms
  fieldMappings: FieldMapping[]
  /** null: the words with which the app was built. */
  words: PackWords | null
}

export const builtInContent = (resources: string): Content => {
  const files = folderFiles(resources)
  return {
    law: lawFrom(files),
    forms: formsFrom(files),
    fieldMappings: fieldMappingsFrom(files),
    words: null,
  }
}

/** The content of a pack; throws where a part lacks, is not what the program expects, or would leave it without a rule. */
export function contentFrom(files: ContentFiles, builtIn: Law): Content {
  const read = (path: string): unknown => JSON.parse(files.read(path))
  const content = {
    law: lawFrom(files),
    forms: formsFrom(files),
    fieldMappings: fieldMappingsFrom(files),
    words: PackWords.parse({
      words: { en: read('words/en.json'), es: read('words/es.json') },
      lawTexts: spanishFrom(files),
    }),
  }
  const problems = [
    ...missingIds(content.law, builtIn),
    ...undrawn(content.law),
    ...wordProblems(content.words.words.en, en as Words),
    ...wordProblems(content.words.words.es, es as Words),
  ]
  if (problems.length > 0) throw new Error(`content pack: does not fit: ${problems.join(', ')}`)
  return content
}

/** All translations in one table; a pack without the notices would leave people without the words they had. */
function spanishFrom(files: ContentFiles): unknown {
  files.read('law/es/notices.json')
  return Object.assign({}, ...files.list('law/es').map((name) => JSON.parse(files.read(`law/es/${name}`))))
}

/** The drawn map is a part of the window, so a station that it does not hold would have no place. */
const undrawn = ({ stations }: Law): string[] =>
  stations.filter(({ id }) => !Object.hasOwn(map.stations, id)).map(({ id }) => `undrawn station ${id}`)

/** Code and kept letters name rules, stations and notices by their ids, so a pack may change and add, but take none away. */
function missingIds(law: Law, builtIn: Law): string[] {
  const idsOf = ({ rules, stations, notices, families, phases, checklists }: Law) => [
    ...rules.map(({ id }) => `rule ${id}`),
    ...stations.map(({ id }) => `station ${id}`),
    ...notices.map(({ code }) => `notice ${code}`),
    ...families.map(({ id }) => `family ${id}`),
    ...phases.map(({ id }) => `phase ${id}`),
    ...Object.keys(checklists).map((id) => `checklist ${id}`),
  ]
  const here = new Set(idsOf(law))
  return idsOf(builtIn).filter((id) => !here.has(id))
}
