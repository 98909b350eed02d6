import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { folderFiles } from '../../../src/main/content/content-files.ts'
import { loadForms } from '../../../src/main/content/form-files.ts'
import { noticeFilesIn, translationsIn } from '../../../src/main/content/notice-files.ts'
import { lawTexts, saysSomething, textsToTranslate } from '../../../src/shared/content/law-texts.ts'
import { type Language, translatedLanguages } from '../../../src/shared/i18n/languages.ts'
import { law } from '../../law.ts'
import { wordsByLanguage } from '../../words-by-language.ts'

const forms = loadForms('resources')
const english = new Map(lawTexts(law, forms).map(({ id, en }) => [id, en]))

const files = (language: Language): Record<string, string>[] =>
  globSync(`resources/law/${language}/*.json`).map((file) => JSON.parse(readFileSync(file, 'utf8')))
/** Those of the letters stand beside the English in the letters' own files. */
const ofLetters = (language: Language) => translationsIn(noticeFilesIn(folderFiles('resources')), language)
const textsIn = (language: Language): Record<string, string> =>
  Object.assign({}, ...files(language), ofLetters(language))

type Tree = { [key: string]: string | Tree }
const flat = (tree: Tree, before = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[before + key, value] as [string, string]] : flat(value, `${before}${key}.`),
  )
const sentences = (language: Language) => new Map(flat(wordsByLanguage[language].sentences))

/** English and its translation: the texts of the law, and the sentences of the program. */
const pairsOf = (language: Language): [string, string][] => [
  ...Object.entries(textsIn(language)).map(([id, text]): [string, string] => [english.get(id) ?? '', text]),
  ...[...sentences('en')].map(([key, text]): [string, string] => [text, sentences(language).get(key) ?? '']),
]
type Of = (text: string) => string
const differ = (pairs: [string, string][], of: Of) =>
  pairs
    .filter(([english, text]) => of(english) !== of(text))
    .map(([english, text]) => `${of(english)} | ${of(text)} | ${english} | ${text}`)
const sorted = (text: string, pattern: RegExp) => (text.match(pattern) ?? []).sort().join(' ')

test('every text of the law has an id of its own, made from its place', () => {
  const ids = lawTexts(law, forms).map(({ id }) => id)
  expect(ids.filter((id, index) => id === '' || ids.indexOf(id) !== index)).toEqual([])
  expect(ids).toEqual(
    expect.arrayContaining([
      'notice.CP503.meaning',
      'notice.CP504.meaning.1',
      'notice.CP504.step.1',
      'notice.LT11.right.CDP-1.note',
      'rule.CDP-1.statement',
      'station.coll-levy-notice.summary',
      'station.prep-return-ready.next.proc-received.2.when',
      'holiday.thanksgiving-day.name',
      'help.taxpayer-advocate-service.how',
      'checklist.levy.1',
      'form.9423.action.levy.label',
      'form.12153.block.3 TIN.label',
      'remedy.monthly.says',
    ]),
  )
})

test('addresses and citations need no translation, the words in them do', () => {
  const nothing = [
    'Pub. 1660 p. 4',
    'https://www.irs.gov/a',
    'taxpayeradvocate.irs.gov/notices/a',
    'IRC 6330(a)',
  ]
  expect(nothing.filter(saysSomething)).toEqual([])
  const something = ['Pub. 1660 p. 4 (both tracks)', 'Form 9423', 'levy']
  expect(something.filter(saysSomething)).toEqual(something)
})

/**
 * [Note: made from another text] A translation goes by the id of its text, so it would stay when the English changes. The
 * file beside this test holds a mark of each English text; where one differs, look at its translation and write the marks
 * anew: `npx vitest run translations -u`. In the file of a letter the two stand side by side and need no mark.
 */
const markOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8)

