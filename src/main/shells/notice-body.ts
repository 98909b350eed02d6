import en from '../../../resources/words/en.json' with { type: 'json' }
import es from '../../../resources/words/es.json' with { type: 'json' }
import type { Reminder } from '../../shared/deadlines/reminders.ts'

/** What a notification says: how many dates are near, and the first by name only if that is allowed. */
export function noticeBody(due: readonly Reminder[], named: boolean, locale: string): string {
  const words = (locale.startsWith('es') ? es : en).notice
  const [first] = due
  if (named && first) {
    const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(first.sendBy),
    )
    const values: Record<string, string> = { notice: first.notice, day, title: first.title }
    return words.named.replace(/{{(\w+)}}/g, (_all, name: string) => values[name] ?? '')
  }
  return due.length === 1 ? words.one : words.many.replace('{{count}}', String(due.length))
}
