import { act, cleanup, render } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { t } from '../../src/renderer/i18n/words.ts'
import { allStories } from './story.ts'

afterEach(() => {
  cleanup()
  window.location.hash = ''
})

/** All but the slow thousand: how a long list draws has tests of its own. */
const states = allStories.flatMap(({ title, states }) =>
  Object.entries(states)
    .filter(([state]) => state !== 'a thousand')
    .map(([state, draw]) => ({ name: `${title}: ${state}`, draw })),
)

test('there are stories of the main screens and of their parts', () => {
  expect(allStories.map(({ title }) => title).sort()).toEqual([
    'Controls',
    'Letter',
    'Letters',
    'Library access',
    'Other screens',
  ])
})

test.each(states)('the story $name draws', async ({ draw }) => {
  const { container } = render(draw())
  await vi.waitFor(() => expect(container.querySelector('h1, .screen')).not.toBeNull(), 10_000)
  await act(() => new Promise((resolve) => setTimeout(resolve, 50)))
  expect(container.querySelector('h1, .field, .button, .tag')).not.toBeNull()
  expect(container.textContent).not.toContain(t('broken.title'))
})
