import type { ExportFile } from '../../../src/main/export/export-file.ts'
import { exportLibrary } from '../../../src/main/export/export-library.ts'
import { together } from '../../../src/main/storage/contents.ts'
import type { Library } from '../../../src/main/storage/open-library.ts'
import { law } from '../../renderer/memory-api.ts'
import { resources } from '../../support.ts'
import { day } from '../storage/full-library.ts'

/** No letter of this library has a packet, so that nothing is read and no form is asked for. */
export const exported = (library: Library): AsyncGenerator<ExportFile> =>
  exportLibrary({
    library,
    clockDoubt: () => null,
    queue: { statusOf: () => ({ kind: 'waiting' }) },
    law,
    clock: { today: () => day('2026-11-25'), now: () => '2026-11-25T12:00:00.000Z' },
    version: '1.2.3',
    resources,
    forms: unused(),
    reader: unused(),
  })

function unused(): never {
  return new Proxy(
    {},
    {
      get() {
        throw new Error('nothing of this is needed')
      },
    },
  ) as never
}

/** The files of an export by path. */
export async function filesOf(library: Library): Promise<Record<string, Uint8Array>> {
  const files: Record<string, Uint8Array> = {}
  for await (const { path, content } of exported(library)) files[path] = together(content)
  return files
}
