import { closeSync, statSync, writeSync } from 'node:fs'
import { pageSize } from '../files/library-file.ts'
import { openOwn } from '../files/private-files.ts'
import { applicationId } from '../files/temporary-files.ts'
import { migrations } from './migrations/index.ts'

/**
 * Writes the first bytes of a copied library again, as this version writes them
 * (https://sqlite.org/fileformat.html, 1.3). An encrypted page leaves only bytes 16 to 23 in the clear; the
 * salt before them cannot be restored.
 */
export function repairHeader(copy: string, isProtected: boolean): void {
  const head = Buffer.alloc(100)
  head.write('SQLite format 3\0', 'latin1')
  head.writeUInt16BE(pageSize, 16)
  // Both versions say "with a journal", so that an existing journal is read.
  head.set([2, 2, isProtected ? 0x40 : 0, 64, 32, 32], 18)
  head.writeUInt32BE(1, 24)
  head.writeUInt32BE(Math.ceil(statSync(copy).size / pageSize), 28)
  head.writeUInt32BE(1, 40)
  head.writeUInt32BE(4, 44)
  head.writeUInt32BE(1, 56)
  head.writeUInt32BE(migrations.length, 60)
  head.writeUInt32BE(applicationId, 68)
  head.writeUInt32BE(1, 92)
  const handle = openOwn(copy)
  try {
    if (isProtected) writeSync(handle, head, 16, 8, 16)
    else writeSync(handle, head, 0, head.length, 0)
  } finally {
    closeSync(handle)
  }
}
