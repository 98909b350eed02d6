import { z } from 'zod'
import { LawText } from '../i18n/message.ts'

/**
 * When a text may be said, by how its right stands. `open`: it can be used today, or a date that decides is missing.
 * `notOver`: the same, or it comes later. `over`: its clock has run out. `always`: the text depends on no clock.
 */
const whiles = ['open', 'notOver', 'over', 'always'] as const
type While = (typeof whiles)[number]

/** Of which rights a text speaks: ids of rules, programs such as `CAP`, or `printed` for the day printed on the letter. */
const RightNames = z.union([z.string(), z.array(z.string()).min(2)])

/** The condition of a text. */
const condition = {
  right: RightNames.exactOptional(),
  while: z.enum(whiles),
  /** Only within so many years of the date of the letter, for a right that another letter or act opened. */
  withinYears: z.int().positive().exactOptional(),
}

/** The words of a text with a condition. */
export const AdviceText = z.string().min(1)

/**
 * A text that may speak of a right, a form, or a day. Plain text is for what holds at any time; whatever names one of
 * those says of which right it speaks and while that right is what.
 */
export const Advice: z.ZodType<Advice> = z.union([
  LawText,
  z
    .strictObject({ text: AdviceText, ...condition })
    .transform(({ text, ...when }) => ({ id: '', en: text, ...when })),
])
export type Advice = LawText & { right?: string | string[]; while?: While; withinYears?: number }

/** One text, or several of which some hold at one time and some at another. */
export type AdviceParts = Advice | Advice[]
export const AdviceParts: z.ZodType<AdviceParts> = z.union([Advice, z.array(Advice).min(1)])

/**
 * How a step uses the right that it speaks of: it is what has to be done by the last day. `send`: by mail, fax, or upload,
 * a petition too. `none`: it uses no right, but goes before or beside it: to read, to compare, to ask for more time.
 */
export const acts = ['send', 'call', 'sendOrCall', 'pay', 'online', 'do', 'none'] as const
export type Act = (typeof acts)[number]

/** What to do. Where it speaks of a right, it says whether it is the act that uses it, and how that is done. */
export const Step: z.ZodType<Step> = z.union([
  LawText,
  z
    .strictObject({ text: AdviceText, while: condition.while, withinYears: condition.withinYears })
    .transform(({ text, ...when }) => ({ id: '', en: text, ...when })),
  z
    .strictObject({ text: AdviceText, ...condition, right: RightNames, act: z.enum(acts) })
    .transform(({ text, ...when }) => ({ id: '', en: text, ...when })),
])
export type Step = Advice & { act?: Act }

/** One step, or several of which some hold at one time and some at another. */
export type StepParts = Step | Step[]
export const StepParts: z.ZodType<StepParts> = z.union([Step, z.array(Step).min(1)])

export const partsOf = <T extends Advice>(advice: T | T[]): T[] => (Array.isArray(advice) ? advice : [advice])

/** The names of the rights that a text speaks of; empty: none. */
export const rightsNamed = ({ right }: Advice): string[] => (right === undefined ? [] : [right].flat())

/** What makes a text depend on a clock: a form, a hearing, an appeal, a court, a number of days, a last day. */
const clockWords: [name: string, pattern: RegExp][] = [
  ['a form', /\bForms? \d{3,}/],
  ['a hearing', /\bhearings?\b/i],
  ['a court', /\bTax Court\b|\bpetition/i],
  ['an appeal', /\bappeal(?:s|ed)?\b(?<!Appeals)|\bask for Appeals\b|\bCAP\b|\bprotest\b/],
  [
    'a number of days',
    /\b(?:with)?in (?:the )?(?:\d+|two|three|one|a|ten|thirty)[ -](?:business )?(?:days?|years?)\b/i,
  ],
  ['a last day', /\b(?:last|safe) day\b|\b(?:by|before) (?:the|that) (?:day|date)\b|\bdate printed\b/i],
]

/** Why a text must say when it holds; null: it speaks of no right, form, or day. */
export const clockWord = (text: string): string | null =>
  clockWords.find(([, pattern]) => pattern.test(text))?.[0] ?? null
