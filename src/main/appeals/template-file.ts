import type { ScanFile } from '../reading/files/scan.ts'
import type { Library } from '../storage/open-library.ts'

/** A form template as a reading process takes it. */
export const templateFile = (library: Pick<Library, 'formTemplates'>, id: string): ScanFile => ({
  key: `template ${id}`,
  bytes: () => library.formTemplates.getBytes(id),
})
