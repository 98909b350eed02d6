import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { letterOf } from '../../memory-api.ts'
import { showApp } from '../../show-app.tsx'

test('the settings show where the letters are and how large the file is', async () => {
  await showApp([], '#/settings')
  const place = within(await screen.findByRole('region', { name: 'Where your letters are' }))
  expect(await place.findByText('/home/ana/library.waymark')).toBeTruthy()
  expect(place.getByText('1.2 MB')).toBeTruthy()
})

test('all letters are read again, and the window says how many', async () => {
  await showApp([letterOf(), letterOf()], '#/settings')
  fireEvent.click(await screen.findByRole('button', { name: 'Read all letters again' }))
  expect(await screen.findByText('2 letters are being read again.')).toBeTruthy()
})

const backup = (number: number, isProtected: boolean) => ({
  name: `library backup ${number}, 2026-02-10.waymark`,
  madeAt: '2026-02-10T12:00:00.000Z',
  bytes: 1000,
  letters: 1,
  protected: isProtected,
})
const withBackups = () =>
  showApp([], '#/settings', undefined, (core) => {
    core.library = { kind: 'open', isProtected: true }
    core.info = { ...core.info, isProtected: true }
    core.backups = [backup(3, true), backup(2, false), backup(1, false)]
  })

test('backups from before the passphrase are named until they are protected', async () => {
  const { core } = await withBackups()
  expect(await screen.findByText(/2 older backups have no passphrase/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Protect them with the passphrase' }))
  expect(await screen.findByText(/All your backups on this computer now have the passphrase/)).toBeTruthy()
  await waitFor(() => expect(screen.queryByText(/older backups have no passphrase/)).toBeNull())
  expect(core.backups).toHaveLength(3)
})

test('or until they are deleted, and no other backup with them', async () => {
  const { core } = await withBackups()
  fireEvent.click(await screen.findByRole('button', { name: 'Delete them' }))
  await waitFor(() => expect(core.backups.map(({ name }) => name)).toEqual([backup(3, true).name]))
})

test('a second name of the file and an unfinished copy elsewhere are said with the place', async () => {
  const unfinishedCopy = '/media/stick/library unfinished copy, can be deleted.making'
  await showApp([], '#/settings', undefined, (core) => {
    core.library = { kind: 'open', isProtected: true }
    core.info = { ...core.info, isProtected: true, hasOtherName: true, unfinishedCopy }
  })
  expect(await screen.findByText(/second name on this disk/)).toBeTruthy()
  expect(screen.getByText(unfinishedCopy)).toBeTruthy()
})
