import { LibrarySecret } from '../../src/main/keys/recovery-key.ts'
import { openWith } from '../../src/main/storage/protection/unlock-library.ts'
import { deleteForGood } from './deleted-for-good.ts'
import { peakKilobytes } from './peak-memory.ts'

/** Deletes a letter for good in a process of its own and prints by how many megabytes that grew at most. */
const [file = '', key = '', id = ''] = process.argv.slice(2)
const secret = key === '' ? null : LibrarySecret.parse(key)
const opened = openWith(file, secret)
if (!opened.ok) throw new Error(opened.error.code)
opened.value.library.letters.list()
opened.value.library.close()
const before = peakKilobytes()
deleteForGood(file, secret, id)
console.log(Math.round((peakKilobytes() - before) / 1024))
