/** Marks that turn the direction of what follows: `invoice\u202Efdp.exe` would be shown as `invoiceexe.pdf`. */
const directionMarks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** Text without what is not meant to be seen: control characters become spaces, direction marks go. */
export const cleanText = (text: string): string => text.replace(directionMarks, '').replace(/\p{Cc}/gu, ' ')

/** The same for text that may have lines of its own. */
export const cleanLines = (text: string): string =>
  text.replace(/\r\n/g, '\n').split('\n').map(cleanText).join('\n')

/** JSON in which such marks are written as escapes: it says the same to a program, and does nothing to a terminal. */
export const escapeMarks = (json: string): string =>
  json.replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** Longer names hide what is said about them. */
const longestShown = 80

/** A file's name as it can be shown in a sentence: on one line, in one direction, and with its beginning and its end. */
export function cleanName(name: string): string {
  const characters = [...cleanText(name).trim()]
  if (characters.length <= longestShown) return characters.join('')
  const half = (longestShown - 2) / 2
  return `${characters.slice(0, half).join('')}…${characters.slice(-half).join('')}`
}
