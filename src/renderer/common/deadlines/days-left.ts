import { ifTodayWords } from '../../../shared/deadlines/clock-doubt.ts'
import type { Deadline } from '../../../shared/deadlines/deadline.ts'
import type { ClockDoubt } from '../../../shared/model/clock-doubt.ts'
import { daysLeftWords } from '../../i18n/format.ts'
import { lawWords } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { useClockDoubt } from '../../state/library-context.tsx'

/** How many days are left, as every screen tells it: while today's date is in doubt, only with that word. */
export function useDaysLeft(): (days: number) => string {
  const only = useOnlyIfToday()
  return (days) => only(daysLeftWords(days))
}

/** How a right stands today: open, late, or why neither is known. What a letter only asked for is never told as late. */
export function useStateWords(): (deadline: Pick<Deadline, 'state' | 'daysLeft' | 'ends'>) => string {
  const only = useOnlyIfToday()
  return ({ state, daysLeft, ends }) => {
    const counting = state === 'open' || state === 'late'
    if (state === 'late' && ends === 'request' && daysLeft !== null)
      return only(t('deadline.asked', { count: -daysLeft }))
    if (counting && daysLeft !== null) return only(daysLeftWords(daysLeft))
    const words = t(`deadline.state.${state}`)
    return counting || state === 'lastDay' || state === 'passed' ? only(words) : words
  }
}

/** Words that hold only if the computer's date is right say so while it is in doubt. */
export function useOnlyIfToday(): (words: string) => string {
  const doubt = useClockDoubt()
  return (words) => onlyIfToday(doubt, words)
}

/** How many days are left, where what speaks against today's date is known. */
export const daysLeftIf = (doubt: ClockDoubt | null, days: number): string =>
  onlyIfToday(doubt, daysLeftWords(days))

/** The same for a doubt that is known. */
export const onlyIfToday = (doubt: ClockDoubt | null, words: string): string =>
  doubt ? `${words} (${lawWords(ifTodayWords(doubt))})` : words
