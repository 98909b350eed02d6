import { lstatSync, rmSync } from 'node:fs'
import { lookAtFile } from '../../files/library-file.ts'
import { isLink } from '../../files/real-file.ts'
import { keyFileOf } from '../../files/temporary-files.ts'
import { readKeyFile, writeKeyFile } from '../../keys/key-file.ts'
import { slotsOf } from './proofs.ts'

/**
 * Earlier versions kept the key file beside a link to the library. It moves beside the library itself, where all of its
 * slots may open it; the one that does is then kept alone. Not for a library that this process has open.
 */
export function takeKeysBesideLink(link: string, library: string): void {
  try {
    const beside = keyFileOf(link)
    if (!isLink(link) || !lstatSync(beside, { throwIfNoEntry: false })?.isFile()) return
    const found = readKeyFile(link)?.passphrases ?? []
    if (found.length === 0 || lookAtFile(library) !== 'protected') return
    const own = slotsOf(library)
    const isNew = (slot: (typeof found)[number]) =>
      !own.some((each) => JSON.stringify(each) === JSON.stringify(slot))
    writeKeyFile(library, [...own, ...found.filter(isNew)].slice(0, 4))
    rmSync(beside)
  } catch {
    // Where the folder takes no file now, the recovery key opens the library, and the next start tries again.
  }
}
