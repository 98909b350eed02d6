import { act, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { words } from '../../../src/renderer/i18n/words.ts'
import type { Letter } from '../../../src/shared/model/letter.ts'
import { longestWait } from '../../support.ts'
import { letterOf } from '../memory-api.ts'
import { showApp } from '../show-app.tsx'

const read = letterOf()
const other = letterOf({ confirmed: read.reading?.facts ?? null })
const beingRead = letterOf({ fileName: 'long.pdf', status: { kind: 'waiting' }, reading: null })

type Shown = Awaited<ReturnType<typeof showApp>>

/** Waits until nothing is drawn any longer: answers of the core that the screen asked for have come. */
async function settle({ commits }: Shown): Promise<void> {
  let before = -1
  while (before !== commits.count) {
    before = commits.count
    await act(() => new Promise((resolve) => setTimeout(resolve, 120)))
  }
}

async function readPage(shown: Shown, letter: Letter, page: number): Promise<void> {
  await act(() => shown.change(letter.id, { status: { kind: 'reading', page, of: 9 } }))
  await vi.waitFor(() => {
    const state = shown.store.getState()
    const now = state.kind === 'ready' ? state.letters.find(({ id }) => id === letter.id) : undefined
    expect(now?.status).toEqual({ kind: 'reading', page, of: 9 })
  }, longestWait)
  await settle(shown)
}

test.each([
  ['the screen of another letter', `#/letter/${other.id}`],
  ['another letter to check', `#/letter/${read.id}`],
  ['the appeal', `#/letter/${other.id}/appeal`],
  ['the deadlines', '#/deadlines'],
  ['the case', '#/case'],
  ['the roadmap', '#/roadmap'],
  ['a search', '#/search/alma'],
  ['the trash', '#/trash'],
  ['the settings', '#/settings'],
])('%s does not render again while a letter is being read', async (_, hash) => {
  const shown = await showApp([read, other, beingRead], hash)
  await readPage(shown, beingRead, 1)
  const before = shown.commits.count
  await readPage(shown, beingRead, 2)
  await readPage(shown, beingRead, 3)
  expect(shown.commits.count - before).toBe(0)
})

test('in the list, only the state of the letter that is being read renders again', async () => {
  const shown = await showApp([read, other, beingRead], '#/')
  await readPage(shown, beingRead, 1)
  const before = shown.commits.count
  const said = vi.spyOn(words, 't')
  await readPage(shown, beingRead, 2)
  const keys = said.mock.calls.map(([key]) => key)
  said.mockRestore()
  expect(screen.getByText(/page 2 of 9/i)).toBeTruthy()
  expect([...new Set(keys)]).toEqual(['state.readingPage'])
  expect(shown.commits.count - before).toBe(1)
})

test('a letter that was read appears on the screens that count with it', async () => {
  const shown = await showApp([beingRead], '#/deadlines')
  await settle(shown)
  expect(screen.queryByText('Monday, March 2, 2026')).toBeNull()
  await act(() => shown.change(beingRead.id, { status: { kind: 'read' }, reading: read.reading }))
  expect(await screen.findAllByText('Monday, March 2, 2026')).not.toHaveLength(0)
})

test('the row of a letter that was read says what it is', async () => {
  const shown = await showApp([beingRead], '#/')
  await readPage(shown, beingRead, 1)
  await act(() => shown.change(beingRead.id, { status: { kind: 'read' }, reading: read.reading }))
  expect(await screen.findByRole('link', { name: /^LT11/ })).toBeTruthy()
})
