import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadLaw } from '../../../src/main/content/law-files.ts'

const law = loadLaw('resources')
const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'))
const forms = globSync('resources/forms/**/*.json').map(json)
const { reasons, remedies } = json('resources/forms/reasons.json')
const files = globSync('resources/law/es/*.json').filter((file) => !file.endsWith('patterns.json'))
const parts: Record<string, string>[] = files.map(json)
const spanish: Record<string, string> = Object.assign({}, ...parts)
const patterns: Record<string, string> = json('resources/law/es/patterns.json')
const pairs = [...Object.entries(spanish), ...Object.entries(patterns)]

const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}
const data = new Set(textsOf([law, forms]))
const code = globSync('src/shared/**/*.ts').map((file) => readFileSync(file, 'utf8'))
const isSaid = (english: string) => data.has(english) || code.some((source) => source.includes(english))

/** The program puts a sentence together of four pieces at most: `was read`, ` on page 1`. */
function isComposed(english: string): boolean {
  let left = english.split(' ').filter((word) => /\w/.test(word))
  for (let pieces = 0; left.length > 0 && pieces < 4; pieces += 1) {
    const ends = left.map((_, index) => left.length - index)
    const end = ends.find((each) =>
      isSaid(
        left
          .slice(0, each)
          .join(' ')
          .replace(/^\W+|\W+$/g, ''),
      ),
    )
    if (!end) return false
    left = left.slice(end)
  }
  return left.length === 0
}

test('a translation belongs to a text that is still there, word for word, and stands once', () => {
  const orphans = Object.keys(spanish).filter((english) => !isSaid(english))
  expect(orphans).toEqual([])
  expect(parts.map((part) => Object.keys(part).length).reduce((sum, each) => sum + each)).toBe(
    Object.keys(spanish).length,
  )
})

test('the words of a composed sentence are still those of the program, and keep its slots', () => {
  const slots = (text: string) => sorted(text, /{\w+}/g)
  const orphans = Object.keys(patterns).filter(
    (english) => !data.has(english) && !english.split(/{\w+}/).every((part) => isComposed(part)),
  )
  expect(orphans).toEqual([])
  const wrong = Object.entries(patterns).filter(([english, text]) => slots(english) !== slots(text))
  expect(wrong).toEqual([])
})

/** A form by its number needs no translation. */
const wordsOf = (form: string | null) => (form && /[a-z]/i.test(form.replace('Form', '')) ? form : null)

type Reason = { label: string; says: string; ask: string; proof: string[] }
type Labels = { label: string; says?: string; boxes?: Labels[]; kind?: string }
const labels = ({ label, says }: Labels) => [label, says]
const printed = ({ blocks }: { blocks: Labels[] }): string[] =>
  blocks
    .filter(({ kind }) => kind !== 'irsUse')
    .flatMap(({ label, boxes = [] }) => [label, ...boxes.map((box) => box.label)])
/** `Pub. 1660 p. 4` is the same in every language; `(its list was not verified)` is not. */
const saysSomething = (citation: string) => /(?<![\w.])[a-z]{4,}(?![\w]*\.\w)/.test(citation)

