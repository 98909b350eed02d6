import type { Day } from '../../../shared/model/day.ts'
import {
  type FactKind,
  type FactName,
  factNames,
  factTable,
  isOfKind,
  type LetterFacts,
  noFacts,
} from '../../../shared/model/facts.ts'
import { assertNever } from '../../../shared/model/result.ts'
import { longDay, money } from '../../i18n/format.ts'
import { type FactsDraft, type MustCheck, mustCheck } from '../../state/drafts.ts'
import { parseDay } from '../../ui/parse-day.ts'

export const isMustCheck = (name: FactName): name is MustCheck =>
  (mustCheck as readonly string[]).includes(name)

/** What is wrong with a value; its text is `facts.errors.<code>`. */
export type FactError = 'date' | 'periods' | 'money' | 'last4'
export type FactErrors = Partial<Record<FactName, FactError>>

export function draftFromFacts(facts: LetterFacts): FactsDraft {
  const text = Object.fromEntries(factNames.map((name) => [name, textFromFact(facts, name)]))
  return { text: text as FactsDraft['text'], checked: { noticeCode: false, noticeDate: false } }
}

/** Changing a fact that must be checked clears its checkbox, which confirmed the previous value. */
export function changeFact(draft: FactsDraft, name: FactName, value: string): FactsDraft {
  return { text: { ...draft.text, [name]: value }, checked: { ...draft.checked, [name]: false } }
}

export function textFromFact(facts: LetterFacts, name: FactName): string {
  const value = facts[name]
  if (value === null) return ''
  if (Array.isArray(value)) return value.join(', ')
  if (isOfKind(name, 'money')) return money(value)
  return isOfKind(name, 'day') ? longDay(value as Day) : value
}

/** The facts, or the errors by field. */
export function factsFromDraft({ text }: FactsDraft): { facts: LetterFacts } | { errors: FactErrors } {
  const errors: FactErrors = {}
  const entries = factNames.map((name) => {
    const typed = text[name].trim()
    const value = typed === '' ? null : valueFromText(name, typed)
    const error = errorOfKind[factTable[name].kind]
    if (typed !== '' && value === null && error) errors[name] = error
    return [name, value ?? noFacts[name]]
  })
  if (Object.keys(errors).length > 0) return { errors }
  // Each value was parsed by the kind that the table gives its fact.
  return { facts: Object.fromEntries(entries) as LetterFacts }
}

/** The value of a fact from what was typed, which is not empty; null: it cannot be used. */
function valueFromText(name: FactName, text: string): LetterFacts[FactName] {
  const { kind, schema } = factTable[name]
  switch (kind) {
    case 'day':
      return parseDay(text)
    case 'money':
      return parseMoney(text)
    case 'periods':
      return parsePeriods(text)
    case 'last4':
      return parseLast4(text)
    case 'form':
      return text.replace(/^form\s+/i, '') || null
    case 'choice':
      return schema.safeParse(text).data ?? null
    case 'notice':
    case 'line':
    case 'lines':
      return text
    default:
      return assertNever(kind, 'a kind of fact that cannot be typed')
  }
}

/** The kinds of which not every text can be used. */
const errorOfKind: Partial<Record<FactKind, FactError>> = {
  day: 'date',
  money: 'money',
  periods: 'periods',
  last4: 'last4',
}

/** `2017, 2018` or `2023-06` or `06/2023`; null if any part is neither a year nor a month of one. */
function parsePeriods(text: string): string[] | null {
  const periods = text
    .split(/[,;]|\s+and\s+/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) =>
      part.replace(/^(\d{1,2})\/(\d{4})$/, (_, month, year) => `${year}-${month.padStart(2, '0')}`),
    )
  return periods.every((part) => /^(19|20)\d\d(-(0[1-9]|1[0-2]))?$/.test(part)) ? periods : null
}

/** `$9,533.53`, `9533` -> `9533.53`, `9533.00` */
function parseMoney(text: string): string | null {
  const match = /^\$?\s?(?<dollars>\d{1,3}(?:,\d{3})*|\d{1,12})(?:\.(?<cents>\d\d))?$/.exec(text)?.groups
  return match ? `${match.dollars?.replaceAll(',', '')}.${match.cents ?? '00'}` : null
}

/** The last four digits, also at the end of a masked or whole number, so that the whole number is never kept. */
const parseLast4 = (text: string): string | null => /^[\dX*-]*?(\d{4})$/i.exec(text)?.[1] ?? null
