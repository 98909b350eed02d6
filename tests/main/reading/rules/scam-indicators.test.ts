import { expect, test } from 'vitest'
import { scamSignsIn } from '../../../../src/main/reading/rules/scam-indicators.ts'
import { column, pageOf } from './page-support.ts'

const indicatorsIn = (...lines: string[]) => scamSignsIn([pageOf(column(50, 100, ...lines))]).indicators

test.each([
  ['gift-cards', 'Pay today with a gift card from any store.'],
  ['wire-or-crypto', 'Send the money by wire transfer or Bitcoin.'],
  ['arrest', 'Call now to avoid arrest.'],
  ['payee', 'Make your check payable to Tax Processing Services.'],
  ['payee', 'Make your check payable to United States Tax Services.'],
  ['advertisement', 'This is a paid advertisement. Not a government agency.'],
  ['made-up-office', 'Tax Resolution Unit'],
  ['settle-for-less', 'You may settle for less than you owe.'],
  ['act-within-hours', 'Your wages will be seized within 48 hours.'],
  ['web-address', 'Pay at www.irs-payments.com today.'],
])('%s is recognized', (indicator, line) => {
  expect(indicatorsIn(line)).toEqual([indicator])
})

test('an indicator is recognized across a line break', () => {
  expect(indicatorsIn('To stop this, pay with a gift', 'card from any store.')).toEqual(['gift-cards'])
})

test.each([
  'Make your check or money order payable to the United States Treasury.',
  'Make your check or money order payable to the United States Security number Treasury.',
  'The IRS never asks you to pay with gift cards or by wire transfer.',
  'We don’t threaten to call the local police.',
  'Visit www.irs.gov/payments. Call within 30 days.',
  'We may seize (levy) your property on or after February 22, 2019.',
])('what the IRS itself writes is no indicator: %s', (line) => {
  expect(indicatorsIn(line)).toEqual([])
})

test('the places of the words are told, also where they run over two lines', () => {
  const page = pageOf(column(50, 100, 'Tax Resolution Unit', 'Fairhaven', 'Pay with a gift', 'card today.'))
  const { indicators, places } = scamSignsIn([page])
  expect(indicators).toEqual(['gift-cards', 'made-up-office'])
  const [gift, office] = places
  expect(office?.box.map((part) => part.toFixed(6))).toEqual(
    page.lines[0]?.box.map((part) => part.toFixed(6)),
  )
  const [first, second] = [page.lines[2]?.box, page.lines[3]?.box]
  expect(gift?.box[1]).toBe(first?.[1])
  expect((gift?.box[1] ?? 0) + (gift?.box[3] ?? 0)).toBeCloseTo((second?.[1] ?? 0) + (second?.[3] ?? 0))
})
