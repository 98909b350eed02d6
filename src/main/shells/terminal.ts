import { cleanLines } from '../../shared/text/clean-name.ts'

/*
 * All that any shell prints goes through here: a letter, a file's name, the path of a library or a library from somebody else
 * could hold marks that clear a terminal, write over what it shows, or turn its direction. A test holds that no shell prints
 * by itself.
 */

/** Prints to standard output. */
export const say = (text: string): void => console.log(cleanLines(text))

/** Prints to standard error. */
export const warn = (text: string): void => console.error(cleanLines(text))
