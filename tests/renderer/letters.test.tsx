import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { errorWords } from '../../src/renderer/ui/words.ts'
import { letterOf } from './memory-api.ts'
import { showApp } from './show-app.tsx'

const pdf = () => new File(['%PDF-1.7'], 'scan.pdf', { type: 'application/pdf' })

test('an empty library teaches and offers a practice letter, which opens', async () => {
  const { core } = await showApp()
  fireEvent.click(screen.getByRole('button', { name: 'Try a practice letter' }))
  await waitFor(() => expect(window.location.hash).toBe(`#/letter/${core.letters[0]?.id}`))
  await screen.findByText('Reading your letter')
})

test('a dropped file is shown at once as kept', async () => {
  const { view } = await showApp()
  const dataTransfer = { types: ['Files'], files: [pdf()] }
  const target = view.container.querySelector('.app') as HTMLElement
  fireEvent.dragEnter(target, { dataTransfer })
  expect(screen.getByText('Drop your letter anywhere')).toBeTruthy()
  fireEvent.drop(target, { dataTransfer })
  const row = await screen.findByRole('listitem')
  expect(within(row).getByText('scan.pdf')).toBeTruthy()
  expect(within(row).getByText('Kept. Waiting to be read')).toBeTruthy()
})

test('a row says what, who, which year, how much, the next date and the state', async () => {
  await showApp([letterOf()])
  const row = await screen.findByRole('listitem')
  expect(within(row).getByRole('link', { name: /^LT11: / })).toBeTruthy()
  for (const text of ['ALMA EXAMPLE', '2022', '$9,533.53', 'Please check', /days left/])
    expect(within(row).getByText(text)).toBeTruthy()
})

test('a letter that could not be read says why and what to do', async () => {
  await showApp([letterOf({ status: { kind: 'failed', code: 'scan.password' }, reading: null })])
  expect(await screen.findByText(/has a password\. Open it/)).toBeTruthy()
})

test('a removed letter goes to the trash, and Undo brings it back', async () => {
  const { core } = await showApp([letterOf()])
  fireEvent.click(await screen.findByRole('button', { name: /^Remove LT11/ }))
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(core.letters[0]?.removed).toBe(false))
  expect(await screen.findByRole('listitem')).toBeTruthy()
})

test('the trash brings a letter back', async () => {
  const { core } = await showApp([letterOf({ removed: true })], '#/trash')
  fireEvent.click(await screen.findByRole('button', { name: /^Bring back LT11/ }))
  await waitFor(() => expect(core.letters[0]?.removed).toBe(false))
})

test('a change that could not be saved says so', async () => {
  const { core } = await showApp([letterOf()])
  core.failWith = 'library.disk-full'
  fireEvent.click(await screen.findByRole('button', { name: /^Remove LT11/ }))
  expect((await screen.findByRole('alert')).textContent).toContain(errorWords('library.disk-full'))
})
