import { addYears } from '../deadlines/days.ts'
import { isFarAhead } from '../deadlines/far-ahead.ts'
import { say } from '../i18n/message.ts'
import type { Day } from '../model/day.ts'
import { factsOf } from '../model/letter.ts'
import type { ToldLetter } from './state-of.ts'
import type { Said } from './telling.ts'

/** After ten years the IRS can usually no longer collect. */
const oldYears = 10

/** A date that must be compared with the paper before anything else; null: it is an ordinary one. */
export function oddDate(letter: ToldLetter, today: Day): Said | null {
  const day = factsOf(letter).noticeDate
  if (day === null) return null
  const said = (key: 'future' | 'old'): Said => ({
    text: say(`telling.next.${key}`, { day }),
    right: null,
    state: null,
  })
  if (isFarAhead(day, today)) return said('future')
  return today > addYears(day, oldYears) ? said('old') : null
}

/** Why what is told may be wrong. */
export function doubtsOf(letter: ToldLetter, today: Day): Said[] {
  const day = factsOf(letter).noticeDate
  const of = (text: Said['text']): Said => ({ text, right: null, state: null })
  return [
    ...(letter.confirmed === null && letter.reading ? [of(say('telling.doubt.unchecked'))] : []),
    ...(day !== null && day > today ? [of(say('telling.doubt.future', { day }))] : []),
  ]
}
