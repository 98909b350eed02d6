import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { App } from '../../../../src/renderer/app/app.tsx'
import { createLibraryStore, type LibraryStore } from '../../../../src/renderer/state/library-store.ts'
import type { LibraryState } from '../../../../src/shared/contract/library.ts'
import { letterOf, memoryApi } from '../../memory-api.ts'
import { passphrase, recoveryKey, suggested } from '../../memory-library.ts'
import { openParts } from '../letter/open-parts.ts'

let store: LibraryStore | null = null
afterEach(() => {
  window.localStorage.clear()
  store?.stop()
  cleanup()
  window.location.hash = ''
})

async function show(library: LibraryState, locksIn: number | null = null) {
  const memory = memoryApi([letterOf()])
  memory.core.locksIn = locksIn
  memory.core.library = library
  memory.core.info = { ...memory.core.info, isProtected: library.kind === 'open' && library.isProtected }
  store = createLibraryStore(memory.api, 5)
  render(<App store={store} />)
  store.start()
  await screen.findByRole('heading', { level: 1 })
  return memory
}
const type = (label: string, text: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } })
const press = (name: string) => act(async () => fireEvent.click(screen.getByRole('button', { name })))

test('the first start sets a passphrase, and shows the recovery key until it is on paper', async () => {
  const { core } = await show({ kind: 'new' })
  openParts()
  type('New passphrase', 'short')
  await press('Begin')
  expect(screen.getByText(/too short/)).toBeTruthy()
  type('New passphrase', '1234567890')
  expect(await screen.findByText(/guess this in less than an hour/)).toBeTruthy()
  type('Type it again', '1234567890')
  await press('Begin')
  expect(core.library.kind).toBe('new')
  type('New passphrase', passphrase)
  expect(await screen.findByText(/longer than a lifetime/)).toBeTruthy()
  type('Type it again', `${passphrase}!`)
  await press('Begin')
  expect(screen.getByText(/not the same/)).toBeTruthy()
  type('Type it again', passphrase)
  await press('Begin')
  for (const group of recoveryKey.split('-')) expect(await screen.findByText(group)).toBeTruthy()
  const goOn = () => screen.getByRole('button', { name: 'Go on to my letters' }) as HTMLButtonElement
  expect(goOn().disabled).toBe(true)
  fireEvent.click(screen.getByRole('checkbox', { name: /printed it/ }))
  await press('Go on to my letters')
  expect(core.info.recoveryKeyNoted).toBe(true)
  expect(core.library).toEqual({ kind: 'open', isProtected: true })
})

test('the first letter is kept before anything is asked, and the passphrase is offered then', async () => {
  const { core } = await show({ kind: 'new' })
  core.letters = []
  const dataTransfer = { types: ['Files'], files: [new File(['%PDF-1.7'], 'mine.pdf')] }
  fireEvent.drop(document.querySelector('main') as HTMLElement, { dataTransfer })
  expect(await screen.findByText('Your letter is kept safe.')).toBeTruthy()
  expect(core.library).toEqual({ kind: 'open', isProtected: false })
  expect(core.letters.map(({ fileName }) => fileName)).toEqual(['mine.pdf'])
  expect(await screen.findByRole('link', { name: 'Choose a passphrase' })).toBeTruthy()
  await press('No passphrase')
  expect(screen.queryByRole('link', { name: 'Choose a passphrase' })).toBeNull()
})

test('the practice letter needs no library either', async () => {
  const { core } = await show({ kind: 'new' })
  core.letters = []
  await press('Try a practice letter')
  await waitFor(() => expect(core.letters).toHaveLength(1))
})

test('five words are suggested, and written into both boxes where the person wants them', async () => {
  const { core } = await show({ kind: 'new' })
  openParts()
  await press('Suggest five words')
  expect(await screen.findByText(suggested.en)).toBeTruthy()
  expect(screen.getByText(/Write these words on paper/)).toBeTruthy()
  expect((screen.getByLabelText('New passphrase') as HTMLInputElement).value).toBe('')
  await press('Use these words')
  for (const label of ['New passphrase', 'Type it again'])
    expect((screen.getByLabelText(label) as HTMLInputElement).value).toBe(suggested.en)
  await press('Begin')
  expect(core.library).toEqual({ kind: 'open', isProtected: true })
})

