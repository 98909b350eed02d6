import { expect, test } from 'vitest'
import { netOf, tracksAt } from '../../../src/renderer/map/map-route.ts'
import { RoadMap } from '../../../src/renderer/map/map-schema.ts'
import { languages } from '../../../src/shared/i18n/languages.ts'
import { labelProblems, mapProblems } from './check-map.ts'
import { law, map, mapText, measure } from './map-fixture.ts'

const changed = (change: (map: RoadMap) => void): RoadMap => {
  const copy = RoadMap.parse(structuredClone(map))
  change(copy)
  return copy
}

test('every station of the law is on the map once, and every line runs straight or at 45 degrees along known ways', () => {
  expect(mapProblems(map, law)).toEqual([])
  // JSON.parse would swallow a station that is there twice.
  const written = [...mapText.matchAll(/^ {4}"([\w-]+)": \{$/gm)].map(([, id]) => id)
  expect(written.sort()).toEqual(law.stations.map(({ id }) => id).sort())
})

test.each(['en', 'es'] as const)(
  'no label lies on another label, a station, a track or a badge: %s',
  (language) => {
    expect(labelProblems(map, law, language, measure)).toEqual([])
  },
)

test('a station moved onto its neighbor is noticed, by its tracks and by its label', () => {
  const wrong = changed(({ stations }) => {
    stations['coll-reminders']!.at = [560, 830]
  })
  expect(mapProblems(wrong, law)).toContainEqual(
    expect.stringContaining('coll-balance to coll-reminders bends'),
  )
  expect(labelProblems(wrong, law, 'en', measure)).toContain(
    'the labels of coll-reminders and coll-cp504 overlap',
  )
})

test('a missing station, a line without a way, and a letter at the wrong station are noticed', () => {
  const wrong = changed(({ stations, lines }) => {
    delete stations['alt-cnc']
    lines[0]!.paths = [['prep-questions', 'lit-scotus']]
    stations['coll-bill']!.codes = ['LT11']
  })
  for (const path of wrong.lines.flatMap(({ paths }) => paths)) {
    const at = path.indexOf('alt-cnc')
    if (at >= 0) path.splice(at, 1)
  }
  expect(mapProblems(wrong, law)).toEqual(
    expect.arrayContaining([
      'station alt-cnc is not on the map',
      'no line serves prep-self',
      'line P: no way leads from prep-questions to lit-scotus',
      'the law does not set LT11 on station coll-bill',
    ]),
  )
})

test('each step of the example journeys is a piece of track, a symbol at the station, or passes one station only', () => {
  const net = netOf(map, law)
  const next = (id: string) => tracksAt(net.edges, id).map(({ other }) => other)
  const hubs = map.transfers.map(({ station }) => station)
  const steps = law.journeys.flatMap(({ path }) =>
    path.slice(1).map((to, index) => ({ from: path[index] as string, to })),
  )
  const undrawn = steps.filter(({ from, to }) => !next(from).includes(to) && !hubs.includes(to))
  // A lien notice reaches the fast appeal on the line that runs through the levy notice.
  expect(undrawn).toEqual([{ from: 'coll-lien-notice', to: 'coll-cap-req' }])
  expect(next('coll-lien-notice').filter((id) => next(id).includes('coll-cap-req'))).toEqual([
    'coll-levy-notice',
  ])
})

test('every station can be reached from every other without leaving the map', () => {
  const { edges } = netOf(map, law)
  const reached = new Set(['note-arrives'])
  for (const id of reached) for (const { other } of tracksAt(edges, id)) reached.add(other)
  expect([...reached].sort()).toEqual(Object.keys(map.stations).sort())
})

test('the map has its words in every language', () => {
  const words = [
    ...Object.values(map.stations).map(({ label }) => label),
    ...map.lines.map(({ name }) => name),
  ]
  for (const language of languages)
    expect([language, words.filter((each) => !each[language])]).toEqual([language, []])
})
