import { noAnswers } from '../../../src/shared/model/appeal.ts'
import type { CaseEventKind } from '../../../src/shared/model/case-event.ts'
import { Day } from '../../../src/shared/model/day.ts'
import { type Letter, noFacts } from '../../../src/shared/model/letter.ts'

export const day = (text: string): Day => Day.parse(text)

type Facts = {
  noticeCode?: string
  noticeDate?: string
  respondByDate?: string
  terminationDate?: string
  taxPeriods?: string[]
}

/** A confirmed letter with these facts and events; all else is unknown. */
export function datedLetter(
  facts: Facts,
  events: Partial<Record<CaseEventKind, string>> = {},
): Pick<Letter, 'confirmed' | 'reading' | 'events' | 'answers'> {
  const days = Object.entries(facts).map(([name, value]) => [
    name,
    name === 'noticeCode' || Array.isArray(value) ? value : day(value),
  ])
  return {
    confirmed: { ...noFacts, ...Object.fromEntries(days) },
    reading: null,
    events: (Object.entries(events) as [CaseEventKind, string][]).map(([kind, on]) => ({
      kind,
      day: day(on),
      note: '',
    })),
    answers: noAnswers,
  }
}
