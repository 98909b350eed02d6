import type { Api } from '../../shared/contract/contract.ts'
import type { ImportedFile } from '../../shared/contract/integrations.ts'
import type { Notifier } from '../ports/change-feed.ts'
import type { Clock } from '../ports/clock.ts'
import type { Library } from '../storage/open-library.ts'
import type { Done, SaveSettings } from './save-settings.ts'
import { marksIn, type WatchedFolder, watchFolder } from './watch-folder.ts'

/** How many recent files are listed. */
const latest = 20

export type ScannerNeeds = {
  library: Pick<Library, 'settings' | 'write'>
  changes: Notifier
  clock: Clock
  /** A command line does not stay to watch a folder. */
  shell: 'desktop' | 'browser' | 'cli'
  add: Api['letter:add']
}

/** The folder of a scanner: every new scan is added and read; its file stays where it is. */
export function createScannerFolder(needs: ScannerNeeds, save: SaveSettings) {
  const { library, changes, clock, shell, add } = needs
  const settings = () => library.settings.get()
  let problem: string | null = null
  let recentImports: ImportedFile[] = []
  let watched: WatchedFolder | null = null
  watch()

  function watch(): void {
    const { scannerFolder: folder, scannerSeen: seen } = settings()
    if (!folder || shell === 'cli') return
    watched = watchFolder({
      folder,
      seen,
      take: addFile,
      onSeen: (marks) => void library.write(() => library.settings.set({ scannerSeen: marks })),
      onTooLarge: (fileName) =>
        tell({ fileName, at: clock.now(), id: null, known: false, code: 'scan.too-large' }),
      onTrouble(trouble) {
        const before = problem
        problem = trouble ? 'folder.missing' : null
        if (problem !== before) changes.changed([])
      },
    })
  }
  async function addFile(fileName: string, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
    const imported = await addFromFolder(add, fileName, bytes, clock.now())
    tell(imported)
    return !isTemporary(imported)
  }
  function tell(imported: ImportedFile): void {
    recentImports = [imported, ...recentImports].slice(0, latest)
    changes.changed([])
  }

  return {
    state: () => ({ folder: settings().scannerFolder, problem, recentImports }),
    async setFolder(folder: string | null): Promise<Done> {
      await watched?.close()
      watched = null
      problem = null
      const scannerSeen = folder ? ((await marksIn(folder)) ?? []) : []
      const done = save({ scannerFolder: folder, scannerSeen })
      if (done.ok) watch()
      return done
    },
    async close(): Promise<void> {
      await watched?.close()
    },
  }
}

export async function addFromFolder(
  add: Api['letter:add'],
  fileName: string,
  bytes: Uint8Array<ArrayBuffer>,
  at: string,
): Promise<ImportedFile> {
  const added = await add({ fileName, bytes })
  if (!added.ok) return { fileName, at, id: null, known: false, code: added.error.code }
  return { fileName, at, id: added.value.ids[0] ?? null, known: added.value.known, code: null }
}

/** A full disk or a busy library is not the file's fault: it is tried again. */
export const isTemporary = ({ code }: ImportedFile): boolean => code?.startsWith('library.') ?? false
