import { type Sentence, say } from '../i18n/message.ts'
import type { Day } from '../model/day.ts'
import { addDays, daysBetween } from './days.ts'
import type { Deadline } from './deadline.ts'

/** `tomorrow, Monday, November 23, 2026`: with the word where a person would say it; without where `today` is not known. */
export function nearDay(day: Day, today: Day | null): Sentence {
  const away = today === null ? null : daysBetween(today, day)
  if (away === 0) return say('day.today', { day })
  return say(away === 1 ? 'day.tomorrow' : 'day.plain', { day })
}

/** The same message for what is read on another day, on paper or in a calendar: there `tomorrow` would be wrong. */
export const lasting = <T>(told: T): T => withoutNear(told) as T

function withoutNear(told: unknown): unknown {
  if (Array.isArray(told)) return told.map(withoutNear)
  if (typeof told !== 'object' || told === null) return told
  const own = Object.fromEntries(Object.entries(told).map(([name, each]) => [name, withoutNear(each)]))
  return isNear(own) ? { ...own, key: plainKeys[own.key] } : own
}

const plainKeys = {
  'day.today': 'day.plain',
  'day.tomorrow': 'day.plain',
  'send.counterOnTomorrow': 'send.counterOn',
} as const satisfies { [K in Sentence['key']]?: Sentence['key'] }

const isNear = (value: Record<string, unknown>): value is { key: keyof typeof plainKeys } =>
  typeof value.key === 'string' && value.key in plainKeys && 'values' in value

/** The day on which a deadline was counted; null where it has no last day. */
export const countedOn = ({ lastDay, daysLeft }: Pick<Deadline, 'lastDay' | 'daysLeft'>): Day | null =>
  lastDay === null || daysLeft === null ? null : addDays(lastDay, -daysLeft)
