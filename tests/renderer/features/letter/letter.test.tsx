import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { letterOf } from '../../memory-api.ts'
import { showApp } from '../../show-app.tsx'
import { openParts } from './open-parts.ts'

const letter = letterOf()
const open = (part = {}) => showApp([{ ...letter, ...part }], `#/letter/${letter.id}`)
/** The form with every fact, which the check by picture leads to. */
const openForm = async () => fireEvent.click(await screen.findByText('Check every fact in a form'))
const confirmButton = () => screen.findByRole('button', { name: 'Confirm these facts' })
const tick = (name: RegExp) => fireEvent.click(screen.getByRole('checkbox', { name }))

const finalWarning = 'Final warning before the IRS takes wages or bank money'

test('facts are not confirmed until number and date each have their tick', async () => {
  const { core } = await open()
  await openForm()
  fireEvent.click(await confirmButton())
  tick(/notice or letter number/)
  fireEvent.click(await confirmButton())
  await screen.findByText(/Still to check: Date of the letter/)
  expect(core.letters[0]?.confirmed).toBeNull()
  tick(/date on the letter/)
  fireEvent.click(await confirmButton())
  await waitFor(() =>
    expect(core.letters[0]?.confirmed).toMatchObject({ noticeCode: 'LT11', noticeDate: '2026-01-30' }),
  )
  await waitFor(() => expect(document.activeElement?.textContent).toBe(finalWarning))
})

test('changing the date removes its tick', async () => {
  await open()
  await openForm()
  await confirmButton()
  tick(/date on the letter/)
  fireEvent.change(screen.getByLabelText('Date of the letter'), { target: { value: 'January 31, 2026' } })
  const box = screen.getByRole('checkbox', { name: /date on the letter/ }) as HTMLInputElement
  expect(box.checked).toBe(false)
})

test('a date that does not exist is refused with a message, and nothing is stored', async () => {
  const { core } = await open()
  await openForm()
  await confirmButton()
  fireEvent.change(screen.getByLabelText('Date of the letter'), { target: { value: 'February 30, 2026' } })
  tick(/notice or letter number/)
  tick(/date on the letter/)
  fireEvent.click(await confirmButton())
  await screen.findByText(/This is not a day we can use/)
  expect(core.letters[0]?.confirmed).toBeNull()
})

test('focusing a fact lights up its place on its page', async () => {
  await open()
  await openForm()
  fireEvent.focus(await screen.findByLabelText('Date of the letter'))
  const mark = await screen.findByTestId('mark')
  expect(mark.style.left).toBe('60%')
  expect(screen.getByText('Page 2 of 2')).toBeTruthy()
})

test('half-checked facts are still there after leaving the letter', async () => {
  await open()
  await openForm()
  fireEvent.change(await screen.findByLabelText('Date of the letter'), { target: { value: '1/29/2026' } })
  window.location.hash = '#/deadlines'
  await screen.findByRole('heading', { name: 'Deadlines' })
  window.location.hash = `#/letter/${letter.id}`
  await openForm()
  const field = (await screen.findByLabelText('Date of the letter')) as HTMLInputElement
  expect(field.value).toBe('1/29/2026')
})

test('a confirmed letter shows its right with the deadline, and the steps of the count', async () => {
  await open({ confirmed: letter.reading?.facts })
  await screen.findByText('Your next step')
  openParts()
  // 30 days after January 30 is Sunday, March 1: the next day counts (IRC 7503).
  expect(screen.getAllByText(/Monday, March 2, 2026/).length).toBeGreaterThan(0)
  fireEvent.click(screen.getAllByRole('button', { name: 'Why, and how it is counted' })[0] as HTMLElement)
  await waitFor(() => expect(screen.getAllByText('Sun, Mar 1, 2026').length).toBeGreaterThan(0))
})

test('a printed date that differs from the count is shown with it', async () => {
  await open({ confirmed: { ...letter.reading?.facts, respondByDate: '2026-02-27' } })
  await screen.findByText(/The letter prints February 27, 2026\. By our count the last day is March 2, 2026/)
})

test('a letter that failed to read can be typed by hand', async () => {
  await open({ status: { kind: 'failed', code: 'scan.damaged' }, reading: null })
  await screen.findByText('We could not read this letter')
  openParts()
  expect(screen.getByRole('checkbox', { name: 'I looked. The letter has no date.' })).toBeTruthy()
})

test('reading again keeps what was confirmed and shows what the new reading would change', async () => {
  const facts = letter.reading?.facts
  const { core, api } = await open({ confirmed: facts })
  await screen.findByText('Your next step')
  openParts()
  fireEvent.click(await screen.findByRole('button', { name: 'Read it again' }))
  await screen.findByText('Reading it again…')
  const [kept] = core.letters
  if (!kept?.reading || !facts) throw new Error('no reading')
  const reading = { ...kept.reading, facts: { ...facts, amountDue: '77.00' } }
  core.letters = [{ ...kept, status: { kind: 'read' }, reading }]
  await api['letter:record-events']({ id: kept.id, events: [] })
  await screen.findByText('Amount due: now read as “$77.00”')
  expect(core.letters[0]?.confirmed).toEqual(facts)
})

test('an amount that the rows of its table do not make is shown with what they make', async () => {
  const reading = letter.reading
  if (!reading) throw new Error('the letter has no reading')
  await open({
    reading: {
      ...reading,
      facts: { ...reading.facts, amountDue: '12572.94' },
      evidence: {
        ...reading.evidence,
        amountDue: { page: 1, box: [0, 0, 1, 1], raw: '$12,572.94', confidence: 1, rule: 'r' },
      },
      doubts: { amountDue: { reason: 'sum', other: '12512.94' } },
    },
  })
  await openForm()
  await screen.findByText(/The rows of the table add up to \$12,512\.94\./)
})
