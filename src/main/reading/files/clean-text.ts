import { cleanText } from '../../../shared/text/clean-name.ts'

/**
 * A file's name for showing and for saving under it again: no folders, no control characters or direction marks.
 * `letter` where nothing is left.
 */
export function cleanFileName(name: string): string {
  const last = cleanText(name).split(/[\\/]/).at(-1)?.trim() ?? ''
  return /^\.*$/.test(last) ? 'letter' : last
}
