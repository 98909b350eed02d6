import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { english, inEnglish } from '../../../src/shared/i18n/english.ts'
import { formatMessage, type MessageLanguage } from '../../../src/shared/i18n/format-message.ts'
import { languages } from '../../../src/shared/i18n/languages.ts'
import { type LawText, say } from '../../../src/shared/i18n/message.ts'
import { slots } from '../../../src/shared/i18n/sentences.ts'
import { Day } from '../../../src/shared/model/day.ts'
import { wordsByLanguage } from '../../words-by-language.ts'

type Tree = { [key: string]: string | Tree }
const flat = (tree: Tree, before = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[before + key, value] as [string, string]] : flat(value, `${before}${key}.`),
  )
const placeholders = (text: string) => [...new Set(text.match(/(?<={{)\w+(?=}})/g))].sort()
const declared = new Map(Object.entries(slots).map(([key, of]) => [key, Object.keys(of).sort()]))

test.each(languages)('the words of %s have exactly the slots that the code fills', (language) => {
  const words = flat(wordsByLanguage[language].sentences)
  const wrong = words
    .map(([key, text]) => ({ key: key.replace(/_(one|many|other)$/, ''), found: placeholders(text) }))
    .filter(({ key, found }) => found.join() !== (declared.get(key) ?? []).join())
  expect(wrong).toEqual([])
  const keys = new Set(words.map(([key]) => key.replace(/_(one|many|other)$/, '')))
  expect([...declared.keys()].filter((key) => !keys.has(key))).toEqual([])
})

test('every sentence in the words is used by some code', () => {
  const code = globSync('src/**/*.{ts,tsx}')
    .filter((file) => !file.endsWith('i18n/sentences.ts'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  const isTold = (key: string) =>
    code.includes(`'${key}'`) ||
    // One of a family: `window.${state}`, `draft.${signer}Signs`, `checklist.right${late}`.
    families.some((family) => family.test(key))
  const families = [...code.matchAll(/say\(\s*`([\w.]*)\$\{[^}]+\}([\w.]*)`/g)].map(
    ([, before = '', after = '']) => new RegExp(`^${before}[\\w-]*${after}$`),
  )
  const keys = flat(wordsByLanguage.en.sentences).map(([key]) => key.replace(/_(one|other)$/, ''))
  expect(families.length).toBeGreaterThan(5)
  expect(keys.filter((key) => !isTold(key))).toEqual([])
})

const day = Day.parse('2026-03-02')
const title: LawText = { id: 'right.title', en: 'Collection Due Process hearing' }
const ask: LawText = { id: 'reason.ask', en: 'Each payment: day, amount, how it was made.' }

test('a message is English with American days, whatever it holds', () => {
  expect(english(title)).toBe('Collection Due Process hearing')
  expect(english({ verbatim: 'bank letter' })).toBe('bank letter')
  expect(english({ ...title, en: 'I offer {amount} by {day}.', fill: { amount: '$5' } })).toBe(
    'I offer $5 by {day}.',
  )
  expect(english(say('window.open', { what: title, day }))).toBe(
    'Collection Due Process hearing: open until March 2, 2026.',
  )
  expect(english(say('draft.addFacts', { says: title, ask }))).toBe(
    'Collection Due Process hearing Add: each payment: day, amount, how it was made.',
  )
  const names = ['CP501', 'CP502'].map((name) => say('place.nearName', { name, what: title }))
  expect(english(say('place.near', { names }))).toMatch(/^Numbers near it: CP501 \(.*\); CP502 \(.*\)\. They/)
  expect(english(say('draft.waitForCall', { days: [day, Day.parse('2026-03-04')], until: day }))).toMatch(
    /^Requested on March 2, 2026 and March 4, 2026\. /,
  )
})

test.each([
  [1, '1 day'],
  [30, '30 days'],
])('%i picks its plural form: %s', (count, words) => {
  expect(english(say('span.days', { count }))).toBe(words)
})

test('a value is put into English at any depth, and what is not a message stays', () => {
  const value = {
    day,
    parts: [title, { deep: say('span.days', { count: 2 }) }],
    other: { id: 'x', rule: null },
  }
  expect(inEnglish(value)).toEqual({
    day,
    parts: ['Collection Due Process hearing', { deep: '2 days' }],
    other: { id: 'x', rule: null },
  })
})

/** Says its key and values, and knows one translation. */
const other: MessageLanguage = {
  sentence: (key, values) => `${key} ${JSON.stringify(values)}`,
  lawText: ({ id }) => (id === 'right.title' ? 'AUDIENCIA' : undefined),
  day: (of) => `<${of}>`,
  weekday: (of) => `<${of}>`,
  list: (parts) => parts.join(' y '),
}

test('another language gets its own texts and days', () => {
  expect(formatMessage(say('window.open', { what: title, day }), other)).toBe(
    'window.open {"what":"AUDIENCIA","day":"<2026-03-02>"}',
  )
})

test('a sentence with an untranslated part is not half translated, but a citation stays as printed', () => {
  const unknown: LawText = { id: 'none', en: 'IRC 6330' }
  const what = say('route.onlyIf', { what: unknown })
  expect(formatMessage(say('window.open', { what, day }), other)).toBeUndefined()
  expect(formatMessage(say('draft.mustSay', { citation: unknown }), other)).toBe(
    'draft.mustSay {"citation":"IRC 6330"}',
  )
})
