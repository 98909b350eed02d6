import { type FoundNotice, findLetter, type Law, type NamedLetter, type NumberSeries } from './law.ts'

/** A number as typed, without spaces and punctuation: `LETTER1058`. */
const squeezed = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '')

/**
 * What is known of a number in any printed form: `CP 504`, `letter 1058`, `Ltr 2272-C`, `1058`; undefined when
 * it is in no list. A bare number is a letter's number.
 */
export function letterByNumber(
  law: Pick<Law, 'notices' | 'named'>,
  typed: string,
): FoundNotice | NamedLetter | undefined {
  const code = codeFrom(typed)
  const wanted = new Set([squeezed(typed), code])
  const isMeant = ({ code, printedAs }: Pick<NamedLetter, 'code' | 'printedAs'>) =>
    [code, ...printedAs].some((form) => wanted.has(squeezed(form)))
  return law.notices.find(isMeant) ?? law.named.find(isMeant) ?? findLetter(law, code.replace(/SP$/, ''))
}

/** `Letter 9999-C` -> `L9999C`, `Notice CP 999` -> `CP999`, `Form 668-Z` -> `F668Z`. */
export function codeFrom(typed: string): string {
  const text = squeezed(typed).replace(/^(IRS|NOTICE)+/, '')
  return text
    .replace(/^(LETTER|LTR)(?=LT\d)/, '')
    .replace(/^(LETTER|LTR)(?=\d)/, 'L')
    .replace(/^FORM(?=\d)/, 'F')
    .replace(/^(?=\d)/, 'L')
}

function isOfSeries({ prefix, digits, except }: NumberSeries, code: string): boolean {
  const count = /\d+/.exec(code)?.[0].length
  return (
    code.startsWith(prefix) &&
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
