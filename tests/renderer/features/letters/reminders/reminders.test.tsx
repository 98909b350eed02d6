import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { Day } from '../../../../../src/shared/model/day.ts'
import { letterOf } from '../../../memory-api.ts'
import { showApp } from '../../../show-app.tsx'

afterEach(() => window.sessionStorage.clear())

const letter = () => letterOf({}, { noticeCode: 'LT11', noticeDate: Day.parse('2026-01-30') })
const sheet = () => screen.findByRole('complementary', { name: /date.* coming up/ })

test('the list of letters shows what is near, and snoozing hides it until the next date', async () => {
  const { core } = await showApp([letter()], '#/letters', '2026-02-20')
  const row = within(await sheet()).getAllByRole('listitem')[0] as HTMLElement
  expect(row.textContent).toContain('LT11')
  expect(row.textContent).toContain('that you have not checked yet')
  fireEvent.click(within(row).getByRole('button', { name: /remind me again on/ }))
  await waitFor(() => expect(Object.keys(core.desk.snoozes)).toHaveLength(1))
  await waitFor(() => expect(screen.queryByText(/date.* coming up/)).toBeNull())
})

test('closing it affects only this window, and nothing is snoozed', async () => {
  const { core } = await showApp([letter()], '#/letters', '2026-02-20')
  fireEvent.click(within(await sheet()).getByRole('button', { name: 'Close for now' }))
  await waitFor(() => expect(screen.queryByText(/date.* coming up/)).toBeNull())
  expect(core.desk.snoozes).toEqual({})
})

test('nothing near, no reminder sheet', async () => {
  await showApp([letter()], '#/letters', '2026-02-01')
  await screen.findByText('LT11', { exact: false })
  expect(screen.queryByText(/date.* coming up/)).toBeNull()
})

test('the settings choose folders, say what is wrong with them, and what came in', async () => {
  const { core } = await showApp([], '#/settings')
  const calendar = within(await screen.findByRole('region', { name: 'Calendar file' }))
  fireEvent.click(await calendar.findByRole('button', { name: 'Choose a folder' }))
  expect(await calendar.findByText('Folder: /home/ana/chosen')).toBeTruthy()
  const scanner = within(await screen.findByRole('region', { name: 'Scanner folder' }))
  core.desk.scanner.problem = 'folder.missing'
  core.desk.scanner.recentImports = [
    { fileName: 'scan.pdf', at: '2026-02-10T10:00:00.000Z', id: null, known: false, code: 'scan.damaged' },
  ]
  fireEvent.click(await scanner.findByRole('button', { name: 'Choose a folder' }))
  expect(await scanner.findByText(/scan.pdf/)).toBeTruthy()
  fireEvent.click(scanner.getByRole('button', { name: 'Stop' }))
  await waitFor(() => expect(core.desk.scanner.folder).toBeNull())
})