describe.each(translatedLanguages)('in %s', (language) => {
  const translated = textsIn(language)
  const pairs = pairsOf(language)

  test('every text of the law and the forms is there', () => {
    const lacking = textsToTranslate(law, forms).filter(({ id }) => translated[id] === undefined)
    expect(lacking).toEqual([])
  })

  test('there is no translation of a missing text, and each appears once', () => {
    expect(Object.keys(translated).filter((id) => !english.has(id))).toEqual([])
    const all = [...files(language), ofLetters(language)].flatMap((part) => Object.keys(part))
    expect(all.length).toBe(Object.keys(translated).length)
  })

  test('each translation matches the current English; see the note above', async () => {
    const apart = Object.keys(Object.assign({}, ...files(language)))
    const marks = apart.map((id) => `${id} ${markOf(english.get(id) ?? '')}`)
    await expect(`${marks.sort().join('\n')}\n`).toMatchFileSnapshot(`translated-from-${language}.txt`)
  })

  test('no translation is empty or still in English', () => {
    const saysNothing = (text: string) => !/[a-z]/i.test(text.replace(/{+\w+}+/g, ''))
    const wrong = pairs.filter(([english, text]) => text === english || text.trim() === '')
    expect(wrong.filter(([english]) => !saysNothing(english))).toEqual([])
  })

  test('a translation keeps the slots of its text', () => {
    expect(differ(pairs, (text) => sorted(text, /{+\w+}+/g))).toEqual([])
  })

  test('a translation keeps every number of its text: days, amounts, forms, publications', () => {
    expect(differ(pairs, (text) => sorted(text, /\d+/g))).toEqual([])
    expect(differ(pairs, (text) => sorted(text, /\$[\d,]+/g))).toEqual([])
  })

  test('a translation keeps every notice, section, and publication as printed', () => {
    const codes =
      /\b(?:CP|LT|L|LP)\d+\w*|\b(?:IRC|IRM|Pub\.|Reg\.|Letter|LTR) [\d.]+[\w.()-]*|\b\d+\([\w)(-]+/g
    expect(differ(pairs, (text) => sorted(text, codes).replaceAll(/[.,;]+(?= |$)/g, ''))).toEqual([])
  })
})

const spanish = pairsOf('es')

test('Spanish keeps the numbers of forms', () => {
  expect(differ(spanish, (text) => sorted(text, /(?<=\b(?:Form|Formulario) )\d+[\w-]*/g))).toEqual([])
})

/** `five business days` -> `5 business day`: how long, in words or figures, and of what. One is left out: `un` is `a` too. */
const numberWords =
  'two dos|three tres|four cuatro|five cinco|six seis|seven siete|eight ocho|nine nueve|ten diez'
    .split('|')
    .map((pair) => pair.split(' '))
const figure = (word: string): string => {
  const index = numberWords.findIndex((pair) => pair.includes(word.toLowerCase()))
  return index < 0 ? word : String(index + 2)
}
const count = `\\b(${[...numberWords.flat(), 'fourth', '(?!1\\b)\\d+'].join('|')})`
const units: [string, RegExp][] = [
  ['business day', new RegExp(`${count}(?:[ -]business[ -]days?| días hábiles)\\b`, 'gi')],
  ['day', new RegExp(`${count}(?:[ -](?:more |further )?days?\\b| días\\b(?! hábil))`, 'gi')],
  ['month', new RegExp(`${count}(?: months?| meses)\\b`, 'gi')],
  ['year', new RegExp(`${count}(?:[ -]years?| años)\\b`, 'gi')],
]
const spans = (text: string): string =>
  units
    .flatMap(([unit, pattern]) =>
      [...text.matchAll(pattern)].map(
        ([, many = '']) => `${figure(many === 'fourth' ? 'four' : many)} ${unit}`,
      ),
    )
    .sort()
    .join(', ')

test('Spanish keeps every time span: business days stay business days', () => {
  expect(spans('within five business days or two years')).toBe('2 year, 5 business day')
  expect(spans('en cinco días hábiles o dos años')).toBe('2 year, 5 business day')
  expect(differ(spanish, spans)).toEqual([])
})

test('unverified facts are marked in Spanish too', () => {
  const doubt = /recalled|verified|not (?:\w+ )?read|no page|not seen|not checked against/i
  const duda = /memoria|verific|comprob|le[íyi]|ninguna página|no se (?:sabe|vio|encontró)|no visto|sin ver/i
  const silent = spanish.filter(([english, text]) => doubt.test(english) && !duda.test(text))
  expect(silent).toEqual([])
})