/** Every text of the law files that a screen shows, by where it stands. Citations stay as they are printed. */
const shown: [string, (string | null)[]][] = [
  ...law.notices.map((each): [string, (string | null)[]] => [
    each.code,
    [
      ...[
        each.title,
        each.meaning,
        each.howYouGotHere,
        ...each.steps,
        each.ifNothing,
        each.ifLate,
        each.doubts,
      ],
      ...each.rights.flatMap(({ title, onlyIf, note, pauses, form }) => [
        title,
        onlyIf,
        note,
        pauses,
        wordsOf(form),
      ]),
    ],
  ]),
  ['rules', law.rules.flatMap(({ title, statement, ifMissed }) => [title, statement, ifMissed])],
  ['phases, journeys', [...law.phases, ...law.journeys].map(({ title }) => title)],
  ...law.stations.map(({ id, title, summary, next, clock }): [string, (string | null)[]] => [
    id,
    [
      title,
      summary,
      ...next.map(({ when }) => when),
      clock?.act ?? null,
      clock?.starts ?? null,
      clock?.note ?? null,
    ],
  ]),
  ['families', law.families.map(({ title }) => title)],
  ...law.series.map(({ title, meaning, steps, whereToLook }): [string, string[]] => [
    title,
    [title, meaning, ...steps, whereToLook],
  ]),
  ['help', law.help.flatMap(({ name, what, how }) => [name, what, how])],
  ['holidays', law.holidays.map(({ name }) => name)],
  ['checklists', Object.values(law.checklists).flat()],
  ['sources', Object.values(law.sources)],
  ['citations', law.rules.map(({ citation }) => citation).filter((text) => saysSomething(text))],
  ...forms
    .filter(({ blocks }) => blocks)
    .map((form): [string, string[]] => [
      form.form,
      [form.title, ...textsOf(form.actions.map(labels)), ...printed(form)],
    ]),
  ['reasons', reasons.flatMap(({ label, says, ask, proof }: Reason) => [label, says, ask, ...proof])],
  ['remedies', remedies.flatMap(({ label, says, proof }: Reason) => [label, says, ...proof])],
]
/** Addresses of pages: they are the same in every language. */
const isAddress = (text: string) => /^(https?:\/\/|[\w.]+\.gov\/)\S+( and letter-106-c)?$/.test(text)

test.each(shown)('all that is said about %s is there in Spanish', (_, said) => {
  const lacking = said.filter(
    (text) => text !== null && !isAddress(text) && !spanish[text] && !patterns[text],
  )
  expect(lacking).toEqual([])
})

test('no translation is empty or was left in English', () => {
  const saysNothing = (english: string) => !/[a-z]/i.test(english.replace(/{\w+}/g, ''))
  const wrong = pairs.filter(([english, text]) => text === english || text.trim() === '')
  expect(wrong.filter(([english]) => !saysNothing(english))).toEqual([])
})

const sorted = (text: string, pattern: RegExp) => (text.match(pattern) ?? []).sort().join(' ')
const differ = (of: (text: string) => string, ofSpanish = of) =>
  pairs
    .filter(([english, text]) => of(english) !== ofSpanish(text))
    .map(([english, text]) => `${of(english)} | ${ofSpanish(text)} | ${english} | ${text}`)

test('a translation keeps every number of its text: days, amounts, forms, publications', () => {
  expect(differ((text) => sorted(text, /\d+/g))).toEqual([])
  expect(differ((text) => sorted(text, /\$[\d,]+/g))).toEqual([])
})

test('a translation keeps every notice, section and publication as it is printed', () => {
  const codes = /\b(?:CP|LT|L|LP)\d+\w*|\b(?:IRC|IRM|Pub\.|Reg\.|Letter|LTR) [\d.]+[\w.()-]*|\b\d+\([\w)(-]+/g
  expect(differ((text) => sorted(text, codes).replaceAll(/[.,;]+(?= |$)/g, ''))).toEqual([])
  const formNumbers = (text: string) => sorted(text, /(?<=\b(?:Form|Formulario) )\d+[\w-]*/g)
  expect(differ(formNumbers)).toEqual([])
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

test('a translation keeps every span of time: business days stay business days', () => {
  expect(spans('within five business days or two years')).toBe('2 year, 5 business day')
  expect(spans('en cinco días hábiles o dos años')).toBe('2 year, 5 business day')
  expect(differ(spans)).toEqual([])
})

test('what was not verified is said in Spanish too', () => {
  const doubt = /recalled|verified|not (?:\w+ )?read|no page|not seen|not checked against/i
  const duda = /memoria|verific|comprob|le[íyi]|ninguna página|no se (?:sabe|vio|encontró)|no visto|sin ver/i
  const silent = pairs.filter(([english, text]) => doubt.test(english) && !duda.test(text))
  expect(silent).toEqual([])
})
