import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { letterOf } from '../memory-api.ts'
import { passphrase } from '../memory-library.ts'
import { showApp } from '../show-app.tsx'

const letter = letterOf()

test('each screen says that the letters are an older copy until the person goes on with it', async () => {
  const { core } = await showApp([letter], '#/', undefined, (memory) => {
    memory.olderThan = '2026-11-22T12:00:00.000Z'
  })
  for (const hash of ['#/', `#/letter/${letter.id}`, '#/settings']) {
    window.location.hash = hash
    const bar = await screen.findByRole('region', { name: 'These letters are an older copy' })
    expect(within(bar).getByRole('status').textContent).toContain('saw a later version of them on')
  }
  fireEvent.click(screen.getByRole('button', { name: 'Go on with this copy' }))
  await waitFor(() => expect(screen.queryByRole('region', { name: /older copy/ })).toBeNull())
  expect(core.olderThan).toBeNull()
})

test('a check names the letter that was changed outside of Waymark, and says what to do', async () => {
  const { core } = await showApp([letter], '#/settings', undefined, (memory) => {
    memory.issues = [{ what: 'changed', letters: [letter.id], detail: '' }]
  })
  fireEvent.click(await screen.findByRole('button', { name: 'Check all letters' }))
  const said = await screen.findByText('Something was changed outside of Waymark, in:')
  const box = within(said.parentElement ?? document.body)
  expect(box.getByRole('link').getAttribute('href')).toBe(`#/letter/${letter.id}`)
  expect(box.getByText(/Compare what Waymark shows with the paper letter/)).toBeDefined()
  fireEvent.click(box.getByRole('button', { name: /I compared them/ }))
  await waitFor(() => expect(core.issues).toEqual([]))
})

test('after a new passphrase the person reads what old backups still open, and can make a new key there', async () => {
  await showApp([letter], '#/settings', undefined, (memory) => {
    memory.info = { ...memory.info, isProtected: true, recoveryKeyNoted: true }
  })
  fireEvent.click(await screen.findByRole('button', { name: 'Change the passphrase' }))
  const form = (await screen.findByRole('button', { name: 'Change it' })).closest('form')
  const [current, ...fresh] = form?.querySelectorAll('input') ?? []
  if (!form || !current) throw new Error('there is no form for a new passphrase')
  fireEvent.change(current, { target: { value: passphrase } })
  for (const box of fresh) fireEvent.change(box, { target: { value: 'mouse carpet seldom orbit velvet' } })
  fireEvent.submit(form)
  expect(await screen.findByText(/Backups you already made still open with the old one/)).toBeDefined()
  expect(screen.getByText(/can also get the key to your current letters/)).toBeDefined()
  expect(screen.getByRole('button', { name: 'Make a new key and encrypt everything again' })).toBeDefined()
})
