import type { Api } from '../../shared/contract/contract.ts'
import { ok } from '../../shared/model/result.ts'
import type { Notifier } from '../ports/change-feed.ts'
import type { ReadingQueue } from '../scans/reading-queue.ts'
import { type ExportNeeds, exportLibrary } from './export-library.ts'
import { type ImportTables, importLibrary } from './import-library.ts'
import { openZip } from './open-zip.ts'
import { zipOf } from './zip.ts'

type Needs = ExportNeeds & { library: ImportTables; queue: ReadingQueue; changes: Notifier }

/** The library as a zip file of plain folders, and back. */
export function createExportHandlers(needs: Needs): Pick<Api, 'library:export' | 'library:import'> {
  const { library, queue, changes, clock } = needs
  return {
    'library:export': async () => {
      await queue.idle()
      const zip = await zipOf(exportLibrary(needs))
      return zip.ok ? ok({ fileName: `waymark-${clock.today()}.zip`, bytes: zip.value }) : zip
    },
    'library:import': async ({ bytes }) => {
      const opened = await openZip(bytes)
      if (!opened.ok) return opened
      const done = importLibrary(library, opened.value)
      changes.changed()
      queue.wake()
      return done
    },
  }
}
