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
