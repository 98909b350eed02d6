import { type FactName, isOfKind } from '../../../shared/model/facts.ts'
import { datesIn } from './dates.ts'

/** The facts whose every digit wants two witnesses, by how their values are printed. */
export type PrintedAs = 'notice' | 'day' | 'money' | 'phone' | 'last-four' | 'digits' | 'code'

/** How a fact's digits are printed; null: its value is not of digits, or its digits have witnesses of their own. */
export function printedAs(name: FactName): PrintedAs | null {
  if (isOfKind(name, 'day')) return 'day'
  if (isOfKind(name, 'money')) return 'money'
  switch (name) {
    case 'noticeCode':
      return 'notice'
    case 'tinLast4':
      return 'last-four'
    case 'contactPhone':
    case 'faxNumber':
    case 'hearingFax':
      return 'phone'
    case 'employeeId':
    case 'callerId':
    case 'certifiedNumber':
      return 'digits'
    case 'uploadCode':
      return 'code'
    default:
      return null
  }
}

/**
 * Whether a text holds a value, however it is spaced and set off. The witness drops blanks, so that label and value run
 * into each other.
 */
export function holds(read: string, kind: PrintedAs, value: string): boolean {
  const text = plainMarks(read)
  const wanted = digitsOf(value)
  switch (kind) {
    case 'notice':
      return holdsNumber(text, value)
    case 'day':
      return daysIn(text).includes(value)
    case 'money':
      return amountsIn(text).includes(value)
    case 'phone':
      return phonesIn(text).some((phone) => digitsOf(phone) === wanted)
    case 'last-four':
      return runsIn(text).some((run) => run.endsWith(wanted))
    case 'digits':
      return runsIn(text).some((run) => run.includes(wanted))
    case 'code':
      return capitalsOf(text).includes(capitalsOf(value))
  }
}

/** What a text says instead: its one value of this kind; null where it has none or several. */
export function onlyValueIn(text: string, kind: PrintedAs, like: string): string | null {
  const values = new Set(valuesIn(plainMarks(text), kind, like))
  const [only] = values
  return values.size === 1 && only !== undefined ? only : null
}

function valuesIn(text: string, kind: PrintedAs, like: string): string[] {
  switch (kind) {
    case 'notice':
    case 'code':
      return []
    case 'day':
      return daysIn(text)
    case 'money':
      return amountsIn(text)
    case 'phone':
      return phonesIn(text)
    case 'last-four':
      return runsIn(text).flatMap((run) => (run.length >= 4 ? [run.slice(-4)] : []))
    case 'digits':
      return runsIn(text).filter((run) => Math.abs(run.length - digitsOf(like).length) <= 1)
  }
}

/** The second engine knows Chinese print, too, and its marks are as wide as its characters: `October 6，`. */
const plainMarks = (text: string): string =>
  text.normalize('NFKC').replaceAll('、', ',').replaceAll('。', '.')

/** Characters that look alike on paper. */
const alike: Record<string, string> = { '0': '[0OoQD]', '1': '[1Il|]', I: '[1Il|]' }

/** `LTR 2272C 0` for `L2272C`, `Form 668-W` for `F668W`; another digit or a further suffix makes another notice. */
function holdsNumber(text: string, code: string): boolean {
  const [number = code] = /\d+[A-Z]*$/.exec(code) ?? []
  const printed = [...number].map((character) => alike[character] ?? character)
  return new RegExp(`(?<!\\d)${printed.join('[-–\\s(]*')}(?!\\d|[-–]?[A-Z](?!\\p{Ll}))`, 'u').test(text)
}

const capitalsOf = (text: string) => text.toUpperCase().replace(/[^A-Z\d]/g, '')
const digitsOf = (text: string) => text.replace(/\D/g, '')

const months =
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(
    ' ',
  )
const longMonth = new RegExp(months.filter((name) => name.length > 4).join('|'), 'gi')

const daysIn = (text: string): string[] =>
  datesIn(
    text
      .replace(/0(?=\p{Ll}{2})/gu, 'O')
      .replace(longMonth, ' $& ')
      .replace(/(\p{Ll})(?=\p{Lu}|\d)|(\d)(?=\p{L}\p{Ll})/gu, '$& ')
      .replace(/\p{L}{3,10}(?=[.,]? \d)/gu, nearestMonth)
      .replace(/\s+/g, ' ')
      .replace(/ (?=[.,])/g, ''),
  ).map((date) => date.iso)

/** A word with one misread letter is the month that it can only be: `Junc` is none but June. */
function nearestMonth(word: string): string {
  const near = (most: number) => months.filter((name) => slips(name, word.toLowerCase()) === most)
  const [only, ...others] = near(0).length > 0 ? near(0) : near(1)
  return only !== undefined && others.length === 0 ? only : word
}

function slips(expected: string, actual: string): number {
  if (expected.length !== actual.length) return 9
  return [...expected].filter((letter, at) => letter !== actual[at]).length
}

/** `$1,234.56`, also with a misread separator; without cents only behind a dollar sign. */
function amountsIn(text: string): string[] {
  const close = plainDigits(text).replace(/(?<=[\d$]) ?([.,]) ?(?=\d)|(?<=\$) (?=\d)/g, '$1')
  const amounts = close.matchAll(
    /(?<![\d.,])(\d{1,3}(?:[., ]?\d{3})*)[.,](\d\d)(?!\d)|(?<=\$)(\d{1,3}(?:,\d{3})+|\d+)(?![\d.,])/g,
  )
  return [...amounts].map(([, dollars, cents, whole]) => {
    const before = digitsOf(dollars ?? whole ?? '').replace(/^0+(?=\d)/, '')
    return `${before}.${cents ?? '00'}`
  })
}

const phonesIn = (text: string): string[] =>
  [
    ...plainDigits(text).matchAll(
      /(?<!\d)(?:1[-. ]?)?\(?([2-9]\d\d)\)?[-–. ]{0,2}(\d{3})[-–. ]{0,2}(\d{4})(?!\d)/g,
    ),
  ].map(([, area, office, line]) => `${area}-${office}-${line}`)

/** Digits in a row, whatever marks part them. */
const runsIn = (text: string): string[] =>
  (plainDigits(text).match(/\d(?:[-–. ]{0,2}\d)*/g) ?? []).map(digitsOf)

/** A letter that stands between digits is one of those that look like a digit. */
const plainDigits = (text: string): string =>
  text.replace(/(?<=[\d.,-])[OoQD](?=[\d.,-]|$)/g, '0').replace(/(?<=[\d.,-])[Il|](?=[\d.,-]|$)/g, '1')
