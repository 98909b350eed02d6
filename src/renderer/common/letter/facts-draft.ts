import type { Day } from '../../../shared/model/day.ts'
import { type FactName, factNames, type LetterFacts } from '../../../shared/model/letter.ts'
import { type FactsDraft, type MustCheck, mustCheck } from '../../app/drafts.ts'
import { longDay, money } from '../../ui/format.ts'
import { parseDay } from '../../ui/parse-day.ts'

export const isMustCheck = (name: FactName): name is MustCheck =>
  (mustCheck as readonly string[]).includes(name)

/** What is wrong with the text in a box; its words are `facts.errors.<code>`. */
export type FactError = 'date' | 'periods' | 'money' | 'last4'
export type FactErrors = Partial<Record<FactName, FactError>>

const dayFacts = ['noticeDate', 'respondByDate', 'terminationDate'] as const
export const isDayFact = (name: FactName): name is (typeof dayFacts)[number] =>
  (dayFacts as readonly string[]).includes(name)

const moneyFacts: readonly FactName[] = ['amountDue', 'taxOwed', 'penalty', 'interest']
const isMoneyFact = (name: FactName): boolean => moneyFacts.includes(name)

export function draftFromFacts(facts: LetterFacts): FactsDraft {
  const text = Object.fromEntries(factNames.map((name) => [name, textFromFact(facts, name)]))
  return { text: text as FactsDraft['text'], checked: { noticeCode: false, noticeDate: false } }
}

/** Changing a fact that must be checked takes its tick away: what was ticked is what stood there then. */
export function changeFact(draft: FactsDraft, name: FactName, value: string): FactsDraft {
  const checked = isMustCheck(name) ? { ...draft.checked, [name]: false } : draft.checked
  return { text: { ...draft.text, [name]: value }, checked }
}

export function textFromFact(facts: LetterFacts, name: FactName): string {
  const value = facts[name]
  if (value === null) return ''
  if (Array.isArray(value)) return value.join(', ')
  if (isMoneyFact(name)) return money(value)
  return isDayFact(name) ? longDay(value as Day) : value
}

/** The facts, or what is wrong with them by box. */
export function factsFromDraft({ text }: FactsDraft): { facts: LetterFacts } | { errors: FactErrors } {
  const errors: FactErrors = {}
  const parsed = <T>(name: FactName, parse: (text: string) => T | null, error: FactError): T | null => {
    const trimmed = text[name].trim()
    const value = trimmed === '' ? null : parse(trimmed)
    if (trimmed !== '' && value === null) errors[name] = error
    return value
  }
  const facts: LetterFacts = {
    noticeCode: text.noticeCode || null,
    noticeDate: parsed('noticeDate', parseDay, 'date'),
    respondByDate: parsed('respondByDate', parseDay, 'date'),
    terminationDate: parsed('terminationDate', parseDay, 'date'),
    taxPeriods: parsed('taxPeriods', parsePeriods, 'periods') ?? [],
    form: text.form.trim().replace(/^form\s+/i, '') || null,
    amountDue: parsed('amountDue', parseMoney, 'money'),
    taxOwed: parsed('taxOwed', parseMoney, 'money'),
    penalty: parsed('penalty', parseMoney, 'money'),
    interest: parsed('interest', parseMoney, 'money'),
    tinType: oneOf(text.tinType, ['SSN', 'EIN', 'ITIN']),
    tinLast4: parsed('tinLast4', parseLast4, 'last4'),
    taxpayerName: text.taxpayerName.trim() || null,
    taxpayerAddress: text.taxpayerAddress.trim() || null,
    returnAddress: text.returnAddress.trim() || null,
    contactPhone: text.contactPhone.trim() || null,
    employeeName: text.employeeName.trim() || null,
    employeeId: text.employeeId.trim() || null,
    callerId: text.callerId.trim() || null,
    faxNumber: text.faxNumber.trim() || null,
    certifiedNumber: text.certifiedNumber.trim() || null,
    language: oneOf(text.language, ['en', 'es']),
  }
  return Object.keys(errors).length > 0 ? { errors } : { facts }
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

const oneOf = <T extends string>(text: string, choices: readonly T[]): T | null =>
  choices.find((choice) => choice === text) ?? null
