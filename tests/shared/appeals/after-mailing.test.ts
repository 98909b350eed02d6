import { expect, test } from 'vitest'
import { afterMailing } from '../../../src/shared/appeals/after-mailing.ts'
import { computeDeadlines } from '../../../src/shared/deadlines/compute-deadlines.ts'
import { getRule } from '../../../src/shared/law/law.ts'
import { law } from '../../law.ts'
import { day, sampleLetter } from './sample-letter.ts'

const today = day('2026-03-20')
const after = (events: Parameters<typeof sampleLetter>[0]) => {
  const letter = sampleLetter(events)
  return afterMailing(law, letter, computeDeadlines(law, letter, today)).map(({ what }) => what)
}

test('nothing is expected before something was sent', () => {
  expect(after({})).toEqual([])
})

test('after a Form 9423 it states Appeals’ goal, after a Form 12153 what a hearing covers', () => {
  const cap = getRule(law, 'CAP-A1').statement
  const cdp = getRule(law, 'CDP-9').statement
  expect(after({ events: [{ kind: 'appealMailed', day: '2026-03-12' }] })).toContain(cap)
  const hearing = after({ events: [{ kind: 'hearingRequestMailed', day: '2026-03-12' }] })
  expect(hearing).toContain(cdp)
  expect(hearing).not.toContain(cap)
})
