import { type LawText, type Message, say } from '../i18n/message.ts'
import type { Law, Rule } from './law.ts'

/** `30 days from the date of the letter`; null where the rule has no count. */
export function windowOf({ count, start }: Pick<Rule, 'count' | 'start'>): Message | null {
  if (!count || !start) return null
  if ('daysBefore' in count)
    return say(`before.${start}`, { span: say('span.days', { count: count.daysBefore }) })
  return say(`from.${start}`, { span: spanOf(count) })
}

/** `30 days`, `30 days and 5 business days` */
function spanOf(count: Exclude<NonNullable<Rule['count']>, { daysBefore: number }>): Message {
  if ('businessDays' in count) return say('span.businessDays', { count: count.businessDays })
  const span =
    'years' in count ? say('span.years', { count: count.years }) : say('span.days', { count: count.days })
  if (count.afterBusinessDays === undefined) return span
  return say('span.and', { span, more: say('span.businessDays', { count: count.afterBusinessDays }) })
}

/** Where and how to petition the Tax Court, if that satisfies one of the rules; else nothing. */
export function howToPetition(
  law: Pick<Law, 'rules' | 'checklists'>,
  rules: readonly (string | null)[],
): LawText[] {
  const asks = law.rules.some(({ id, metBy }) => rules.includes(id) && metBy.includes('petitionMailed'))
  return asks ? (law.checklists.petition ?? []) : []
}
