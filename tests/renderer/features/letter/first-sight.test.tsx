import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Evidence, Letter, LetterFacts, Reading } from '../../../../src/shared/model/letter.ts'
import { noFacts } from '../../../../src/shared/model/letter.ts'
import { letterOf } from '../../memory-api.ts'
import { showApp } from '../../show-app.tsx'

const evidence = (part: Partial<Evidence>): Evidence => ({
  ...{ page: 1, box: [0.6, 0.1, 0.2, 0.02], raw: '', confidence: 0.98, rule: 'test' },
  ...part,
})
const open = (part: Partial<Letter>, facts: Partial<LetterFacts> = {}) => {
  const letter = letterOf(part, facts)
  return showApp([letter], `#/letter/${letter.id}`)
}
/** A letter whose reading holds more than its facts. */
const openRead = (more: Partial<Reading>) => {
  const { reading } = letterOf()
  if (!reading) throw new Error('no reading')
  return open({ reading: { ...reading, ...more } })
}

test('of a paper that is not from the IRS: what to do first, then its signs, which are marked on the paper', async () => {
  const reading: Reading = {
    ...{ pages: [1], facts: noFacts, evidence: {}, scamIndicators: ['arrest', 'made-up-office'] },
    signPlaces: [
      { page: 1, box: [0.1, 0.1, 0.2, 0.02] },
      { page: 1, box: [0.1, 0.2, 0.2, 0.02] },
    ],
  }
  await open({ pages: [1], isIrs: false, reading })
  const headings = (await screen.findAllByRole('heading')).map(({ textContent }) => textContent)
  expect(headings.slice(1, 4)).toEqual(['What to do first', 'Signs of a scam', 'Who seems to have sent this'])
  expect(screen.getByText(/They are marked on the paper/)).toBeTruthy()
  const marks = await screen.findAllByTestId('mark')
  expect(marks.map(({ className }) => className)).toEqual(['scan-mark', 'scan-mark'])
})

test('a letter opens with its first page, also where its number is on another; a later question leads there', async () => {
  await openRead({
    evidence: {
      noticeCode: evidence({ page: 2, box: [0.8, 0.95, 0.1, 0.02] }),
      noticeDate: evidence({ page: 2 }),
    },
  })
  await screen.findByText(/Is this the notice or letter number/)
  expect(screen.getByText('Page 1 of 2')).toBeTruthy()
  fireEvent.keyDown(document.body, { key: 'y' })
  await screen.findByText(/Is this the date on the letter/)
  expect(await screen.findByText('Page 2 of 2')).toBeTruthy()
})

test('the amount is one line', async () => {
  await openRead({})
  const clear = await screen.findByText(/The letter asks for \$9,533\.53\./)
  expect(clear.textContent).not.toMatch(/hard to read/)
})

test('an amount that was hard to read says so', async () => {
  await openRead({ evidence: { amountDue: evidence({ confidence: 0.5 }) } })
  const unclear = await screen.findByText(/The letter asks for \$9,533\.53\./)
  expect(unclear.textContent).toMatch(/Check this amount: it was hard to read\./)
})

test('an amount that the page speaks against is not told', async () => {
  await openRead({ doubts: { amountDue: { reason: 'below-part', other: null } } })
  await screen.findByText(/Ask for a hearing/, { selector: '.answer-when *, .answer-when' })
  expect(screen.queryByText(/The letter asks for \$/)).toBeNull()
})
