import { codeFrom, squeezed } from './code-from.ts'
import {
  type FoundNotice,
  findLetter,
  type Law,
  type NamedLetter,
  type Notice,
  type NumberSeries,
} from './law.ts'

/**
 * What is known of a number in any printed form: `CP 504`, `letter 1058`, `Ltr 2272-C`, `1058`; undefined when
 * it is in no list. A bare number is a letter's number.
 */
export function letterByNumber(
  law: Pick<Law, 'notices' | 'named'>,
  typed: string,
): FoundNotice | NamedLetter | undefined {
  const code = codeFrom(typed)
  return (
    byNames(law, [squeezed(typed), code]) ??
    findLetter(law, code.replace(/SP$/, '')) ??
    byNames(law, formNames(code))
  )
}

function byNames(
  { notices, named }: Pick<Law, 'notices' | 'named'>,
  names: readonly string[],
): Notice | NamedLetter | undefined {
  const wanted = new Set(names)
  const isMeant = ({ code, printedAs }: Pick<NamedLetter, 'code' | 'printedAs'>) =>
    [code, ...printedAs].some((form) => wanted.has(squeezed(form)))
  return notices.find(isMeant) ?? named.find(isMeant)
}

/** A bare number, or one called a letter, that is a form: `668-D`; also without the version at its end: `668-A(c)(DO)`. */
function formNames(code: string): string[] {
  const [, number] = /^[FL](\d+[A-Z]+)$/.exec(code) ?? []
  if (!number) return []
  return [`F${number}`, `FORM${number}`, `F${number.replace(/(?<=[A-Z])(?:C?DO|ICS|ACS|C)$/, '')}`]
}

function isOfSeries({ prefix, also, digits, except }: NumberSeries, code: string): boolean {
  const count = /\d+/.exec(code)?.[0].length
  return (
    [prefix, ...also].some((beginning) => code.startsWith(beginning)) &&
    (digits === undefined || digits === count) &&
    !except.some((beginning) => code.startsWith(beginning))
  )
}

/**
 * The series of a number that is not in the catalog: the longest matching prefix; the empty prefix matches
 * all.
 */
export function seriesOf(law: Pick<Law, 'series'>, typed: string): NumberSeries {
  const code = codeFrom(typed)
  const fitting = law.series
    .filter((series) => isOfSeries(series, code))
    .sort((a, b) => b.prefix.length - a.prefix.length)
  const [series] = fitting
  if (!series) throw new Error('law: no series fits every number')
  return series
}
