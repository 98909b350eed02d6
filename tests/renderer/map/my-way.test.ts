import { expect, test } from 'vitest'
import { netOf, routeBetween, symbolsAt } from '../../../src/renderer/map/map-route.ts'
import { myWay } from '../../../src/renderer/map/my-way.ts'
import { nextStop } from '../../../src/renderer/map/next-stop.ts'
import { law, map } from './map-fixture.ts'

const net = netOf(map, law)
const names = (edges: { from: string; to: string }[]) => edges.map(({ from, to }) => `${from} ${to}`)

test('the route from a first bill to the final notice runs along the trunk, station by station', () => {
  expect(names(routeBetween(net, 'coll-bill', 'coll-levy-notice') ?? [])).toEqual([
    'coll-bill coll-balance',
    'coll-balance coll-reminders',
    'coll-reminders coll-cp504',
    'coll-cp504 coll-sorting',
    'coll-sorting coll-acs',
    'coll-acs coll-levy-notice',
  ])
})

test('no route runs against the ways in the law data, and a station is a route to itself', () => {
  expect(routeBetween(net, 'coll-levy-notice', 'coll-bill')).toBeNull()
  expect(routeBetween(net, 'coll-bill', 'coll-bill')).toEqual([])
})

test('two letters without a known connection make a jump, not a line that nobody traveled', () => {
  const way = myWay(law, net, [['coll-levy-notice', 'alt-ia-default']], 'alt-ia-default')
  expect(way.traveled).toEqual([])
  expect(way.jumps).toEqual([{ from: 'coll-levy-notice', to: 'alt-ia-default' }])
})

test('forks show their conditions, one number per station, and their track where there is one', () => {
  const { forks, concerned } = myWay(law, net, [['coll-cp504', 'coll-levy-notice']], 'coll-levy-notice')
  expect(forks.map(({ station }) => station.id)).toEqual(
    law.stations.find(({ id }) => id === 'coll-levy-notice')?.next.map(({ to }) => to),
  )
  expect(forks.every(({ when }) => when.en.length > 3)).toBe(true)
  expect(new Set(forks.map(({ number }) => number)).size).toBe(forks.length)
  expect(forks.find(({ station }) => station.id === 'coll-cdp-req')?.edge).toMatchObject({ line: 'A' })
  expect(forks.find(({ station }) => station.id === 'coll-alternatives')?.edge).toBeNull()
  expect([...concerned]).toEqual(expect.arrayContaining(['coll-cp504', 'coll-acs', 'coll-cdp-req']))
  expect(concerned.has('lit-scotus')).toBe(false)
})

test('two conditions that lead to one station share its number, and a way that stays is not a fork', () => {
  const sent = myWay(law, net, [], 'prep-return-ready').forks
  expect(sent.map(({ number }) => number)).toEqual([1, 1])
  const held = myWay(law, net, [], 'proc-errors').forks
  expect(held.map(({ station }) => station.id)).not.toContain('proc-errors')
})

test('a symbol marks a way to a hub that has no track of its own', () => {
  expect(symbolsAt(map, net, 'coll-levy-notice')).toEqual(['W', 'T'])
  expect(symbolsAt(map, net, 'coll-balance')).toEqual([])
})

test('arrow keys follow the line first, and reach every station', () => {
  expect(nextStop(map, net.edges, 'coll-bill', 'right')).toBe('coll-balance')
  expect(nextStop(map, net.edges, 'coll-levy-notice', 'up')).toBe('coll-lien-notice')
  const reached = new Set(['note-arrives'])
  for (const id of reached)
    for (const direction of ['left', 'right', 'up', 'down'] as const)
      reached.add(nextStop(map, net.edges, id, direction))
  expect(Object.keys(map.stations).filter((id) => !reached.has(id))).toEqual([])
})
