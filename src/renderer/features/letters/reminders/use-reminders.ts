import { useMemo } from 'react'
import { daysAhead } from '../../../../shared/telling/days-ahead.ts'
import { type Reminder, remindersOf } from '../../../../shared/telling/reminders.ts'
import { attempt, useLaw, useLetters, useLibrary, useToday } from '../../../state/library-context.tsx'
import { useAnswer } from '../../../state/use-answer.ts'

/** What asks for attention today and what was put off; null until the settings are known. */
export function useReminders() {
  const library = useLibrary()
  const { api } = library
  const law = useLaw()
  const letters = useLetters()
  const today = useToday()
  const settings = useAnswer('integrations:settings')
  const snoozes = settings?.snoozes
  const reminders = useMemo(
    () => (snoozes ? remindersOf(daysAhead(law, letters, today), today, snoozes) : null),
    [law, letters, today, snoozes],
  )
  return {
    reminders,
    settings,
    putOff: ({ key, asksAgain }: Reminder) =>
      attempt(library, api['reminders:snooze']({ keys: [key], until: asksAgain })),
    showAgain: (all: Reminder[]) =>
      attempt(library, api['reminders:snooze']({ keys: all.map(({ key }) => key), until: null })),
  }
}
