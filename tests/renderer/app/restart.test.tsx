import { fireEvent, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import words from '../../../resources/words/en.json' with { type: 'json' }
import { ApiError } from '../../../src/renderer/state/api.ts'
import { letterOf } from '../memory-api.ts'
import { showApp } from '../show-app.tsx'

const said = words.errors['library.restarted']
const letter = letterOf()

/** The library process ends: the poll that waits is answered for it, and the next process has a later revision. */
async function restart({ api, core }: Awaited<ReturnType<typeof showApp>>, isProtected: boolean) {
  vi.spyOn(api, 'letters:changed').mockImplementationOnce(async () => {
    core.revision += 1_000_000_000
    if (isProtected) core.library = { kind: 'locked', passphrase: true }
    throw new ApiError('library.restarted')
  })
  await api['letter:remove']({ id: letter.id, removed: false })
}

test('a restarted library process is reported, and the letters stay on the screen', async () => {
  const app = await showApp([letter])
  await restart(app, false)
  expect(await screen.findByText(said)).toBeTruthy()
  expect(screen.getByRole('link', { name: /LT11/ })).toBeTruthy()
  expect(app.store.getState()).toMatchObject({ kind: 'ready', reachable: true })
})

test('a protected library is locked again, which the window explains once', async () => {
  const app = await showApp([letter])
  await restart(app, true)
  expect(await screen.findByRole('heading', { name: words.access.unlock.title })).toBeTruthy()
  expect(screen.getByText(said)).toBeTruthy()
  app.core.library = { kind: 'open', isProtected: true }
  await app.store.refresh()
  fireEvent.click(await screen.findByRole('button', { name: words.actions.close }))
  app.core.library = { kind: 'locked', passphrase: true }
  await app.store.refresh()
  expect(await screen.findByRole('heading', { name: words.access.unlock.title })).toBeTruthy()
  expect(screen.queryByText(said)).toBeNull()
})
