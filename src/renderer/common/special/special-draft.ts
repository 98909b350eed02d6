import type { Day } from '../../../shared/model/day.ts'
import {
  datesOfSituation,
  type Situation,
  type SituationAnswer,
  type Special,
  situations,
} from '../../../shared/model/special.ts'
import { longDay } from '../../i18n/format.ts'
import { t } from '../../i18n/words.ts'
import { parseDay } from '../../ui/parse-day.ts'

/** An answer while it is typed. `says` is empty until one is chosen. */
export type Typed = { says: SituationAnswer['says'] | ''; from: string; to: string; note: string }
export type SaidErrors = Partial<Record<Situation, { from?: string; to?: string }>>

const nothing: Typed = { says: '', from: '', to: '', note: '' }

export function typedFrom(special: Special | undefined): Record<Situation, Typed> {
  const text = (day: Day | null) => (day ? longDay(day) : '')
  const typed = (answer: SituationAnswer | undefined): Typed =>
    answer ? { ...answer, from: text(answer.from), to: text(answer.to) } : nothing
  return Object.fromEntries(situations.map((each) => [each, typed(special?.[each])])) as Record<
    Situation,
    Typed
  >
}

/** What is answered; days count only with a yes. */
export const specialFromTyped = (typed: Record<Situation, Typed>): Special =>
  Object.fromEntries(
    situations.flatMap((each) => answerFrom(each, typed[each]).map((answer) => [each, answer])),
  )

function answerFrom(situation: Situation, { says, from, to, note }: Typed): SituationAnswer[] {
  if (says === '') return []
  if (says === 'no') return [{ says, from: null, to: null, note: '' }]
  const day = (end: 'from' | 'to', text: string) => (asks(situation, end) ? parseDay(text) : null)
  return [{ says, from: day('from', from), to: day('to', to), note: note.trim() }]
}

const asks = (situation: Situation, end: 'from' | 'to'): boolean =>
  (datesOfSituation[situation] as readonly string[]).includes(end)

/** Text that is no day, and a second day before the first. */
export function errorsOf(typed: Record<Situation, Typed>): SaidErrors {
  return Object.fromEntries(
    situations.flatMap((each) => {
      const { says, from, to } = typed[each]
      if (says !== 'yes') return []
      const wrong = (end: 'from' | 'to', text: string) =>
        asks(each, end) && text.trim() !== '' && !parseDay(text)
      const [first, second] = [parseDay(from), parseDay(to)]
      const errors = {
        ...(wrong('from', from) ? { from: t('facts.errors.date') } : {}),
        ...(wrong('to', to) ? { to: t('facts.errors.date') } : {}),
        ...(asks(each, 'to') && first && second && second < first ? { to: t('special.wrongOrder') } : {}),
      }
      return Object.keys(errors).length > 0 ? [[each, errors]] : []
    }),
  )
}
