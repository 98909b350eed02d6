import { expect, test } from 'vitest'
import { english } from '../../../src/shared/i18n/english.ts'
import { tell } from '../../../src/shared/telling/tell.ts'
import { datedLetter, day } from '../law/dated-letter.ts'
import { law } from './any-letter.ts'

const cp504 = { noticeCode: 'CP504', noticeDate: '2026-11-02' }
const told = (today: string, events: Parameters<typeof datedLetter>[1], facts = cp504) => {
  const telling = tell(law, datedLetter(facts, events), day(today))
  return {
    state: telling.state,
    next: english(telling.nextStep.text),
    when: telling.when && english(telling.when.text),
    left: Object.fromEntries(telling.left.map(({ right, text }) => [right, english(text)])),
  }
}

/** Pub. 1660, p. 3: after the two, three, and four business days collection may go on; it does not say that the appeal is lost. */
test('the days after a conference hold collection back, and no right is said to end with them', () => {
  const { when, left } = told('2026-11-20', { conferenceHeld: '2026-11-19' })
  expect(when).toMatch(/After that day the IRS may go on collecting\.$/)
  expect(left['CAP-F4']).toMatch(
    /open until November 24, 2026\. After that day the IRS may go on collecting\.$/,
  )
})

test.each([
  ['the form after the conference', { conferenceHeld: '2026-11-19' }],
  ['the form when nobody called', { conferenceRequested: '2026-11-17' }],
] as const)('%s, late: send it all the same, and call', (_name, events) => {
  const { state, next, left } = told('2026-11-30', events)
  expect(state).toBe('lateNextOpen')
  expect(next).toMatch(/^Call the office today, and send Form 9423\./)
  expect(Object.values(left).join(' ')).toMatch(/As far as we know, the appeal itself is not lost\./)
})

test('once the form was sent, late or not, nothing asks for it again', () => {
  const { state, next, left } = told('2026-11-30', {
    conferenceHeld: '2026-11-19',
    appealMailed: '2026-11-29',
  })
  expect(state).toBe('sent')
  expect(next).not.toContain('9423')
  expect(left['CAP-F4']).toBe(
    'Send Form 9423 after the conference: the last day, November 24, 2026, has passed.',
  )
})

test('an open hearing comes before a form that is late', () => {
  const facts = { noticeCode: 'L1058', noticeDate: '2026-11-16' }
  expect(told('2026-11-30', { conferenceHeld: '2026-11-19' }, facts).next).toMatch(/^Ask for a hearing/)
})
