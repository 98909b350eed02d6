import type { HelpedLibrary } from '../../../shared/contract/helper.ts'
import type { Law } from '../../../shared/law/law.ts'
import { ok, type Result } from '../../../shared/model/result.ts'
import type { Clock } from '../../ports/clock.ts'
import { type KnownLibraries, nameOfLibrary } from '../known-libraries.ts'
import type { HelperFailure, HelperKeys } from './helper-keys.ts'
import { nextOfLibrary } from './next-of-library.ts'
import { type ReadableLibrary, type Reading, readLibrary } from './read-library.ts'

export type ListNeeds = Reading & {
  keys: Pick<HelperKeys, 'grants' | 'permission'>
  known: Pick<KnownLibraries, 'sawLater'>
  law: () => Law
  clock: Clock
  /** The default library, which has no name. */
  own: string
  /** The library that this process has open, which is taken as it is; null: there is none, or it is another file. */
  openAt: (file: string) => ReadableLibrary | null
}

/**
 * The next days of every library that the helper may open, in the order in which they were allowed. One at a time is open, and
 * between two of them other calls are answered. One that cannot be read has its reason; the others are told all the same.
 */
export async function listHelped(needs: ListNeeds): Promise<Result<HelpedLibrary[], HelperFailure>> {
  const libraries: HelpedLibrary[] = []
  for (const grant of needs.keys.grants()) {
    const one = helped(needs, grant)
    if (!one.ok) return one
    libraries.push(one.value)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return ok(libraries)
}

const nothing = { next: null, also: null, doubt: null }

function helped(needs: ListNeeds, grant: string): Result<HelpedLibrary, HelperFailure> {
  const { keys, own, openAt } = needs
  const found = keys.permission(grant)
  if (!found.ok) return found
  const permission = found.value
  if (!permission) return ok({ grant, name: null, problem: { code: 'helper.entry-damaged' }, ...nothing })
  const { file } = permission
  const named = { grant, name: file === own ? null : nameOfLibrary(file) }
  const open = openAt(file)
  const isStill = (library: ReadableLibrary) => library.settings.get().helpers.includes(grant)
  if (open && !isStill(open)) return ok({ ...named, problem: { code: 'helper.taken-back' }, ...nothing })
  const told = open
    ? ok(tellLibrary(needs, file, open))
    : readLibrary(permission, needs, (library) => tellLibrary(needs, file, library))
  return ok(told.ok ? { ...named, ...told.value } : { ...named, problem: told.error, ...nothing })
}

function tellLibrary({ law, clock, known }: ListNeeds, file: string, library: ReadableLibrary) {
  const isOlder = known.sawLater(file, library.position()) !== null
  return { problem: isOlder ? { code: 'helper.older-copy' } : null, ...nextOfLibrary(library, law(), clock) }
}
