import { z } from 'zod'
import { Day } from './day.ts'

/**
 * Why the date of this computer may be wrong. `earlier`: something in the library was stored after it;
 * `longAfter`: nothing was stored for more than a year. `newest`: the date it was compared with.
 */
export const ClockDoubt = z.object({ kind: z.enum(['earlier', 'longAfter']), today: Day, newest: Day })
export type ClockDoubt = z.infer<typeof ClockDoubt>
