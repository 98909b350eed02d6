import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { letterOf } from '../../memory-api.ts'
import { showApp } from '../../show-app.tsx'

const pageOne = [
  { text: 'Dear ROSA MUÑOZ', box: [0.1, 0.2, 0.4, 0.02] as [number, number, number, number] },
  { text: 'Rosa Munoz again', box: [0.1, 0.4, 0.4, 0.02] as [number, number, number, number] },
]
const field = () => screen.getByRole('searchbox', { name: 'Search your letters' })

test('typing finds letters, the keyboard leads to one, and its place on the scan is marked', async () => {
  const { core } = await showApp([letterOf()])
  core.pageOne = pageOne
  fireEvent.keyDown(document.body, { key: '/' })
  expect(document.activeElement).toBe(field())
  fireEvent.change(field(), { target: { value: 'munoz' } })
  await screen.findByText('Found in 1 letter.')
  expect(screen.getAllByText('MUÑOZ')[0]?.tagName).toBe('MARK')
  fireEvent.submit(field().closest('form') as HTMLFormElement)
  const hit = screen.getByRole('link', { name: /^LT11/ })
  expect(document.activeElement).toBe(hit)
  window.location.hash = hit.getAttribute('href') ?? ''
  await screen.findByText('“munoz”: place 1 of 2')
  expect(await screen.findAllByTestId('mark')).toHaveLength(2)
  fireEvent.click(screen.getByRole('button', { name: 'Next' }))
  await screen.findByText('“munoz”: place 2 of 2')
})

test('Ctrl+F moves to the search field, and / stays a character while somebody types', async () => {
  await showApp([letterOf()])
  fireEvent.keyDown(document.body, { key: 'f', ctrlKey: true })
  expect(document.activeElement).toBe(field())
  expect(fireEvent.keyDown(field(), { key: '/' })).toBe(true)
})

test('no match, too little typed, and an emptied field each have their message', async () => {
  const { core } = await showApp([letterOf()])
  core.pageOne = pageOne
  fireEvent.change(field(), { target: { value: 'zeppelin' } })
  await screen.findByText(/^Nothing found for “zeppelin”/)
  fireEvent.change(field(), { target: { value: 'ze' } })
  await screen.findByText('Type at least three letters or digits.')
  fireEvent.change(field(), { target: { value: '' } })
  await waitFor(() => expect(window.location.hash).toBe('#/'))
})

test('an address with the words opens the results', async () => {
  await showApp([letterOf()], '#/search/munoz%20%2F%25')
  expect((field() as HTMLInputElement).value).toBe('munoz /%')
})
