import { english } from '../../shared/i18n/english.ts'
import type { ClockDoubt } from '../../shared/model/clock-doubt.ts'
import type { Reminder } from '../../shared/telling/reminders.ts'
import { screenWords } from '../content/screen-words.ts'

/** What a notification says: how many dates are near, and the first by name only if that is allowed. */
export function noticeBody(
  due: readonly Reminder[],
  named: boolean,
  locale: string,
  resources: string,
  clockDoubt: ClockDoubt | null,
): string {
  const words = screenWords(resources, locale).notice
  const [first] = due
  const doubt = clockDoubt ? ` ${words.doubt}` : ''
  if (named && first) {
    const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(first.sendBy),
    )
    const values: Record<string, string> = { notice: first.notice, day, title: english(first.title) }
    return words.named.replace(/{{(\w+)}}/g, (_all, name: string) => values[name] ?? '') + doubt
  }
  return (due.length === 1 ? words.one : words.many.replace('{{count}}', String(due.length))) + doubt
}
