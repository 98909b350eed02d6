import { lstatSync, readlinkSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

/** More links in a row than any system follows: they lead in a circle. */
const mostLinks = 40

/**
 * The real path of a file that is there or not yet. A library is known by it everywhere: whoever renames a new file over a
 * link replaces the link and leaves the file, and what lies beside the link does not lie beside the file. A link that
 * leads nowhere stands for the place that it names. Links in a circle stay as they are, and nothing opens them.
 */
export function realFileOf(path: string, links = 0): string {
  const file = resolve(path)
  const real = realPath(file)
  if (real !== null) return real
  const folder = dirname(file)
  if (folder === file) return file
  const realFolder = realFileOf(folder, links)
  const target = isLink(file) && links < mostLinks ? readlinkSync(file) : null
  return target === null
    ? join(realFolder, basename(file))
    : realFileOf(resolve(realFolder, target), links + 1)
}

function realPath(file: string): string | null {
  try {
    return realpathSync(file)
  } catch {
    return null
  }
}

/** Whether the last part of a path is a symbolic link. */
export function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink()
  } catch {
    return false
  }
}

/** Whether another name leads to the same bytes (a hard link), which a new file in place of this one would leave there. */
export const hasOtherName = (file: string): boolean =>
  (statSync(file, { throwIfNoEntry: false })?.nlink ?? 1) > 1
