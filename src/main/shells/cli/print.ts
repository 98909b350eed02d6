import { cleanLines, escapeMarks } from '../../../shared/text/clean-name.ts'
import { withBothNames } from '../../storage/stored-names.ts'

/*
 * All that the command line prints goes through here: a letter, a file's name or a library from somebody else could hold marks
 * that clear a terminal, write over what it shows, or turn its direction. A test holds that no command prints by itself.
 */

/** Prints to standard output. */
export const say = (text: string): void => console.log(cleanLines(text))

/** Prints to standard error. */
export const warn = (text: string): void => console.error(cleanLines(text))

export const jsonText = (value: unknown, space?: number): string =>
  escapeMarks(JSON.stringify(value, null, space))

/** One JSON object a line with `--json`, else the text. */
export const print = <T>(options: { json?: boolean }, value: T, text: (value: T) => string): void =>
  say(options.json ? escapeMarks(withBothNames(value)) : text(value))
