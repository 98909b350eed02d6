import { existsSync, realpathSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { err, type Failure, ok, type Result } from '../../shared/model/result.ts'

/**
 * A folder that a person typed in a browser, which has no dialog for folders. It must be inside their home
 * folder (with or without `~/`, after following links) and not hidden. It need not exist yet.
 */
export function typedFolder(home: string, typed: string): Result<string, Failure<'library.bad-folder'>> {
  const wanted = typed.trim()
  const base = realpathSync(home)
  const refused = err({ code: 'library.bad-folder' as const })
  if (/\p{Cc}/u.test(wanted)) return refused
  const named = wanted.replace(/^~(?=$|[/\\])/, base)
  const folder = resolve(isAbsolute(named) ? named : join(base, named))
  let there = folder
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there)
  const real = join(realpathSync(there), relative(there, folder))
  const below = relative(base, real)
  const isBelow = below !== '' && !isAbsolute(below)
  return isBelow && below.split(sep).every((part) => !part.startsWith('.')) ? ok(real) : refused
}
