import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadLaw } from '../../../src/main/law-files.ts'

const law = loadLaw('resources')
const spanish: Record<string, string> = JSON.parse(readFileSync('resources/law/es/texts.json', 'utf8'))

const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}
const inLaw = new Set(textsOf(law))
const code = globSync('src/shared/**/*.ts').map((file) => readFileSync(file, 'utf8'))

test('a translation belongs to a text that is still there, word for word', () => {
  const orphans = Object.keys(spanish).filter(
    (english) => !inLaw.has(english) && !code.some((source) => source.includes(english)),
  )
  expect(orphans).toEqual([])
})

test('a translation keeps every number of its text: days, forms, publications', () => {
  const numbers = (text: string) => (text.match(/\d+/g) ?? []).sort().join()
  const wrong = Object.entries(spanish).filter(([english, text]) => numbers(english) !== numbers(text))
  expect(wrong).toEqual([])
})

/** The letters of the mission: liens, final notices, levies and payment plans. */
const whole =
  'L3171 L3172 L3886 L3177 LT11 CP90 L1058 L3174 LT75 CP242 CP90C CP92 CP77 CP177 CP297 CP297A CP297C L2439 L4052 L2272C L5259 L2975 CP523 L5603 L4025 L4027 L4711 L3975'
test.each(whole.split(' '))('all that is said about %s is there in Spanish', (code) => {
  const notice = law.notices.find((each) => each.code === code)
  const station = law.stations.find(({ id }) => id === notice?.station)
  const said = [
    notice?.title,
    notice?.meaning,
    notice?.howYouGotHere,
    ...(notice?.steps ?? []),
    notice?.ifNothing,
    notice?.ifLate,
    ...(notice?.rights ?? []).flatMap(({ title, onlyIf, note, pauses }) => [title, onlyIf, note, pauses]),
    ...(notice?.rights ?? []).flatMap(({ rule }) => law.rules.find(({ id }) => id === rule)?.ifMissed),
    station?.title,
    station?.summary,
  ].filter((text) => typeof text === 'string')
  expect(said.length).toBeGreaterThan(8)
  expect(said.filter((text) => !spanish[text])).toEqual([])
})
