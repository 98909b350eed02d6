import { earliestEvent } from '../../../shared/deadlines/clock-start.ts'
import type { DatedLetter } from '../../../shared/deadlines/compute-deadlines.ts'
import type { Deadline } from '../../../shared/deadlines/deadline.ts'
import { deadlinesOf } from '../../../shared/deadlines/deadlines-of.ts'
import { findNotice, type Law } from '../../../shared/law/law.ts'
import type { CaseEventKind } from '../../../shared/model/case-event.ts'
import type { Day } from '../../../shared/model/day.ts'
import { factsOf } from '../../../shared/model/letter.ts'

/** The four steps before a Form 9423 is sent, each with its case event. */
export const trackEvents = {
  asked: 'conferenceRequested',
  held: 'conferenceHeld',
  told: 'appealAnnounced',
  sent: 'appealMailed',
} as const satisfies Record<string, CaseEventKind>
export type TrackStep = keyof typeof trackEvents

/**
 * `done`: it happened on `day`. `now`: the next step, or one of two. `later`: after that. `skipped`: the form was sent
 * without it. `by`: the deadline of this step.
 */
export type TrackStop = {
  step: TrackStep
  state: 'done' | 'now' | 'later' | 'skipped'
  day: Day | null
  by: Deadline | null
}

/**
 * Requested -> held -> notified -> sent. Once it is requested, holding the conference and sending the form are both
 * possible, since the form goes out even if nobody calls. null if the letter has no conference.
 */
export function conferenceTrack(law: Law, letter: DatedLetter, today: Day): TrackStop[] | null {
  const notice = findNotice(law, factsOf(letter).noticeCode)
  if (!notice?.rights.some(({ conferenceRules }) => conferenceRules.length > 0)) return null
  const clocks = deadlinesOf(law, letter, today).filter(
    ({ start, lastDay }) => lastDay !== null && isTrackStart(start.kind),
  )
  const dayOf = (step: TrackStep) =>
    earliestEvent(letter.events, trackEvents[step]) ??
    (step === 'sent' ? earliestEvent(letter.events, 'appealReceived') : null)
  const days = { asked: dayOf('asked'), held: dayOf('held'), told: dayOf('told'), sent: dayOf('sent') }
  const steps = Object.keys(trackEvents) as TrackStep[]
  const next = steps.find((step) => days[step] === null && !days.sent) ?? null
  return steps.map((step) => ({
    step,
    state: stateOf(step, days, next),
    day: days[step],
    by: clocks.find((clock) => clockOf(step, clock, days)) ?? null,
  }))
}

type Days = Record<TrackStep, Day | null>

function stateOf(step: TrackStep, days: Days, next: TrackStep | null): TrackStop['state'] {
  if (days[step]) return 'done'
  if (days.sent) return 'skipped'
  if (step === next) return 'now'
  // Nobody called, or nobody has to be notified first: the form can be sent now as well.
  return step === 'sent' && days.asked ? 'now' : 'later'
}

/** The deadline of a step, identified by the event that starts it and by who has to act. */
function clockOf(step: TrackStep, { start, actor, form }: Deadline, days: Days): boolean {
  switch (step) {
    case 'asked':
      return false
    case 'held':
      return start.kind === 'conferenceRequested' && actor === 'irs'
    case 'told':
      return start.kind === 'conferenceHeld' && actor === 'taxpayer' && form === null
    case 'sent':
      return start.kind === (days.held ? 'conferenceHeld' : 'conferenceRequested') && form !== null
  }
}

const isTrackStart = (kind: Deadline['start']['kind']): boolean =>
  kind === 'conferenceRequested' || kind === 'conferenceHeld'
