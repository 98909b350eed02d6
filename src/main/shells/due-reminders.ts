import { daysAhead } from '../../shared/telling/days-ahead.ts'
import { type Reminder, remindersOf } from '../../shared/telling/reminders.ts'
import type { Core } from '../app/core.ts'

/** What asks for a reminder today in an open library. */
export async function dueReminders(core: Core): Promise<Reminder[]> {
  const { letters, today } = await core.api['letters:list'](null)
  const { snoozes } = await core.api['integrations:settings'](null)
  return remindersOf(daysAhead(core.law, letters, today), today, snoozes).due
}