test('a locked library shows nothing of a letter, and a wrong passphrase gives no hint', async () => {
  await show({ kind: 'locked', passphrase: true })
  // Whoever comes back types at once; the heading must not take the focus away from the box.
  expect(document.activeElement).toBe(screen.getByLabelText('Passphrase'))
  expect(document.body.textContent).not.toMatch(/LT11|ALMA|letter\.pdf/)
  type('Passphrase', 'not the passphrase')
  await press('Open my letters')
  expect((await screen.findByText(/That is not the passphrase/)).textContent).not.toContain(passphrase)
  type('Passphrase', passphrase)
  await press('Open my letters')
  expect(await screen.findByRole('link', { name: /LT11/ })).toBeTruthy()
})

test('the recovery key opens it too', async () => {
  await show({ kind: 'locked', passphrase: true })
  await press('Use the recovery key')
  type('Recovery key', recoveryKey)
  await press('Open my letters')
  expect(await screen.findByRole('link', { name: /LT11/ })).toBeTruthy()
})

const unavailable = { kind: 'unavailable', code: 'library.damaged', sealed: false, salvaged: null } as const

test('a library that does not open says why, and is tried again on request', async () => {
  const { core } = await show(unavailable)
  expect(screen.getByRole('alert').textContent).toMatch(/damaged/)
  expect(screen.getByText(/Nothing was changed/)).toBeTruthy()
  await press('Try again')
  expect(core.library.kind).toBe('open')
})

test('what can be saved from a damaged library is shown before anything is replaced', async () => {
  const { core } = await show(unavailable)
  core.salvaged = { letters: 4, damagedLetters: 1, lostRows: 2 }
  await press('See what can be saved')
  const found = (await screen.findByText('4 letters can be saved.')).closest('[role=status]')
  expect(found?.textContent).toMatch(/1 of them has lost something.*2 entries in the file could not be read/)
  expect(core.library.kind).toBe('unavailable')
  await press('Go on with these letters')
  expect(core.library.kind).toBe('open')
})

test('a protected library is searched only with its passphrase', async () => {
  const { core } = await show({ ...unavailable, sealed: true })
  await press('See what can be saved')
  expect(screen.getByText(/Without it nothing in the file can be read/)).toBeTruthy()
  type('Your passphrase or recovery key', 'not the passphrase')
  await press('See what can be saved')
  expect(screen.getByText(/That is not the passphrase/)).toBeTruthy()
  type('Your passphrase or recovery key', passphrase)
  core.salvaged = { letters: 2, damagedLetters: 0, lostRows: 0 }
  await press('See what can be saved')
  expect(await screen.findByText(/They are complete/)).toBeTruthy()
})

test('where nothing can be saved, a backup or a new start remains, and the old file is kept', async () => {
  const { core } = await show(unavailable)
  await press('See what can be saved')
  expect(await screen.findByText(/Nothing in this file could be read/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Go on with these letters' })).toBeNull()
  fireEvent.click(screen.getByText('If neither works'))
  await press('Start over, and keep the old file')
  expect(core.library).toEqual({ kind: 'new' })
})

test('a full disk or another program does not offer salvage', async () => {
  await show({ ...unavailable, code: 'library.busy' })
  expect(screen.queryByText('Save what can still be read')).toBeNull()
  expect(screen.queryByText('If neither works')).toBeNull()
})

test('a library on a network drive says what to do instead, and opens there only when asked', async () => {
  const { core } = await show({ ...unavailable, code: 'library.network-drive' })
  expect(screen.getByRole('alert').textContent).toMatch(
    /network drive.*Copy its whole folder to this computer/,
  )
  expect(screen.queryByText('Save what can still be read')).toBeNull()
  fireEvent.click(screen.getByText('Open it on the network drive anyway'))
  await press('Open it there')
  expect(core.library.kind).toBe('open')
})

test('a minute before it locks automatically it says so quietly, and stays open on request', async () => {
  const { core } = await show({ kind: 'open', isProtected: true }, 55)
  expect(await screen.findByText(/It will lock in a minute/)).toBeTruthy()
  await press('Stay open')
  expect(core.locksIn).toBeNull()
  expect(screen.queryByText(/It will lock in a minute/)).toBeNull()
})

test('locking leaves the letters, and unlocking returns to where the person was', async () => {
  window.location.hash = '#/settings'
  await show({ kind: 'open', isProtected: true })
  fireEvent.click(await screen.findByRole('button', { name: 'Lock now' }))
  expect(await screen.findByRole('heading', { name: 'Your letters are locked' })).toBeTruthy()
  type('Passphrase', passphrase)
  await press('Open my letters')
  expect(await screen.findByRole('heading', { name: 'Settings' })).toBeTruthy()
})
