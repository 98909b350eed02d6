import { statSync } from 'node:fs'
import type { Api } from '../../shared/contract/contract.ts'
import type { FolderKind, integrationsContract } from '../../shared/contract/integrations.ts'
import { err, ok } from '../../shared/model/result.ts'
import { type CalendarNeeds, createCalendarFolder } from './calendar-folder.ts'
import type { Done, SaveSettings } from './save-settings.ts'
import { createScannerFolder, type ScannerNeeds } from './scanner-folder.ts'

type DeskApi = Pick<Api, keyof typeof integrationsContract>
export type Integrations = {
  api: DeskApi
  /** For the command line, which has no dialog: sets a folder by its path; null stops using it. */
  setFolder(kind: FolderKind, folder: string | null): Promise<Done>
  close(): Promise<void>
}
type Needs = CalendarNeeds &
  ScannerNeeds & {
    /** The system's dialog for a folder, if the shell has one; null: the person canceled. */
    chooseFolder?: (() => Promise<string | null>) | undefined
  }

/** The reminders, the calendar file and the scanner's folder of an open library. */
export function createIntegrations(needs: Needs): Integrations {
  const { library, changes, clock, chooseFolder } = needs
  const settings = () => library.settings.get()
  const save: SaveSettings = (part) => {
    const written = library.write(() => library.settings.set(part))
    if (!written.ok) return written
    changes.changed([])
    return ok(null)
  }
  // The calendar goes on by itself from here; the scanner's folder is what may not open.
  const scanner = createScannerFolder(needs, save)
  const calendar = createCalendarFolder(needs, save)

  async function setFolder(kind: FolderKind, folder: string | null): Promise<Done> {
    if (folder !== null && !isFolder(folder)) return err({ code: 'folder.missing' })
    return kind === 'calendar' ? calendar.setFolder(folder) : scanner.setFolder(folder)
  }
  const api: DeskApi = {
    'integrations:settings': async () => {
      const { notify, notifyNamed, snoozes } = settings()
      const folders = { calendar: calendar.state(), scanner: scanner.state() }
      return { notify, named: notifyNamed, snoozes, canChoose: chooseFolder !== undefined, ...folders }
    },
    'reminders:set': async ({ notify, named }) => save({ notify, notifyNamed: named }),
    'reminders:snooze': async ({ keys, until }) => {
      // Snoozes that have passed would otherwise stay forever.
      const still = Object.entries(settings().snoozes).filter(
        ([key, day]) => day > clock.today() && !keys.includes(key),
      )
      const added = until ? keys.map((key) => [key, until] as const) : []
      return save({ snoozes: Object.fromEntries([...still, ...added]) })
    },
    'folder:choose': async ({ kind }) => {
      if (!chooseFolder) return err({ code: 'folder.no-dialog' })
      const folder = await chooseFolder()
      return folder === null ? ok(null) : setFolder(kind, folder)
    },
    'folder:stop': async ({ kind }) => setFolder(kind, null),
  }
  return {
    api,
    setFolder,
    async close() {
      try {
        await scanner.close()
      } finally {
        calendar.close()
      }
    },
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
