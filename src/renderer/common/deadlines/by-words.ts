import type { AppealChoice } from '../../../shared/appeals/appeal-choice.ts'
import { bySendBy, isTask } from '../../../shared/deadlines/ahead.ts'
import type { Deadline } from '../../../shared/deadlines/deadline.ts'
import { weekdayDay } from '../../i18n/format.ts'
import { t } from '../../i18n/words.ts'

/** `Last day: ... To be safe, send it by ...` for the appeal route that fits; null while no date is known. */
export function byWords(choice: AppealChoice, deadlines: Deadline[]): string | null {
  const onRoute = deadlines.filter(({ program }) => program === choice.route)
  const { lastDay = null, sendBy = null, ends } = onRoute.filter(isTask).sort(bySendBy)[0] ?? {}
  if (!lastDay) return null
  const last = weekdayDay(lastDay)
  if (ends === 'request') return t('next.byAsked', { last })
  return sendBy && sendBy !== lastDay
    ? t('next.by', { last, send: weekdayDay(sendBy) })
    : t('next.byLast', { last })
}
