import { ifTodayWords } from '../../../shared/deadlines/clock-doubt.ts'
import type { Deadline } from '../../../shared/deadlines/deadline.ts'
import type { ClockDoubt } from '../../../shared/model/clock-doubt.ts'
import { countWords, standWords } from '../../../shared/telling/count.ts'
import { lawWords } from '../../i18n/law-text.tsx'
import { useClockDoubt } from '../../state/library-context.tsx'

/** How many days are left, as every screen tells it: while today's date is in doubt, only with that word. */
export function useDaysLeft(): (days: number) => string {
  const only = useOnlyIfToday()
  return (days) => only(lawWords(countWords(days)))
}

/** How a right stands today, where it hangs on today's date only with that word. */
export function useStateWords(): (
  deadline: Pick<Deadline, 'state' | 'daysLeft' | 'ends' | 'program'>,
) => string {
  const only = useOnlyIfToday()
  return (deadline) => {
    const words = lawWords(standWords(deadline))
    return hangsOnToday.has(deadline.state) ? only(words) : words
  }
}

const hangsOnToday: ReadonlySet<Deadline['state']> = new Set(['open', 'late', 'lastDay', 'passed'])

/** Words that hold only if the computer's date is right say so while it is in doubt. */
export function useOnlyIfToday(): (words: string) => string {
  const doubt = useClockDoubt()
  return (words) => onlyIfToday(doubt, words)
}

/** How many days are left, where what speaks against today's date is known. */
export const daysLeftIf = (doubt: ClockDoubt | null, days: number): string =>
  onlyIfToday(doubt, lawWords(countWords(days)))

/** The same for a doubt that is known. */
export const onlyIfToday = (doubt: ClockDoubt | null, words: string): string =>
  doubt ? `${words} (${lawWords(ifTodayWords(doubt))})` : words
