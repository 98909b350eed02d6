import type { Api, Output } from '../../../shared/contract/contract.ts'
import { maxScanBytes } from '../../../shared/contract/letters.ts'
import { t } from '../../i18n/words.ts'

/** Adds one file; a file that is too large or unreadable returns an error code. */
export async function storeFile(api: Api, file: File): Promise<Output<'letter:add'>> {
  if (file.size > maxScanBytes) return { ok: false, error: { code: 'scan.too-large' } }
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    return await api['letter:add']({ fileName: file.name.slice(-255) || t('add.noName'), bytes })
  } catch (error) {
    // Reading a folder or a deleted file throws a DOMException; anything else is a connection error.
    const code = error instanceof DOMException ? 'add.not-a-file' : 'api.unreachable'
    return { ok: false, error: { code } }
  }
}

/** Not the fault of the file: the disk, the library, or Waymark itself takes nothing now, and the next file fares no better. */
export const refusesAll = (code: string): boolean => /^(library|api)\./.test(code)
