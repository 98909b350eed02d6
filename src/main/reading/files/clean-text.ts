/** Marks that turn the direction of what follows: `invoice\u202Efdp.exe` would be shown as `invoiceexe.pdf`. */
const directionMarks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** What a file says, without what is not meant to be seen: control characters become blanks, direction marks go. */
export const cleanText = (text: string): string => text.replace(directionMarks, '').replace(/\p{Cc}/gu, ' ')

/**
 * A file's name for showing and for saving under it again: no folders, no control characters or direction marks.
 * `letter` where nothing is left.
 */
export function cleanFileName(name: string): string {
  const last = cleanText(name).split(/[\\/]/).at(-1)?.trim() ?? ''
  return /^\.*$/.test(last) ? 'letter' : last
}
