import type { Api } from '../../../shared/contract/contract.ts'
import { ok } from '../../../shared/model/result.ts'
import type { SessionContext } from '../../app/session-context.ts'
import { exportLibrary } from './export-library.ts'
import { importLibrary } from './import-library.ts'
import { openZip, zipOf } from './zip.ts'

/** The library as a zip file of plain folders, and back. */
export function createExportHandlers(parts: SessionContext): Pick<Api, 'library:export' | 'library:import'> {
  return {
    'library:export': async () => {
      await parts.queue.idle()
      const zip = await zipOf(exportLibrary(parts))
      return zip.ok ? ok({ fileName: `waymark-${parts.clock.today()}.zip`, bytes: zip.value }) : zip
    },
    'library:import': async ({ bytes }) => {
      const opened = openZip(bytes)
      if (!opened.ok) return opened
      const done = importLibrary(parts.library, opened.value)
      parts.changes.changed()
      parts.queue.wake()
      return done
    },
  }
}
