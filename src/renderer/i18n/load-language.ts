import noticeTexts from 'virtual:notice-texts'
import type { Words } from '../../shared/content/words-shape.ts'
import type { Language } from '../../shared/i18n/languages.ts'

type Texts = Record<string, string>

/** One file a language for the screens and several for the law, each loaded when its language is chosen. */
const wordFiles = import.meta.glob<Words>('../../../resources/words/*.json', { import: 'default' })
const lawFiles = import.meta.glob<Texts>('../../../resources/law/*/*.json', { import: 'default' })

/** The words of the screens in a language; throws where there is no file. */
export async function loadWords(language: Language): Promise<Words> {
  const load = wordFiles[`../../../resources/words/${language}.json`]
  if (!load) throw new Error(`no resources/words/${language}.json`)
  return load()
}

/**
 * The translations of the law's texts by their ids; none for English, which the law itself holds. Those of the
 * letters stand in the letters' own files.
 */
export async function loadLawTexts(language: Language): Promise<Texts> {
  const own = Object.entries(lawFiles).filter(([path]) => path.includes(`/law/${language}/`))
  const letters = noticeTexts[language]?.().then((script) => script.default)
  return Object.assign({}, ...(await Promise.all([...own.map(([, load]) => load()), letters])))
}
