import { z } from 'zod'

/**
 * A calendar day, `2025-05-15`, without time and time zone. A legal date is a day on a calendar, never an
 * instant, and "today" is always an argument.
 */
export const Day = z.iso.date().brand<'Day'>()
export type Day = z.infer<typeof Day>
