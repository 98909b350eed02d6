import { expect, test } from 'vitest'
import { otherSenderOf } from '../../../../src/main/reading/rules/other-sender.ts'
import type { PageText } from '../../../../src/shared/model/letter.ts'

const page = (...lines: string[]): PageText => ({
  page: 1,
  aspect: 0.77,
  source: 'text-layer',
  rotation: 0,
  lines: lines.map((text, nth) => ({ text, box: [0.1, 0.1 + nth / 50, 0.5, 0.01], confidence: 1 })),
})

test.each([
  [
    'state',
    'Franchise Tax Board',
    'State of California',
    'Franchise Tax Board',
    'Notice of State Income Tax Due',
  ],
  ['collector', 'attempt to collect a debt', 'Acme Recovery', 'This is an attempt to collect a debt.'],
  ['bank', 'Member FDIC', 'First Sample Bank', 'Member FDIC'],
  ['advertiser', 'not affiliated with the IRS', 'Tax Relief Center', 'We are not affiliated with the IRS.'],
  [
    'email',
    'From: Notices <irs@pay.example>',
    'From: Notices <irs@pay.example>',
    'Subject: Notice CP14',
    'Pay $900.00',
  ],
  ['email', 'From: IRS Notices', 'From: IRS Notices', 'Sent: Monday, May 4, 2026', 'To: me', 'Subject: CP14'],
  ['own', 'To whom it may concern', 'To whom it may concern', 'I live near the Department of Revenue.'],
])('a paper of the kind %s is known by "%s"', (kind, words, ...lines) => {
  const sender = otherSenderOf([page(...lines)])
  expect(sender?.kind).toBe(kind)
  expect(words).toContain(sender?.words)
})

test('a paper that names nobody is nobody’s', () => {
  expect(otherSenderOf([page('Dear aunt, thank you for the cake.')])).toBeNull()
})
