import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { letterOf } from './memory-api.ts'
import { showApp } from './show-app.tsx'

const read = letterOf()
const letter = { ...read, confirmed: read.reading?.facts ?? null }
const open = () => showApp([letter], `#/letter/${letter.id}/appeal`)
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })

test('while a CDP hearing is open the better form is named with its last day', async () => {
  await open()
  await screen.findByRole('heading', { name: /fits best \(Form 12153\)/ })
  expect(screen.getByText(/Last day: Monday, March 2, 2026/)).toBeTruthy()
  expect(
    screen.getByRole('heading', { name: /^Form 12153, Request for a Collection Due Process/ }),
  ).toBeTruthy()
  fireEvent.click(screen.getByLabelText('Form 9423 instead'))
  await screen.findByRole('heading', { name: /^Form 9423, Collection Appeal Request/ })
})

test('the draft follows the typing, and the typing is saved by itself', async () => {
  const { core } = await open()
  type('Why is it wrong?', 'I paid this in May.')
  const draft = screen.getByRole('region', { name: 'Draft' })
  await within(draft).findByText(/I paid this in May\./)
  await waitFor(() => expect(core.letters[0]?.answers.whyWrong).toBe('I paid this in May.'), {
    timeout: 3000,
  })
  await screen.findByText('Saved')
})

test('leaving the screen saves at once', async () => {
  const { core } = await open()
  type('Home phone', '555-0100')
  window.location.hash = '#/'
  await waitFor(() => expect(core.letters[0]?.answers.homePhone).toBe('555-0100'), { timeout: 400 })
})

test('a fresh list from the core does not overwrite what is being typed', async () => {
  const { change, store } = await open()
  type('Name', 'ALMA B EXAMPLE')
  await change(letter.id, { status: { kind: 'read' } })
  await store.refresh()
  expect((screen.getByLabelText('Name') as HTMLInputElement).value).toBe('ALMA B EXAMPLE')
})

test('text that cannot be saved stays, says why, and is saved on another try', async () => {
  const { core } = await open()
  core.failWith = 'library.disk-full'
  type('Name', 'ALMA EXAMPLE')
  fireEvent.click(await screen.findByRole('button', { name: 'Try again' }, { timeout: 3000 }))
  core.failWith = null
  fireEvent.click(await screen.findByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(core.letters[0]?.answers.name).toBe('ALMA EXAMPLE'), { timeout: 3000 })
})

test('a conference is written down with its day; a day still to come is not', async () => {
  const { core } = await open()
  type('On which day', '2/31/2026')
  fireEvent.click(screen.getByRole('button', { name: 'Add this day' }))
  await screen.findByText(/This is not a day we can use/)
  type('On which day', '2/11/2026')
  fireEvent.click(screen.getByRole('button', { name: 'Add this day' }))
  await screen.findByText(/still to come/)
  type('On which day', '2/9/2026')
  fireEvent.click(screen.getByRole('button', { name: 'Add this day' }))
  await waitFor(
    () =>
      expect(core.letters[0]?.events).toEqual([{ kind: 'conferenceRequested', day: '2026-02-09', note: '' }]),
    { timeout: 3000 },
  )
})

test('the packet is made after what was typed is stored', async () => {
  const { core } = await open()
  type('Name', 'ALMA C EXAMPLE')
  fireEvent.click(screen.getByRole('tab', { name: 'Packet' }))
  fireEvent.click(await screen.findByRole('button', { name: 'Make the packet' }))
  await screen.findByText('The packet has 5 pages.')
  expect(core.namesInPackets).toEqual(['ALMA C EXAMPLE'])
})
