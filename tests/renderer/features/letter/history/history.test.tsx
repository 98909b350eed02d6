import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { noAnswers } from '../../../../../src/shared/model/appeal.ts'
import { Day } from '../../../../../src/shared/model/day.ts'
import type { HistoryChange } from '../../../../../src/shared/model/history.ts'
import { factsOf } from '../../../../../src/shared/model/letter.ts'
import { letterOf } from '../../../memory-api.ts'
import { showApp } from '../../../show-app.tsx'

const letter = letterOf()
const facts = factsOf(letter)
const changes: HistoryChange[] = [
  { what: 'kept' },
  { what: 'confirmed', before: null, after: facts },
  { what: 'confirmed', before: facts, after: { ...facts, noticeDate: Day.parse('2026-01-31') } },
  { what: 'events', before: [], after: [{ kind: 'phoneCall', day: Day.parse('2026-02-01'), note: '' }] },
  { what: 'answers', before: noAnswers, after: { ...noAnswers, tin: '900-12-3456', whyWrong: 'Paid' } },
]

test('the history shows values before and after, and no full number', async () => {
  const { core } = await showApp([letter], '#/')
  core.steps = changes.map((change, id) => ({
    id: id + 1,
    at: '2026-02-10T10:00:00.000Z',
    changes: [change],
    undoes: null,
  }))
  core.steps.push({ id: 6, at: '2026-02-10T11:00:00.000Z', changes: [changes[4]!], undoes: 5 })
  window.location.hash = `#/letter/${letter.id}`
  const history = (await screen.findByRole('heading', { name: 'History' })).parentElement as HTMLElement
  fireEvent.click(within(history).getByRole('button', { name: 'History' }))
  for (const text of [
    'The letter was added.',
    'You confirmed the facts.',
    'Date of the letter: “January 30, 2026” became “January 31, 2026”',
    'Written down or added: I talked with the IRS by phone, February 1, 2026',
    'You typed for the appeal: SSN or EIN and Why is it wrong?',
    'Undone: You typed for the appeal: SSN or EIN and Why is it wrong?',
  ])
    expect(within(history).getByText(text)).toBeTruthy()
  expect(history.textContent).not.toContain('900-12')
  fireEvent.click(within(history).getByRole('button', { name: 'Undo the last change' }))
  await waitFor(() => expect(core.undone).toEqual(['undo']))
})

test('Ctrl+Z undoes, Ctrl+Shift+Z redoes, and a text box keeps its own undo', async () => {
  const { core } = await showApp([letterOf()])
  fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'z', ctrlKey: true })
  fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true })
  await screen.findByText(/^Undone: the removal \(LT11/)
  fireEvent.keyDown(document.body, { key: 'Z', ctrlKey: true, shiftKey: true })
  await screen.findByText(/^Done again: the removal/)
  expect(core.undone).toEqual(['undo', 'redo'])
})

test('having nothing to undo is reported', async () => {
  await showApp([])
  fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true })
  await screen.findByText('There is nothing to undo here.')
})

test('a removed letter with a running deadline is deleted for good only after a second confirmation', async () => {
  const { core } = await showApp([letterOf({ removed: true })], '#/trash')
  fireEvent.click(await screen.findByRole('button', { name: /^Delete for good… LT11/ }))
  await screen.findByText(/last day March 2, 2026/)
  const now = screen.getByRole('button', { name: 'Delete for good' }) as HTMLButtonElement
  expect(now.disabled).toBe(true)
  fireEvent.click(screen.getByText('I know. Delete all the same.'))
  fireEvent.click(screen.getByRole('button', { name: 'Delete for good' }))
  await screen.findByText('The letter is deleted for good.')
  expect(core.emptied).toMatchObject([{ evenWithOpenClock: true }])
})

test('a second copy is offered with a link, and why', async () => {
  const [one, two] = [letterOf(), letterOf()]
  const { core } = await showApp([one, two])
  core.copies = [{ id: two.id, kind: 'second-copy', because: ['number', 'date', 'words'] }]
  window.location.hash = `#/letter/${one.id}`
  await screen.findByText('This looks like a second copy')
  expect(screen.getByRole('link', { name: /^LT11/ }).getAttribute('href')).toBe(`#/letter/${two.id}`)
  expect(screen.getByText('The same: number, date, and most of the words.')).toBeTruthy()
})

test('while deleted data is still being wiped, the trash screen says so and shows progress', async () => {
  const { core } = await showApp([letterOf()], '#/trash')
  expect(screen.queryByRole('progressbar')).toBe(null)
  core.wiping = { isWiping: true, progress: { done: 30, of: 120 } }
  const bar = (await screen.findByRole('progressbar', undefined, { timeout: 5000 })) as HTMLProgressElement
  expect([bar.value, bar.max]).toEqual([30, 120])
  expect(bar.parentElement?.textContent).toBe(
    'Waymark is wiping what you deleted from your library file. You can keep working.',
  )
  core.wiping = { isWiping: false, progress: null }
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBe(null), { timeout: 5000 })
})
