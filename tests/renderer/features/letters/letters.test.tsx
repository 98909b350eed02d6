import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { errorWords } from '../../../../src/renderer/i18n/words.ts'
import { letterOf } from '../../memory-api.ts'
import { showApp } from '../../show-app.tsx'

const pdf = () => new File(['%PDF-1.7'], 'scan.pdf', { type: 'application/pdf' })

test('an empty library teaches and offers a practice letter, which opens', async () => {
  const { core } = await showApp()
  fireEvent.click(screen.getByRole('button', { name: 'Try a practice letter' }))
  await waitFor(() => expect(window.location.hash).toBe(`#/letter/${core.letters[0]?.id}`))
  await screen.findByText('Reading your letter')
})

test('a dropped file is shown as saved at once', async () => {
  const { view } = await showApp()
  const dataTransfer = { types: ['Files'], files: [pdf()] }
  const target = view.container.querySelector('.app') as HTMLElement
  fireEvent.dragEnter(target, { dataTransfer })
  expect(screen.getByText('Drop your letter anywhere')).toBeTruthy()
  fireEvent.drop(target, { dataTransfer })
  const fresh = await screen.findByRole('region', { name: /^New 1/ })
  expect(within(fresh).getByText('scan.pdf')).toBeTruthy()
  expect(within(fresh).getByText('Kept. Waiting to be read')).toBeTruthy()
})

test('a row says what, who, which year, how much, the next date and the state', async () => {
  await showApp([letterOf()], '#/letters')
  const row = await screen.findByRole('row')
  expect(within(row).getByRole('link', { name: /^LT11 Final warning before the IRS takes/ })).toBeTruthy()
  for (const text of ['LT11', 'ALMA EXAMPLE', '2022', '$9,533.53', 'Please check', /days left/])
    expect(within(row).getByText(text)).toBeTruthy()
})

test('a letter that could not be read says why and what to do', async () => {
  await showApp([letterOf({ status: { kind: 'failed', code: 'scan.password' }, reading: null })], '#/letters')
  expect(await screen.findByText(/PDF is locked\. Type its password/)).toBeTruthy()
})

test('a removed letter moves to the trash, and Undo brings it back', async () => {
  const { core } = await showApp([letterOf()], '#/letters')
  fireEvent.click(await screen.findByRole('button', { name: /^Remove LT11/ }))
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(core.letters[0]?.removed).toBe(false))
  expect(await screen.findByRole('row')).toBeTruthy()
})

test('the trash returns a letter', async () => {
  const { core } = await showApp([letterOf({ removed: true })], '#/trash')
  fireEvent.click(await screen.findByRole('button', { name: /^Bring back LT11/ }))
  await waitFor(() => expect(core.letters[0]?.removed).toBe(false))
})

test('a change that could not be saved says so', async () => {
  const { core } = await showApp([letterOf()], '#/letters')
  core.failWith = 'library.disk-full'
  fireEvent.click(await screen.findByRole('button', { name: /^Remove LT11/ }))
  expect((await screen.findByRole('alert')).textContent).toContain(errorWords('library.disk-full'))
})

test('four views, each with its letters; the address says which one', async () => {
  const read = letterOf()
  const confirmed = read.reading?.facts ?? null
  const mailed = [{ kind: 'hearingRequestMailed', day: '2026-02-09', note: '' }]
  const sent = letterOf({ confirmed, events: mailed as never })
  const failed = letterOf({
    status: { kind: 'failed', code: 'scan.damaged' },
    reading: null,
    fileName: 'x.jpg',
  })
  await showApp([read, sent, failed], '#/letters')
  const view = (name: RegExp) => screen.getByRole('link', { name })
  expect(view(/^Do now 1/).getAttribute('aria-current')).toBe('page')
  expect(screen.getByRole('region', { name: 'Could not be read' }).textContent).toContain('x.jpg')
  window.location.hash = view(/^Waiting for the IRS 1/).getAttribute('href') ?? ''
  await screen.findByText('Sent by you')
  window.location.hash = '#/done'
  await screen.findByText(/Nothing is done yet/)
})

test('one person’s letters can be shown alone, and stay that way', async () => {
  await showApp([letterOf(), letterOf({}, { taxpayerName: 'BEN SAMPLE' })], '#/letters')
  expect(screen.getAllByRole('row')).toHaveLength(2)
  fireEvent.change(screen.getByRole('combobox', { name: 'Person' }), { target: { value: 'BEN SAMPLE' } })
  expect(screen.getAllByRole('row')).toHaveLength(1)
  window.location.hash = '#/deadlines'
  await screen.findByRole('heading', { name: 'Deadlines' })
  window.location.hash = '#/letters'
  expect(await screen.findByText('BEN SAMPLE', { selector: 'span' })).toBeTruthy()
  expect(screen.getAllByRole('row')).toHaveLength(1)
})
