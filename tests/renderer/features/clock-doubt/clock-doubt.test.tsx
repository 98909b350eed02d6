import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import es from '../../../../resources/words/es.json' with { type: 'json' }
import { setLanguage } from '../../../../src/renderer/i18n/language.ts'
import { Day } from '../../../../src/shared/model/day.ts'
import { letterOf } from '../../memory-api.ts'
import { showApp } from '../../show-app.tsx'

const doubt = { kind: 'earlier', today: Day.parse('2026-02-10'), newest: Day.parse('2026-11-22') } as const
const letter = letterOf()
const screens = [
  '#/',
  '#/letters',
  '#/waiting',
  '#/deadlines',
  '#/case',
  '#/roadmap',
  `#/letter/${letter.id}`,
  `#/letter/${letter.id}/appeal`,
  '#/search',
  '#/trash',
  '#/settings',
  '#/libraries',
  '#/guide',
  '#/keys',
  '#/about',
]

test('every screen says that the date may be wrong', async () => {
  const { core } = await showApp([letter], '#/', undefined, (memory) => {
    memory.clockDoubt = doubt
  })
  expect(core.clockDoubt).toEqual(doubt)
  for (const hash of screens) {
    window.location.hash = hash
    const bar = await screen.findByRole('region', { name: 'Check the date' })
    expect(within(bar).getByRole('status').textContent, hash).toContain(
      'today is February 10, 2026, but something here was saved on November 22, 2026',
    )
  }
})

test.each(['#/', '#/letters', '#/deadlines', `#/letter/${letter.id}`])(
  'at %s no right is shown as open without it',
  async (hash) => {
    await showApp([letter], hash, undefined, (memory) => {
      memory.clockDoubt = doubt
    })
    await screen.findByRole('region', { name: 'Check the date' })
    const told = await screen.findAllByText(/\d+ days? (left|ago)|last day is today/i)
    for (const each of told) expect(each.textContent).toContain('(if today is February 10, 2026)')
  },
)

test('the reasons for an appeal begin with it', async () => {
  await showApp([letter], `#/letter/${letter.id}/appeal`, undefined, (memory) => {
    memory.clockDoubt = doubt
  })
  expect((await screen.findAllByText(/but something here was saved on/)).length).toBeGreaterThan(1)
})

test('a person confirms the date, and the bar disappears', async () => {
  await showApp([letter], '#/deadlines', undefined, (memory) => {
    memory.clockDoubt = doubt
  })
  fireEvent.click(await screen.findByRole('button', { name: 'Yes, today is February 10, 2026' }))
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Check the date' })).toBeNull())
  expect(screen.queryByText(/if today is/)).toBeNull()
})

test('in Spanish', async () => {
  await showApp([letter], '#/deadlines', undefined, (memory) => {
    memory.clockDoubt = { ...doubt, kind: 'longAfter' }
  })
  await setLanguage('es')
  const bar = await screen.findByRole('region', { name: es.clock.title })
  expect(within(bar).getByRole('status').textContent).toContain('más de un año antes')
  await setLanguage('en')
})
