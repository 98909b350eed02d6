import { fireEvent, render, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { App } from '../../src/renderer/app/app.tsx'
import { ApiError } from '../../src/renderer/state/api.ts'
import { createLibraryStore } from '../../src/renderer/state/library-store.ts'
import { letterOf, memoryApi } from './memory-api.ts'
import { showApp } from './show-app.tsx'

test('the deadlines of all letters are listed earliest first', async () => {
  const soon = letterOf({}, { noticeDate: '2026-01-15' as never })
  await showApp([letterOf(), soon], '#/deadlines')
  const days = within(screen.getByRole('region', { name: 'Ahead, soonest first' })).getAllByText(/2026$/, {
    selector: '.deadline-last',
  })
  expect(days.map((day) => day.textContent).slice(0, 2)).toEqual([
    'Tuesday, February 17, 2026',
    'Monday, March 2, 2026',
  ])
})

test('a letter is pinned to its station, and the station opens with its ways ahead', async () => {
  await showApp([letterOf()], '#/roadmap')
  const stop = screen.getByRole('link', { name: /1 letter, .*You are here/ })
  window.location.hash = stop.getAttribute('href') ?? ''
  const panel = await screen.findByRole('region', { name: /^Final notice before levy/ })
  expect(within(panel).getByText('Your letters here')).toBeTruthy()
  expect(within(panel).getByRole('link', { name: 'Ask for a CDP hearing' })).toBeTruthy()
})

test('the roadmap is an ordered list too', async () => {
  await showApp([letterOf()], '#/roadmap')
  fireEvent.click(screen.getByRole('radio', { name: 'List' }))
  expect((await screen.findAllByRole('list')).length).toBeGreaterThan(5)
  expect(screen.getByText('You are here', { selector: '.tag' })).toBeTruthy()
})

test('a window without its key says how to get one', async () => {
  const { api } = memoryApi()
  const closed = { ...api, 'letters:list': async () => Promise.reject(new ApiError('api.no-key')) }
  const store = createLibraryStore(closed)
  render(<App store={store} />)
  store.start()
  expect((await screen.findByRole('alert')).textContent).toMatch(/without its key.*npm start/)
  store.stop()
})

test('the app says once that it is not legal advice', async () => {
  await showApp()
  expect(screen.getAllByText(/not legal advice/)).toHaveLength(1)
})
