import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Day } from '../../../../src/shared/model/day.ts'
import type { Letter, LetterFacts } from '../../../../src/shared/model/letter.ts'
import { letterOf } from '../../memory-api.ts'
import { showApp } from '../../show-app.tsx'

const day = Day.parse('2026-03-01')
const open = (part: Partial<Letter> = {}, facts: Partial<LetterFacts> = { respondByDate: day }) => {
  const letter = letterOf(part, facts)
  return showApp([letter], `#/letter/${letter.id}`)
}
const press = (key: string, more = {}) => fireEvent.keyDown(document.body, { key, ...more })
const ask = (text: RegExp) => screen.findByText(text)

test('a clean letter is checked with three looks and three keys, and undone at once', async () => {
  const { core } = await open()
  await ask(/Is this the notice or letter number/)
  expect(screen.getByTestId('cut-out')).toBeTruthy()
  press('y')
  await ask(/Is this the date on the letter/)
  expect(screen.getByText('Friday, January 30, 2026')).toBeTruthy()
  press('y')
  await ask(/print this as the last day/)
  expect(core.letters[0]?.confirmed).toBeNull()
  press('y')
  await waitFor(() => expect(core.letters[0]?.confirmed).toMatchObject({ respondByDate: '2026-03-01' }))
  await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'))
  expect(await screen.findByRole('button', { name: 'Undo' })).toBeTruthy()
})

test('a key that is held down answers once', async () => {
  await open()
  await ask(/Is this the notice or letter number/)
  press('y')
  press('y', { repeat: true })
  await ask(/Is this the date on the letter/)
  expect(screen.queryByText(/print this as the last day/)).toBeNull()
})

test('a no opens the box at the place; a day that does not exist is refused there, and the right one goes on', async () => {
  const { core } = await open({}, {})
  await ask(/Is this the notice or letter number/)
  press('y')
  await ask(/Is this the date on the letter/)
  press('n')
  const box = await screen.findByLabelText('Date of the letter')
  fireEvent.change(box, { target: { value: 'February 30, 2026' } })
  fireEvent.click(screen.getByRole('button', { name: 'This is what the letter says' }))
  await ask(/This is not a day we can use/)
  expect(screen.getByRole('button', { name: 'January 30, 2026' })).toBeTruthy()
  fireEvent.change(box, { target: { value: 'January 31, 2026' } })
  fireEvent.click(screen.getByRole('button', { name: 'This is what the letter says' }))
  await waitFor(() => expect(core.letters[0]?.confirmed).toMatchObject({ noticeDate: '2026-01-31' }))
})

test('one can go back by one answer', async () => {
  await open()
  fireEvent.click(await screen.findByRole('button', { name: 'Yes' }))
  await ask(/Is this the date on the letter/)
  fireEvent.click(screen.getByRole('button', { name: 'Back one' }))
  await ask(/Is this the notice or letter number/)
})

test('what was not found is asked about too: a letter without a date is confirmed as one', async () => {
  const { core } = await open({}, { noticeDate: null })
  await ask(/Is this the notice or letter number/)
  press('y')
  await ask(/We found no date/)
  press('y')
  await waitFor(() => expect(core.letters[0]?.confirmed).toMatchObject({ noticeDate: null }))
})

test('an amount that the page speaks against is asked about, with the other reading to choose', async () => {
  const { core } = await open(
    {
      reading: {
        ...(letterOf().reading as NonNullable<Letter['reading']>),
        doubts: { amountDue: { reason: 'sum', other: '953.53' } },
      },
    },
    {},
  )
  await ask(/Does this match the paper\? 1 of 3/)
  press('y')
  press('y')
  await ask(/Amount due: is this what the letter says/)
  press('n')
  fireEvent.click(await screen.findByRole('button', { name: '$953.53' }))
  fireEvent.click(screen.getByRole('button', { name: 'This is what the letter says' }))
  await waitFor(() => expect(core.letters[0]?.confirmed).toMatchObject({ amountDue: '953.53' }))
})

test('a letter that is being read shows its title as soon as its number is known', async () => {
  await open({ status: { kind: 'reading', page: 0, of: 2, number: 'LT11' }, reading: null })
  await screen.findByRole('heading', { name: 'Final warning before the IRS takes wages or bank money' })
  await screen.findByText('Reading your letter')
})

test('a paper from somebody else says whose it seems to be, why, and whom to ask, and can be put away', async () => {
  const { core } = await open({
    isIrs: false,
    reading: {
      ...(letterOf().reading as NonNullable<Letter['reading']>),
      facts: letterOf({}, { noticeCode: null }).reading?.facts as LetterFacts,
      otherSender: { kind: 'state', words: 'Franchise Tax Board' },
    },
  })
  await screen.findByText(/state or local tax agency\. The paper says “Franchise Tax Board”/)
  await screen.findByText(/tigta\.gov or 800-366-4484/)
  fireEvent.click(screen.getByRole('button', { name: 'Put it away' }))
  await waitFor(() => expect(core.letters[0]?.events).toMatchObject([{ kind: 'letterDone' }]))
})

test('a locked file asks for its password and nothing else', async () => {
  await open({ status: { kind: 'failed', code: 'scan.password' }, reading: null })
  await screen.findByLabelText('Password of the PDF')
  expect(screen.queryByRole('button', { name: 'Put it away' })).toBeNull()
  expect(screen.queryByText(/Confirm these facts/)).toBeNull()
})
