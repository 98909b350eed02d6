import type { Letter } from '../model/letter.ts'
import { compareDays } from './days.ts'

/**
 * What the person says the letter decided, where one number stands for approvals and denials (Letters 4025,
 * 4027, 4711, 5603); null until they say it. Of two answers the later one counts.
 */
export function decisionOf({ events = [] }: Partial<Pick<Letter, 'events'>>): 'granted' | 'refused' | null {
  const last = events
    .filter(({ kind }) => kind === 'requestGranted' || kind === 'requestRefused')
    .sort((a, b) => compareDays(a.day, b.day))
    .at(-1)
  if (!last) return null
  return last.kind === 'requestGranted' ? 'granted' : 'refused'
}
