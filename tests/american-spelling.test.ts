import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')

/** British spellings, found inside names too (`greyOf`, `findLabelled`), and what Americans write. */
const spellings: [RegExp, string][] = [
  [/(col|behavi|fav|neighb|hon|lab|flav|harb|endeav|hum)our/i, '-or'],
  [/grey/i, 'gray'],
  [
    /(recogn|organ|normal|initial|serial|optim|minim|maxim|summar|categor|author|util|custom|general)is(e|ing|ation)/i,
    '-ize',
  ],
  [/(memor|priorit|character|visual|synchron|token|sanit|anonym|final|local|item)is(e|ing|ation)/i, '-ize'],
  [/licence/i, 'license'],
  [/centre|\b(metre|fibre|theatre)s?\b/i, '-er'],
  [/(cancel|travel|label|model|signal)l(ed|ing|er\b)/i, 'one l'],
  [/catalogue/i, 'catalog'],
  [/(?<!\bsu )cheque/i, 'check'],
  [/(judge|acknowledge)ment/i, '-dgment'],
  [/\b(misspelt|learnt|burnt|dreamt|spelt)\b/i, '-ed'],
  [/\b(towards|whilst|amongst)\b/i, 'toward, while, among'],
  [/(def|off|pret)ence\b/i, '-ense'],
  [/\b(fulfil|enrol|instal|skilful|wilful|practis(e|ed|ing)|programmes?)\b/i, 'fulfill, practice, program'],
]

/** `read.cancelled` is a code that libraries hold; `labelledby` is the standard's spelling. */
const stays = /read\.cancelled|labelledby/g

/** Spanish has words such as `color` and `cheque` of its own. */
const isOurEnglish = (name: string) =>
  /\.(tsx?|cjs|mjs|css|html|json|md|txt|yml)$/.test(name) &&
  !/(^|\/)es(\/|\.json$)|node_modules|american-spelling/.test(name)

/** Written by npm; the licenses of others, which an installer or a package puts there. */
const ofOthers = new Set(['package-lock.json', 'THIRD-PARTY.txt'])
const folders = ['src', 'docs', 'tests', 'scripts', 'bin', 'packaging', 'resources', '.github']
const files = [
  ...readdirSync(root).filter((name) => !ofOthers.has(name)),
  ...folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  ),
].filter(isOurEnglish)

/** In the file of a letter, the Spanish stands in lines of its own. */
const spanishLine = /^\s*"es": ".*"$/

const britishIn = (text: string): string[] =>
  text.split('\n').flatMap((line) =>
    spellings.flatMap(([pattern, american]) => {
      const found = spanishLine.test(line) ? null : pattern.exec(line.replace(stays, ''))
      return found ? [`${found[0]}: ${american}`] : []
    }),
  )

test('British spellings are found in sentences and in names', () => {
  expect(britishIn('the colour of\nconst greyOf = findLabelled(recogniser, centreOfLine)')).toHaveLength(5)
  expect(britishIn("the color, our hour, your four; aria-labelledby='x'; exercise, practice, wise")).toEqual(
    [],
  )
})

test('code, comments, papers for developers, words and law are spelled the American way', () => {
  expect(files.length).toBeGreaterThan(1000)
  const wrong = files.flatMap((name) =>
    [...britishIn(name), ...britishIn(readFileSync(join(root, name), 'utf8'))].map(
      (text) => `${name}: ${text}`,
    ),
  )
  expect(wrong).toEqual([])
})
