import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import words from '../../../../resources/words/en.json' with { type: 'json' }
import { letterOf } from '../../memory-api.ts'
import { showApp } from '../../show-app.tsx'

const { libraries } = words
const ana = { id: '0123456789abcdef', name: 'Ana', folder: '/home/vol/Ana', here: true, now: false }
const type = (folder: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: libraries.folder }), { target: { value: folder } })

test('another library replaces this one: its name is shown, and none of the previous letters', async () => {
  await showApp([letterOf()], '#/libraries')
  await screen.findByText(libraries.folderHint)
  type('Clients/Ben')
  fireEvent.click(screen.getByRole('button', { name: libraries.openThere }))
  await screen.findByRole('link', { name: libraries.label.replace('{{name}}', 'Ben') })
  await screen.findByRole('heading', { name: words.empty.title })
  expect(document.title).not.toContain('Ben')
})

test('a refusal stays on the screen next to what was typed', async () => {
  const { core } = await showApp([letterOf()], '#/libraries')
  await screen.findByText(libraries.folderHint)
  core.failWith = 'library.not-there'
  type('Clients/Ben')
  fireEvent.click(screen.getByRole('button', { name: libraries.openThere }))
  await screen.findByText(words.errors['library.not-there'])
  expect((screen.getByRole('textbox', { name: libraries.folder }) as HTMLInputElement).value).toBe(
    'Clients/Ben',
  )
})

test('an address opens a known library, with a locked one before it too', async () => {
  const { core, store } = await showApp([letterOf()], '#/')
  core.known = [ana]
  core.library = { kind: 'locked', passphrase: true }
  core.revision += 1
  await store.refresh()
  await store.refresh()
  await screen.findByRole('heading', { name: words.access.unlock.title })
  window.location.hash = `#/libraries/open/${ana.id}`
  await screen.findByText('Ana')
  await screen.findByRole('heading', { name: words.access.unlock.title })
  expect(core.appRevision.place).toBe(1)
})
