import { english } from '../i18n/english.ts'
import { type Message, say } from '../i18n/message.ts'
import { getRule, type Law, type Rule } from '../law/law.ts'
import type { Day } from '../model/day.ts'
import type { ChecklistStep } from './draft.ts'

/**
 * A step of the checklist. Its id is stored with a person's ticks: it holds the words that were ticked, so that a tick
 * never moves to another step, is cut to what an answer may hold, and its prefixes (`gap`, `ink`) are never renamed.
 */
export const step = (id: string, text: Message): ChecklistStep => ({
  id: id.slice(0, 200),
  text,
  by: null,
  source: null,
  done: null,
})

/** For information: nothing to do. */
export const note = (each: ChecklistStep): ChecklistStep => ({ ...each, isNote: true })

/** One list of the law files. */
export function list(law: Law, key: string): ChecklistStep[] {
  const texts = law.checklists[key]
  if (!texts) throw new Error(`law: no checklist ${key}`)
  return texts.map((text) => step(`${key}: ${english(text)}`, text))
}

/** What a rule says, with its source and how much time it gives. */
export function ruleStep(law: Law, id: string, by: Day | null = null): ChecklistStep {
  const rule = getRule(law, id)
  const span = countOf(rule)
  const { citation } = rule
  const source = span ? say('checklist.source', { span, citation }) : citation
  const isNote = notes.has(id) ? { isNote: true as const } : {}
  return { ...step(id, rule.statement), by, source, ...isNote }
}

/** Rules that ask nothing of the person: what the IRS does, and how mailing dates count. */
const notes = new Set(['CAP-F2', 'CAP-P2', 'CAP-P3', 'T-3', 'T-4', 'T-5', 'T-15', 'T-18'])

/** `2 business days`; null where the rule counts nothing forward. */
function countOf({ count }: Rule): Message | null {
  if (!count || 'daysBefore' in count) return null
  if ('businessDays' in count) return say('span.businessDays', { count: count.businessDays })
  return 'days' in count ? say('span.days', { count: count.days }) : say('span.years', { count: count.years })
}
