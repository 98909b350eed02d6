import { z } from 'zod'
import { cleanLines } from '../text/clean-name.ts'
import { Day } from './day.ts'

/** Dollars and cents as printed, without a sign or commas: `9533.53`. */
const Money = z.string().regex(/^\d{1,12}\.\d\d$/)

const text = (longest: number) => z.string().max(longest).overwrite(cleanLines).nullable()
/** For facts that earlier versions did not look for: they are absent from what those versions stored. */
const added = <T extends z.ZodType>(schema: T) => z.nullable(schema).default(null)
const addedText = (longest: number) => added(z.string().max(longest).overwrite(cleanLines))

/** How a fact is typed and shown. `choice` is one of the values of its schema; `form` may be typed with the word "Form". */
export type FactKind = 'notice' | 'day' | 'money' | 'periods' | 'form' | 'last4' | 'choice' | 'line' | 'lines'

/** The groups of the form in which a person checks the facts, in the order of the screen. */
export const factGroups = ['first', 'days', 'debt', 'more'] as const
type FactGroup = (typeof factGroups)[number]

/** The lines that make up the searchable text of the facts, in order. Facts of one line are found as one phrase. */
export const factLines = [
  'number',
  'name',
  'address',
  'amount',
  'debt',
  'tin',
  'days',
  'person',
  'contact',
] as const

type Fact = {
  schema: z.ZodType
  kind: FactKind
  /** null: not in the form. */
  group: FactGroup | null
  /** Moves a fact within its group: negative ones come first. The rest keep the order of this table. */
  order?: number
  /** null: not searchable. */
  search: (typeof factLines)[number] | null
}

/**
 * Every fact that a letter can state: the schema of its value and how it is typed, shown, and searched.
 * Everything else derives from this table, so a new fact is one row here, a reading rule, and a label in each
 * language.
 */
export const factTable = {
  /** The notice's code in the catalog: `CP504`, `LT11`, `L1058`, `L2272C`. */
  noticeCode: { schema: text(20), kind: 'notice', group: 'first', search: 'number' },
  /** The date printed on the letter, not the day on which it was opened or scanned. */
  noticeDate: { schema: Day.nullable(), kind: 'day', group: 'first', search: 'days' },
  /** A deadline printed on the letter itself; it takes precedence over our count. On Letter 3172: the hearing date. */
  respondByDate: { schema: Day.nullable(), kind: 'day', group: 'days', search: 'days' },
  /** The day on which the letter says the installment agreement ends (CP523, CP623, L2975). */
  terminationDate: { schema: Day.nullable(), kind: 'day', group: 'days', search: 'days' },
  /** `2017` for a year, `2023-06` for a period that ends in that month. */
  taxPeriods: {
    schema: z.array(z.string().regex(/^\d{4}(-\d\d)?$/)).max(60),
    kind: 'periods',
    group: 'debt',
    search: 'debt',
  },
  /** The tax form of the debt, as printed: `1040`, `941`, `CIVPEN`. */
  form: { schema: text(20), kind: 'form', group: 'debt', search: 'debt' },
  amountDue: { schema: Money.nullable(), kind: 'money', group: 'debt', order: -1, search: 'amount' },
  /** Parts of the amount due, if the letter prints them in rows of their own. */
  taxOwed: { schema: added(Money), kind: 'money', group: 'more', order: -1, search: null },
  penalty: { schema: added(Money), kind: 'money', group: 'more', order: -1, search: null },
  interest: { schema: added(Money), kind: 'money', group: 'more', order: -1, search: null },
  tinType: { schema: z.enum(['SSN', 'EIN', 'ITIN']).nullable(), kind: 'choice', group: null, search: 'tin' },
  tinLast4: {
    schema: z
      .string()
      .regex(/^\d{4}$/)
      .nullable(),
    kind: 'last4',
    group: 'more',
    search: 'tin',
  },
  taxpayerName: { schema: text(200), kind: 'line', group: 'more', order: -1, search: 'name' },
  /** Street, city, state and ZIP code as printed, lines joined by `\n`, without the name. */
  taxpayerAddress: { schema: text(500), kind: 'lines', group: 'more', order: -1, search: 'address' },
  /** The IRS office that sent the letter, lines joined by `\n`. */
  returnAddress: { schema: text(500), kind: 'lines', group: 'more', order: 1, search: null },
  /** `800-829-1040` */
  contactPhone: { schema: text(40), kind: 'line', group: 'more', search: 'person' },
  employeeName: { schema: text(200), kind: 'line', group: 'more', search: 'person' },
  employeeId: { schema: text(40), kind: 'line', group: 'more', search: 'person' },
  /** The number to have ready when calling: `123456`. */
  callerId: { schema: addedText(40), kind: 'line', group: 'more', search: 'contact' },
  /** The fax number of the office that wrote: `855-555-0133`. */
  faxNumber: { schema: addedText(40), kind: 'line', group: 'more', search: 'contact' },
  /** The article number of certified mail: `9214 8901 0661 5400 0123 45`. */
  certifiedNumber: { schema: addedText(40), kind: 'line', group: 'more', search: 'contact' },
  /** What the person to contact is: `Revenue Officer`. */
  employeeTitle: { schema: addedText(80), kind: 'line', group: 'more', search: 'person' },
  /** Where the letter says to mail a request for a hearing, lines joined by `\n`, as Letter 3172 does. */
  hearingAddress: { schema: addedText(500), kind: 'lines', group: 'more', order: 1, search: null },
  /** Where the letter says to fax a request for a hearing: `855-555-0133`. */
  hearingFax: { schema: addedText(40), kind: 'line', group: 'more', order: 1, search: 'contact' },
  /** The day on which the Notice of Federal Tax Lien was filed (Letter 3172). */
  lienFiledDate: { schema: added(Day), kind: 'day', group: 'more', search: 'days' },
  /** The code for one upload of papers to the IRS; whoever has it can use it. */
  uploadCode: { schema: addedText(40), kind: 'line', group: 'more', search: null },
  language: { schema: z.enum(['en', 'es']).nullable(), kind: 'choice', group: null, search: null },
} as const satisfies Record<string, Fact>

export type FactName = keyof typeof factTable
export const factNames = Object.keys(factTable) as FactName[]

/** The names of the facts of one kind, as a type. */
export type FactOfKind<K extends FactKind> = {
  [N in FactName]: (typeof factTable)[N]['kind'] extends K ? N : never
}[FactName]

export const isOfKind = <K extends FactKind>(name: FactName, kind: K): name is FactOfKind<K> =>
  factTable[name].kind === kind

/** The facts of one group of the form, in the order of the screen. */
export const factsInGroup = (group: FactGroup): FactName[] =>
  factNames.filter((name) => factTable[name].group === group).sort((a, b) => orderOf(a) - orderOf(b))

function orderOf(name: FactName): number {
  const fact: Fact = factTable[name]
  return fact.order ?? 0
}

type Shape = { [N in FactName]: (typeof factTable)[N]['schema'] }

/**
 * What a letter says. One shape for what a reading suggests and for what a person confirmed. `null` means not found; it is
 * never a guess.
 */
export const LetterFacts = z.object(
  Object.fromEntries(factNames.map((name) => [name, factTable[name].schema])) as Shape,
)
export type LetterFacts = z.infer<typeof LetterFacts>

export const noFacts: LetterFacts = LetterFacts.parse(
  Object.fromEntries(factNames.map((name) => [name, isOfKind(name, 'periods') ? [] : null])),
)
