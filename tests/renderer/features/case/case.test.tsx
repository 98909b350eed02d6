import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { letterOf } from '../../memory-api.ts'
import { showApp } from '../../show-app.tsx'

const confirmed = (facts = {}) => {
  const letter = letterOf({}, facts)
  return { ...letter, confirmed: letter.reading?.facts ?? null }
}
const bill = () => confirmed({ noticeCode: 'CP14', noticeDate: '2025-09-01', amountDue: '9000.00' })

test('a year is a thread of letters, and the amount over time is described, drawn, and tabulated', async () => {
  await showApp([confirmed(), bill()], '#/case')
  const year = await screen.findByRole('region', { name: 'Tax year 2022' })
  expect(
    within(year)
      .getAllByRole('link')
      .map((link) => link.textContent?.slice(0, 4)),
  ).toEqual(['CP14', 'LT11'])
  expect(year.textContent).toContain('From $9,000.00 on September 1, 2025 to $9,533.53 on January 30, 2026')
  fireEvent.click(within(year).getByRole('button', { name: 'As a table' }))
  const rows = within(await within(year).findByRole('table')).getAllByRole('row')
  expect(rows.map((row) => row.textContent)).toEqual([
    'Date of the letterLetterAmount due',
    'September 1, 2025CP14$9,000.00 ',
    'January 30, 2026LT11$9,533.53 ',
  ])
})

test('penalty and interest are shown separately, as patterns in the chart and as columns of the table', async () => {
  const parts = confirmed({
    noticeCode: 'CP14',
    noticeDate: '2025-09-01',
    amountDue: '9000.00',
    penalty: '300.00',
    interest: '120.00',
  })
  await showApp([confirmed(), parts], '#/case')
  const year = await screen.findByRole('region', { name: 'Tax year 2022' })
  const bars = [...year.querySelectorAll('.amount-chart .bar')]
  expect(bars.map((bar) => bar.getAttribute('fill'))).toEqual([
    'url(#amount-rest)',
    'url(#amount-penalty)',
    'url(#amount-interest)',
  ])
  fireEvent.click(within(year).getByRole('button', { name: 'As a table' }))
  const rows = within(await within(year).findByRole('table')).getAllByRole('row')
  expect(rows.map((row) => row.textContent)).toEqual([
    'Date of the letterLetterTax, and what was owed beforePenalty addedInterest addedAmount due',
    'September 1, 2025CP14$8,580.00$300.00$120.00$9,000.00 ',
    'January 30, 2026LT11not printednot printednot printed$9,533.53 ',
  ])
})

test('how the user knows somebody and who speaks for them is stored', async () => {
  const { core } = await showApp([confirmed()], '#/case')
  const card = await screen.findByRole('region', { name: 'ALMA EXAMPLE' })
  expect(card.textContent).toContain('No form is known here yet')
  fireEvent.change(within(card).getByLabelText('Who is this to you?'), { target: { value: 'client' } })
  await waitFor(() => expect(core.people[0]?.role).toBe('client'))
  fireEvent.change(within(card).getByLabelText('Form 2848 signed on'), { target: { value: '13/1/2026' } })
  fireEvent.click(within(card).getByRole('button', { name: 'Save' }))
  await within(card).findByText(/not a day we can use/)
  fireEvent.change(within(card).getByLabelText('Form 2848 signed on'), { target: { value: '1/15/2026' } })
  fireEvent.click(within(card).getByRole('button', { name: 'Save' }))
  await within(card).findByText('A representative may speak: Form 2848 of January 15, 2026.')
  expect(core.people).toMatchObject([{ name: 'ALMA EXAMPLE', role: 'client', form2848: '2026-01-15' }])
})

test('a call is recorded with its letter', async () => {
  const { core } = await showApp([confirmed()], '#/case')
  const log = await screen.findByRole('region', { name: 'What happened' })
  fireEvent.change(within(log).getByLabelText('Note'), {
    target: { value: 'Ms. Example, ID 100. Hold for 30 days.' },
  })
  fireEvent.click(within(log).getByRole('button', { name: 'Write it down' }))
  await waitFor(() =>
    expect(core.letters[0]?.events).toMatchObject([{ kind: 'phoneCall', day: '2026-02-10' }]),
  )
  await within(log).findByText('Ms. Example, ID 100. Hold for 30 days.')
})

test('several people: one case each', async () => {
  await showApp([confirmed(), confirmed({ taxpayerName: 'BEN SAMPLE' })], '#/case')
  const people = await screen.findByRole('navigation', { name: 'People' })
  window.location.hash =
    within(people)
      .getByRole('link', { name: /BEN SAMPLE/ })
      .getAttribute('href') ?? ''
  await screen.findByRole('region', { name: 'BEN SAMPLE' })
})

test('a person’s page has their name, begins with what is ahead, and keeps papers apart from calls', async () => {
  const mailings = [{ day: '2026-02-09', how: 'certified', number: '9407', note: '' }]
  await showApp([confirmed(), { ...bill(), mailings: mailings as never }], '#/case')
  await screen.findByRole('heading', { level: 1, name: 'ALMA EXAMPLE' })
  const ahead = screen.getByRole('region', { name: 'What is ahead' })
  expect(within(ahead).getByText('20 days left')).toBeTruthy()
  expect(within(ahead).getByRole('link', { name: 'All deadlines' })).toBeTruthy()
  const log = screen.getByRole('region', { name: 'What happened' })
  const papers = within(log).getByRole('heading', { name: 'Papers sent' }).parentElement
  expect(papers?.textContent).toContain('9407')
})
