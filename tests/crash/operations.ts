import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openFolder } from '../../src/main/export/folder.ts'
import { importLibrary } from '../../src/main/export/import-library.ts'
import { backupFolderOf, salvagedFileOf } from '../../src/main/files/temporary-files.ts'
import { writeKeyFile } from '../../src/main/keys/key-file.ts'
import { unwrapSecret, wrapSecret } from '../../src/main/keys/passphrase-slot.ts'
import { type LibrarySecret, newSecret } from '../../src/main/keys/recovery-key.ts'
import { storeScan } from '../../src/main/scans/store-scan.ts'
import { listBackups, makeBackup } from '../../src/main/storage/backup/backup.ts'
import { takeSalvaged } from '../../src/main/storage/backup/keep-unopened.ts'
import { restoreBackup } from '../../src/main/storage/backup/restore.ts'
import { salvageLibrary } from '../../src/main/storage/backup/salvage.ts'
import type { Library } from '../../src/main/storage/open-library.ts'
import { changeProtection } from '../../src/main/storage/protection/change-protection.ts'
import { slotsOf } from '../../src/main/storage/protection/proofs.ts'
import {
  createProtected,
  openUnprotected,
  openWith,
} from '../../src/main/storage/protection/unlock-library.ts'
import { indexLetter } from '../../src/main/storage/search-index/index-letter.ts'
import { noFacts } from '../../src/shared/model/letter.ts'
import { deleteForGood, formerWords, makeOlderKind, wipe } from '../attacks/deleted-for-good.ts'
import { passphrase } from './plan.ts'

/** Every operation that replaces a file: each is killed before each of its steps. `begin`: what is there before. */
export const operations = {
  create: 'nothing',
  protect: 'plain',
  unprotect: 'protected',
  renew: 'protected',
  passphrase: 'protected',
  backup: 'protected',
  restore: 'protected',
  salvage: 'plain',
  import: 'protected',
  large: 'protected',
  content: 'protected',
  delete: 'plain',
  rewrite: 'plain',
} as const
export type Operation = keyof typeof operations

export const newPassphrase = 'four other words now'
const cheap = { n: 2 ** 10, r: 8, p: 1 } as const
const now = '2026-11-22T12:00:00.000Z'
export const contents = ['letter one', 'letter two']

/** The library as it is before an operation: two letters, and a backup to go back to. */
export async function begin(operation: Operation, file: string): Promise<void> {
  if (operations[operation] === 'nothing') return
  if (operations[operation] === 'plain') {
    const opened = openUnprotected(file)
    if (!opened.ok) throw new Error(opened.error.code)
    keepLetters(opened.value.library)
    if (operation === 'delete' || operation === 'rewrite') await removeLast(file)
    if (operation === 'rewrite') makeOlderKind(file, null)
    return
  }
  const made = await createProtected(file, passphrase, cheap)
  if (!made.ok) throw new Error(made.error.code)
  keepLetters(made.value.library)
  if (operation === 'content') await (await import('./content-packs.ts')).makePack(file)
  if (operation === 'restore')
    makeBackup({ file, secret: made.value.secret, slots: slotsOf(file), madeAt: now })
}

/** Where an export of one more letter lies, for the process that is killed while it brings it in. */
export const exportVariable = 'WAYMARK_CRASH_EXPORT'
export const imported = 'letter three'

/** A letter that is kept in pieces, and ends in half of one. */
export const largeLetter = 'a large letter, '.repeat(560 * 1024)

/** Its words are in the search index, too, which must not keep them either. */
async function removeLast(file: string): Promise<void> {
  const opened = openUnprotected(file)
  if (!opened.ok) throw new Error(opened.error.code)
  const { library } = opened.value
  const letter = letterWith(library, deleted)
  library.write(() => {
    if (!letter) return
    library.letters.setConfirmed(letter.id, { ...noFacts, taxpayerName: rareName })
    indexLetter(library, letter.id)
    library.letters.setRemoved(letter.id, now)
  })
  library.close()
}

/** The letter that is deleted for good, and a name in it; the search index holds three letters of it at a time. */
export const deleted = 'letter two'
export const rareName = 'QZXJ EXAMPLE'

const letterWith = (library: Library, text: string) =>
  library.letters
    .list()
    .find(({ scanId }) =>
      library.files
        .listOfScan(scanId)
        .some(({ id }) => Buffer.from(library.files.getBytes(id)).toString() === text),
    )

/** Finishes what a kill left to wipe, and says what of the deleted letter is still in the file; null: nothing. */
export function leftOfDeleted(file: string): string | null {
  const opened = openUnprotected(file)
  if (!opened.ok) return opened.error.code
  const { library } = opened.value
  const isThere = letterWith(library, deleted) !== undefined
  wipe(file, null, library)
  if (isThere) return null
  const bytes = readFileSync(file)
  return [deleted, rareName, 'qzx', formerWords].find((word) => bytes.includes(word)) ?? null
}

function keepLetters(library: Library): void {
  for (const text of contents)
    storeScan(library, { fileName: `${text}.pdf`, bytes: new Uint8Array(Buffer.from(text)), keptAt: now })
  library.close()
}

export async function doStep(operation: string, file: string): Promise<void> {
  const slots = slotsOf(file)
  const secret = slots[0] ? await unwrapSecret(slots[0], passphrase) : null
  const change = async (to: LibrarySecret | null) =>
    changeProtection({
      file,
      from: secret,
      to,
      before: slots,
      after: to ? [await wrapSecret(to, passphrase, cheap)] : [],
    })
  switch (operation as Operation) {
    case 'create': {
      const made = await createProtected(file, passphrase, cheap)
      if (made.ok) made.value.library.close()
      return
    }
    case 'protect':
    case 'renew':
      return change(newSecret())
    case 'unprotect':
      return change(null)
    case 'passphrase':
      if (secret) writeKeyFile(file, [await wrapSecret(secret, newPassphrase, cheap)])
      return
    case 'backup':
      makeBackup({ file, secret, slots, madeAt: now })
      return
    case 'restore': {
      const from = join(backupFolderOf(file), listBackups(file)[0]?.name ?? '')
      restoreBackup({ from, secret, slots: slotsOf(from), file, present: { secret, slots }, now })
      return
    }
    case 'import': {
      const opened = openWith(file, secret)
      if (!opened.ok) throw new Error(opened.error.code)
      importLibrary(opened.value.library, openFolder(process.env[exportVariable] ?? ''))
      opened.value.library.close()
      return
    }
    case 'large': {
      const opened = openWith(file, secret)
      if (!opened.ok) throw new Error(opened.error.code)
      const bytes = new Uint8Array(Buffer.from(largeLetter))
      storeScan(opened.value.library, { fileName: 'large.pdf', bytes, keptAt: now })
      opened.value.library.close()
      return
    }
    case 'delete':
    case 'rewrite': {
      const opened = openWith(file, secret)
      const id = opened.ok && letterWith(opened.value.library, deleted)?.id
      if (opened.ok) opened.value.library.close()
      if (id) deleteForGood(file, secret, id)
      return
    }
    case 'content':
      ;(await import('./content-packs.ts')).takePack(file)
      return
    case 'salvage':
      salvageLibrary(file, null, salvagedFileOf(file))
      takeSalvaged(file)
      return
  }
}

/** The texts of the letters in the library, which is closed after. */
export function textsIn(library: Library): string[] {
  const files = [...library.files.list().values()].flat()
  const texts = files.map(({ id }) => Buffer.from(library.files.getBytes(id)).toString()).sort()
  library.close()
  return texts
}
