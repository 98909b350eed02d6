import { fireEvent, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Letter } from '../../../../src/shared/model/letter.ts'
import { letterOf } from '../../memory-api.ts'
import { showApp } from '../../show-app.tsx'

const old = { keptAt: '2026-01-31T10:00:00Z' }
const checked = (name: string, part: Partial<Letter> = {}, facts: Parameters<typeof letterOf>[1] = {}) => {
  const letter = letterOf(old, { taxpayerName: name, ...facts })
  return { ...letter, confirmed: letter.reading?.facts ?? null, ...part }
}
const sent = { events: [{ kind: 'hearingRequestMailed', day: '2026-02-09', note: '' }] } as never
const clients = (count: number) =>
  Array.from({ length: count }, (_, nth) =>
    checked(
      `CLIENT ${String.fromCharCode(65 + nth)} SAMPLE`.replace(' SAMPLE', `${nth} SAMPLE`),
      {},
      {
        noticeDate: `2026-01-${String(30 - (nth % 15)).padStart(2, '0')}` as never,
      },
    ),
  )
const texts = (row: HTMLElement) =>
  within(row)
    .getAllByRole('cell')
    .map((cell) => cell.textContent)

test('one person: days left, when to mail, the last day, and the step, a row for each letter', async () => {
  await showApp([checked('ALMA EXAMPLE')])
  const section = screen.getByRole('region', { name: 'ALMA EXAMPLE' })
  const [, first] = within(section).getAllByRole('row')
  expect(texts(first as HTMLElement)).toEqual([
    '20 days left',
    'Mail by Wed, Feb 25',
    'Last day Mon, Mar 2',
    expect.stringMatching(/^LT11 Final warning .* Ask for a hearing: fill in Form 12153\. Mail it by/),
  ])
  expect(
    within(section)
      .getByRole('link', { name: /^LT11 Final/ })
      .getAttribute('href'),
  ).toMatch(/^#\/letter\//)
  expect(within(section).getByRole('link', { name: 'ALMA EXAMPLE' }).getAttribute('href')).toMatch(
    /^#\/case\//,
  )
})

test('the bar has three places, and every other screen is one link away', async () => {
  await showApp([checked('ALMA EXAMPLE')])
  const bar = screen.getByRole('navigation', { name: 'Main places' })
  expect(
    within(bar)
      .getAllByRole('link')
      .map(({ textContent }) => textContent),
  ).toEqual(['Home', 'Map', 'Settings'])
  expect(screen.getByRole('link', { name: '1 letter' }).getAttribute('href')).toBe('#/letters')
  expect(screen.getByRole('link', { name: 'All deadlines' }).getAttribute('href')).toBe('#/deadlines')
})

test('somebody with nothing open has nothing due, and what waits for the IRS is said', async () => {
  await showApp([checked('ALMA EXAMPLE', sent)])
  const section = screen.getByRole('region', { name: 'ALMA EXAMPLE' })
  expect(within(section).getByText('Nothing is due.')).toBeTruthy()
  expect(within(section).getByText('Waiting for the IRS')).toBeTruthy()
})

test('twenty people are a row each, the nearest day first, and those with nothing due last', async () => {
  await showApp([checked('ZOE DONE', sent), ...clients(19)])
  const rows = within(screen.getByRole('table', { name: 'People' }))
    .getAllByRole('row')
    .slice(1)
  expect(rows).toHaveLength(20)
  const left = rows.map((row) => Number.parseInt(texts(row)[0] ?? '', 10)).filter(Number.isFinite)
  expect(left).toHaveLength(19)
  expect(left).toEqual([...left].sort((a, b) => a - b))
  expect(rows.at(-1)?.textContent).toMatch(/ZOE DONE.*Nothing is due\..*1 waiting for the IRS/)
})

test('two people with the same letter of the same day are both there', async () => {
  await showApp([checked('ALMA EXAMPLE'), checked('BEN SAMPLE')])
  for (const name of ['ALMA EXAMPLE', 'BEN SAMPLE'])
    expect(within(screen.getByRole('region', { name })).getByText('20 days left')).toBeTruthy()
})

test('the arrows lead from person to person', async () => {
  await showApp(clients(5))
  const [first, second] = screen.getAllByRole('rowheader').map((cell) => within(cell).getByRole('link'))
  first?.focus()
  fireEvent.keyDown(first as HTMLElement, { key: 'ArrowDown' })
  expect(document.activeElement).toBe(second)
  fireEvent.keyDown(second as HTMLElement, { key: 'ArrowUp' })
  expect(document.activeElement).toBe(first)
})

test('an unchecked letter has its days, and says that nobody checked it', async () => {
  await showApp([letterOf(old)])
  const section = screen.getByRole('region', { name: 'ALMA EXAMPLE' })
  expect(within(section).getByText('20 days left').className).toBe('unsure')
  expect(within(section).getByText('Please check')).toBeTruthy()
})

test('several new letters are on top; one that was read is with its person alone', async () => {
  await showApp([letterOf(), letterOf({}, { taxpayerName: 'BEN SAMPLE' }), checked('ZOE ROE')])
  const fresh = screen.getByRole('region', { name: /^New 2/ })
  expect(within(fresh).getAllByRole('link')).toHaveLength(2)
})

test('one new letter that was read needs no group of its own', async () => {
  await showApp([letterOf()])
  expect(screen.queryByRole('region', { name: /^New/ })).toBeNull()
})

test('a file that did not open stands under no name, with what to do', async () => {
  await showApp([
    checked('ALMA EXAMPLE'),
    letterOf({ ...old, status: { kind: 'failed', code: 'scan.password' }, reading: null }),
  ])
  const section = screen.getByRole('region', { name: 'No name on the letter' })
  expect(within(section).getByText('Type the password that opens the PDF.')).toBeTruthy()
  expect(within(section).getByText(/PDF is locked\. Type its password/)).toBeTruthy()
  expect(within(section).getByText('letter.pdf')).toBeTruthy()
})

test('a day that is only asked for, or estimated, says so', async () => {
  await showApp([
    checked('ALMA EXAMPLE', {}, { noticeCode: 'CP522P' }),
    checked('ALMA EXAMPLE', {}, { noticeCode: 'CP91' }),
    checked('ALMA EXAMPLE'),
  ])
  const section = screen.getByRole('region', { name: 'ALMA EXAMPLE' })
  const row = (code: RegExp) => within(section).getByRole('link', { name: code }).closest('tr')?.textContent
  expect(row(/^CP522P/)).toContain('no right ended')
  expect(row(/^CP91/)).toContain('estimated')
  expect(row(/^LT11/)).not.toMatch(/asked for|estimated/)
})
