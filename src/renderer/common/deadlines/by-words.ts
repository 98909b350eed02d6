import type { AppealChoice } from '../../../shared/appeals/appeal-choice.ts'
import { bySendBy, isTask } from '../../../shared/deadlines/ahead.ts'
import { type Deadline, isPractical } from '../../../shared/deadlines/deadline.ts'
import { sendWords } from '../../../shared/deadlines/send-words.ts'
import { weekdayDay } from '../../i18n/format.ts'
import { lawWords } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'

/** `Last day: ... Mail it by ...` for the appeal route that fits; null while no date is known. */
export function byWords(choice: AppealChoice, deadlines: readonly Deadline[]): string | null {
  const onRoute = deadlines.filter(({ program }) => program === choice.route)
  const [next] = onRoute.filter(isTask).sort(bySendBy)
  if (!next?.lastDay) return null
  const send = sendWords(next)
  const last = t(keyOf(next), { last: weekdayDay(next.lastDay) })
  return send ? `${last} ${lawWords(send)}` : last
}

/** No letter asks for an appeal by the day on which the IRS can act. */
function keyOf(deadline: Deadline) {
  if (isPractical(deadline)) return 'next.byPractical'
  return deadline.ends === 'request' ? 'next.byAsked' : 'next.byLast'
}
