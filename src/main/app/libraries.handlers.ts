import { existsSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Api } from '../../shared/contract/contract.ts'
import type { librariesContract } from '../../shared/contract/libraries.ts'
import { err, ok } from '../../shared/model/result.ts'
import { lookAtFile } from '../files/library-file.ts'
import { realFileOf } from '../files/real-file.ts'
import type { Notifier } from '../ports/change-feed.ts'
import { takeKeysBesideLink } from '../storage/protection/keys-beside-link.ts'
import { idOfLibrary, type KnownLibraries, libraryIn, nameOfLibrary } from './known-libraries.ts'
import type { LibraryManager } from './library-manager.ts'
import { typedFolder } from './typed-folder.ts'

export type LibrariesHandlers = Pick<Api, keyof typeof librariesContract>
type What = Parameters<LibrariesHandlers['libraries:at']>[0]['what']

type Needs = {
  /** The default library, always on the list. */
  libraryFile: string
  /** The system's dialog for a library file, existing or new, if the shell has one. */
  chooseLibrary?: ((what: 'open' | 'new') => Promise<string | null>) | undefined
  /** The person's home folder. Where there is no dialog, a folder inside it may be typed. */
  home?: string | undefined
  manager: LibraryManager
  known: KnownLibraries
  changes: Notifier
}

/** One library at a time in a window, out of several on this computer. */
export function createLibrariesHandlers({
  libraryFile: own,
  chooseLibrary,
  home,
  manager,
  known,
  changes,
}: Needs): LibrariesHandlers {
  /** Looks for problems before closing anything, so that the open library stays open if there are any. */
  async function goTo(named: string, what: What) {
    const file = realFileOf(named)
    if (manager.state().kind === 'working') return err({ code: 'library.working' })
    if (file === manager.file()) return ok(null)
    const problem = what === 'open' ? inTheWayOfOpening(file) : inTheWayOfNew(file)
    if (problem) return err({ code: problem })
    takeKeysBesideLink(named, file)
    await manager.moveTo(file)
    return ok(null)
  }
  /** The default library is always on the list: its folder is hidden and could not be typed. */
  const files = () => [...new Set([...known.files(), manager.file(), own])]
  return {
    'libraries:list': async () => {
      return {
        known: files().map((file) => ({
          id: idOfLibrary(file),
          name: file === own ? null : nameOfLibrary(file),
          folder: dirname(file),
          here: existsSync(file),
          now: file === manager.file(),
        })),
        by: chooseLibrary ? 'dialog' : home ? 'typing' : 'nothing',
      }
    },
    'libraries:open': async ({ id }) => {
      const file = files().find((each) => idOfLibrary(each) === id)
      return file ? goTo(file, 'open') : err({ code: 'library.not-known' })
    },
    'libraries:choose': async ({ what }) => {
      if (!chooseLibrary) return err({ code: 'folder.no-dialog' })
      const file = await chooseLibrary(what)
      return file === null ? ok(null) : goTo(file, what)
    },
    'libraries:at': async ({ what, folder: typed }) => {
      if (!home || chooseLibrary) return err({ code: 'library.bad-folder' })
      const folder = typedFolder(home, typed)
      if (!folder.ok) return folder
      // The folder may hold a link to a library in a place that may not be typed.
      const file = realFileOf(libraryIn(folder.value))
      const place = typedFolder(home, dirname(file))
      return place.ok ? goTo(libraryIn(folder.value), what) : place
    },
    'libraries:forget': async ({ id }) => {
      known.forget(id)
      changes.changed([])
      return ok(null)
    },
  }
}

function inTheWayOfOpening(file: string): string | null {
  // Changes made in a backup would not be in the library, and the backup would no longer be one.
  if (basename(dirname(file)) === 'backups') return 'library.is-backup'
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return 'library.not-there'
  const found = lookAtFile(file)
  return found === 'plain' || found === 'protected' ? null : 'library.not-a-library'
}

const inTheWayOfNew = (file: string): string | null => (existsSync(file) ? 'library.there-already' : null)
