import { screen, waitFor } from '@testing-library/react'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import words from '../../../resources/words/en.json' with { type: 'json' }
import { hashFromRoute, routeFromHash } from '../../../src/renderer/state/route.ts'
import { letterOf } from '../memory-api.ts'
import { showApp } from '../show-app.tsx'

const hostile = [
  '#/search/%',
  '#/search/%E0%A4%A',
  '#/search/%00%0A',
  '#/search/<script>',
  '#/letter/%',
  '#/letter/%2F..%2F..',
  '#/letter/%/appeal',
  '#/letter/x/find/1/%',
  '#/letter/x/find/99999999/y',
  '#/case/%',
  '#/roadmap/%',
  '#/roadmap/__proto__',
  '#/roadmap/constructor',
  '#/case/__proto__',
  '#/libraries/open/%',
  '#/toString',
  '#/__proto__',
  '#%',
  '##/#/',
  '#/////',
]

test.each([
  ['#/search/%', { screen: 'search', text: '%' }],
  ['#/search/100%25', { screen: 'search', text: '100%' }],
  ['#/letter/%C3%B1', { screen: 'letter', id: 'ñ', find: null }],
  ['#/toString', { screen: 'home' }],
  ['#/letters', { screen: 'letters', view: null }],
])('%s is a screen', (hash, route) => {
  expect(routeFromHash(hash)).toEqual(route)
})

test.each(hostile)('%s leads to a screen, and the screen’s own address leads there again', (hash) => {
  const route = routeFromHash(hash)
  expect(routeFromHash(hashFromRoute(route))).toEqual(route)
})

test.each([
  { screen: 'search', text: 'Alma Quill' },
  { screen: 'letter', id: '0b7c', find: { page: 2, text: 'Alma Quill' } },
  { screen: 'roadmap', station: 'coll-levy-notice' },
] as const)(
  'the address of $screen holds an alias that leads back, and nothing of what was looked up',
  (route) => {
    const hash = hashFromRoute(route)
    expect(hash).toMatch(/^#\/[a-z0-9/]+\/~[0-9a-f-]{13}$/)
    expect(routeFromHash(hash)).toEqual(route)
    expect(hashFromRoute(route)).toBe(hash)
  },
)

test.each([
  ['#/search/~0badcafe-0000', { screen: 'search', text: '' }],
  ['#/letter/0b7c/find/2/~0badcafe-0000', { screen: 'letter', id: '0b7c', find: null }],
  ['#/roadmap/~0badcafe-0000', { screen: 'roadmap', station: null }],
])('%s, of which a reloaded page has forgotten the words, is still a screen', (hash, route) => {
  expect(routeFromHash(hash)).toEqual(route)
})

test('no address can break the parser, and each one round-trips', () => {
  const parts = fc.array(
    fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('letter', 'search', 'find', '%', '1', '')),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(parts, (all) => {
      const route = routeFromHash(`#/${all.join('/')}`)
      expect(routeFromHash(hashFromRoute(route))).toEqual(route)
    }),
  )
})

test('an open window shows a screen at every hostile address and keeps working', async () => {
  await showApp([letterOf()])
  // One of each screen that takes a part of its address; drawing them all takes long.
  for (const hash of [
    '#/search/%',
    '#/letter/%',
    '#/case/__proto__',
    '#/roadmap/constructor',
    '#/libraries/open/%',
  ]) {
    window.location.hash = hash
    await waitFor(() => expect(screen.getAllByRole('heading', { level: 1 }).length).toBeGreaterThan(0))
    expect(screen.queryByText(words.broken.title), hash).toBeNull()
  }
  window.location.hash = '#/about'
  expect(await screen.findByRole('heading', { name: /About Waymark/ })).toBeTruthy()
})
