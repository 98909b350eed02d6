import { z } from 'zod'
import { Day } from './day.ts'

/**
 * Why the date of this computer may be wrong. `earlier`: something in the library was kept after it; `longAfter`: nothing
 * was kept for more than a year. `newest`: the day to which it was compared.
 */
export const ClockDoubt = z.object({ kind: z.enum(['earlier', 'longAfter']), today: Day, newest: Day })
export type ClockDoubt = z.infer<typeof ClockDoubt>
