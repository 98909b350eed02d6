/** A number as typed, without spaces and punctuation: `LETTER1058`. */
export const squeezed = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '')

/** `Letter 9999-C` -> `L9999C`, `Notice CP 999` -> `CP999`, `Form 668-Z` -> `F668Z`. */
export function codeFrom(typed: string): string {
  const text = squeezed(typed).replace(/^(IRS|NOTICE)+/, '')
  return text
    .replace(/^(LETTER|LTR)(?=LT\d)/, '')
    .replace(/^(LETTER|LTR)(?=\d)/, 'L')
    .replace(/^FORM(?=\d)/, 'F')
    .replace(/^(?=\d)/, 'L')
}

type Printed = { code: string; printedAs: readonly string[] }

/**
 * The codes of the other ways in which a letter's number is printed, so that each finds its entry however it was typed
 * or stored: L3219C for `Letter 3219-C` of L3219.
 */
export function otherCodes({ code, printedAs }: Printed): ReadonlySet<string> {
  const known = codesOf.get(printedAs) ?? new Set(printedAs.map(codeFrom).filter((each) => each !== code))
  codesOf.set(printedAs, known)
  return known
}
const codesOf = new WeakMap<readonly string[], ReadonlySet<string>>()
