import { Day } from '../../shared/model/day.ts'
import type { Clock } from '../ports/clock.ts'

/** The calendar day on this computer, in its own time zone. */
export const systemClock: Clock = {
  today() {
    const now = new Date()
    const two = (value: number) => String(value).padStart(2, '0')
    return Day.parse(`${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`)
  },
  now: () => new Date().toISOString(),
}
