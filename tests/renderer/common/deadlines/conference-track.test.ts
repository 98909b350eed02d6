import { expect, test } from 'vitest'
import { conferenceTrack } from '../../../../src/renderer/common/deadlines/conference-track.ts'
import type { CaseEventKind } from '../../../../src/shared/model/case-event.ts'
import { law } from '../../../law.ts'
import { datedLetter, day } from '../../../shared/law/dated-letter.ts'

type Events = Partial<Record<CaseEventKind, string>>
const notice = { noticeCode: 'CP504', noticeDate: '2026-10-26' }
const track = (events: Events, today = '2026-11-20') =>
  conferenceTrack(law, datedLetter(notice, events), day(today))?.map(
    ({ step, state, by }) => `${step} ${state}${by?.lastDay ? ` ${by.lastDay}` : ''}`,
  )

// Business days around Thanksgiving, November 26, 2026; counted by hand on a calendar.
test.each<[string, Events, string[]]>([
  [
    'nothing has happened yet: asking is the next step',
    {},
    ['asked now', 'held later', 'told later', 'sent later'],
  ],
  [
    'asked on Wednesday: the call by Friday, else the form by Tuesday',
    { conferenceRequested: '2026-11-18' },
    ['asked done', 'held now 2026-11-20', 'told later', 'sent now 2026-11-24'],
  ],
  [
    'talked on Tuesday: say so within two, send within three business days, past Thanksgiving',
    { conferenceRequested: '2026-11-18', conferenceHeld: '2026-11-24' },
    ['asked done', 'held done', 'told now 2026-11-27', 'sent now 2026-11-30'],
  ],
  [
    'announced: only the form is left',
    { conferenceRequested: '2026-11-18', conferenceHeld: '2026-11-24', appealAnnounced: '2026-11-24' },
    ['asked done', 'held done', 'told done', 'sent now 2026-11-30'],
  ],
  [
    'nobody called and the form was mailed: no more waiting for the conference',
    { conferenceRequested: '2026-11-18', appealMailed: '2026-11-23' },
    ['asked done', 'held skipped', 'told skipped', 'sent done'],
  ],
  [
    'the form was mailed without any conference',
    { appealMailed: '2026-11-23' },
    ['asked skipped', 'held skipped', 'told skipped', 'sent done'],
  ],
])('%s', (_, events, expected) => {
  const shown = track(events, '2026-11-25')?.map((text) =>
    text.replace(/^(asked|held|told|sent) (done|skipped).*/, '$1 $2'),
  )
  expect(shown).toEqual(expected)
})

test('a letter without a conference has no strip', () => {
  expect(conferenceTrack(law, datedLetter({ noticeCode: 'CP14' }), day('2026-11-20'))).toBeNull()
  expect(conferenceTrack(law, datedLetter({}), day('2026-11-20'))).toBeNull()
})
