import { afterEach, expect, test } from 'vitest'
import { list, longDay, money, period, weekdayDay } from '../../../src/renderer/i18n/format.ts'
import { lawWords } from '../../../src/renderer/i18n/law-text.tsx'
import { words } from '../../../src/renderer/i18n/words.ts'
import { parseDay } from '../../../src/renderer/ui/parse-day.ts'
import { translatedLanguages } from '../../../src/shared/i18n/languages.ts'
import { Day } from '../../../src/shared/model/day.ts'
import { countWords } from '../../../src/shared/telling/count.ts'
import { wordsByLanguage } from '../../words-by-language.ts'

type Tree = { [key: string]: string | Tree }

/** `errors.scan.empty` holds a dot itself, so the parts are joined by another character. */
const flat = (tree: Tree, before = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[before + key, value] as [string, string]]
      : flat(value, `${before}${key} > `),
  )
const english = new Map(flat(wordsByLanguage.en))
const others = translatedLanguages.map(
  (language) => [language, new Map(flat(wordsByLanguage[language]))] as const,
)
const otherForm = (key: string) => key.replace(/_\w+$/, '_other')
const placeholders = (text = '') => [...new Set(text.match(/{{\w+}}/g))].sort()

/** `days.many` of a language that has it, as well as those of English. */
const keysOf = (words: Map<string, string>) =>
  [...new Set([...words.keys()].map((key) => key.replace(/_(zero|one|two|few|many|other)$/, '')))].sort()

test.each(others)('%s lacks no word and has no extra ones', (_, words) => {
  expect(keysOf(words)).toEqual(keysOf(english))
})

test.each(others)('no word of %s is empty or still in English', (_, words) => {
  const names = /fileName > calendar$|^mailing > ways > fax$|^sentences > /
  const same = [...words].filter(
    ([key, text]) => text === english.get(key) && /[a-z]{3}/i.test(text.replace(/{{\w+}}/g, '')),
  )
  expect(same.filter(([key]) => !names.test(key))).toEqual([])
  expect([...words, ...english].filter(([, text]) => text.trim() === '')).toEqual([])
})

test.each(others)('every word of %s keeps its placeholders', (_, words) => {
  const wrong = [...words].filter(
    ([key, text]) =>
      placeholders(text).join() !== placeholders(english.get(key) ?? english.get(otherForm(key))).join(),
  )
  expect(wrong).toEqual([])
})

test.each(Object.entries(wordsByLanguage))('every count has each plural form of %s', (language, tree) => {
  // The forms of whole numbers up to thousands: nobody has a million letters.
  const rules = new Intl.PluralRules(language)
  const forms = [...new Set(Array.from({ length: 2000 }, (_, count) => rules.select(count)))].sort()
  const byBase = new Map<string, string[]>()
  for (const [key] of flat(tree)) {
    const [, base, form] = /^(.*)_(zero|one|two|few|many|other)$/.exec(key) ?? []
    if (base && form) byBase.set(base, [...(byBase.get(base) ?? []), form].sort())
  }
  expect(byBase.size).toBeGreaterThan(5)
  for (const [base, found] of byBase) expect([base, found]).toEqual([base, forms])
})

afterEach(() => words.changeLanguage('en'))

test('days, money, lists and counts follow the language', async () => {
  await words.changeLanguage('es')
  const day = Day.parse('2026-01-30')
  expect(longDay(day)).toBe('30 de enero de 2026')
  expect(weekdayDay(day)).toBe('viernes, 30 de enero de 2026')
  expect(money('9533.53')).toBe('$9,533.53')
  expect(period('2023-06')).toBe('junio de 2023')
  expect(list(['2017', '2018', '2019'])).toBe('2017, 2018 y 2019')
  expect([1, 12, -1].map((days) => lawWords(countWords(days)))).toEqual([
    'queda 1 día',
    'quedan 12 días',
    'hace 1 día',
  ])
})

test('a day written by the screen is read back in either language', async () => {
  for (const language of ['en', 'es'])
    for (let month = 1; month <= 12; month += 1) {
      await words.changeLanguage(language)
      const day = Day.parse(`2026-${String(month).padStart(2, '0')}-09`)
      expect([parseDay(longDay(day)), parseDay(weekdayDay(day))]).toEqual([day, day])
    }
})
