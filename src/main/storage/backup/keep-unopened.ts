import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { copyHead } from '../../files/hash-of-file.ts'
import { makePrivateFolder, moveInto, syncFile } from '../../files/private-files.ts'
import {
  backupFolderOf,
  backupInMaking,
  keyFileOf,
  removeDatabase,
  removeJournals,
  salvagedFileOf,
  stemOf,
} from '../../files/temporary-files.ts'
import { removeKeyFile } from '../../keys/key-file.ts'

/**
 * Copies a library that does not open to the backups as it is, with its journal and its keys, which come
 * first: the library gets its name there only once everything is complete. Returns that name.
 */
export function keepUnopened(file: string): string {
  const folder = backupFolderOf(file)
  makePrivateFolder(folder)
  const stem = stemOf(file)
  const taken = readdirSync(folder)
  let number = 1
  while (taken.includes(`${stem} not opened ${number}.waymark`)) number += 1
  const name = `${stem} not opened ${number}.waymark`
  const fresh = backupInMaking(folder, file)
  removeDatabase(fresh)
  for (const [from, to] of [
    [keyFileOf(file), '.keys'],
    [`${file}-wal`, '-wal'],
    [file, ''],
  ] as const) {
    if (!existsSync(from)) continue
    copyHead(from, fresh, Number.POSITIVE_INFINITY)
    syncFile(fresh)
    moveInto(fresh, join(folder, name + to))
  }
  return name
}

/** Makes the salvaged file the library; the damaged file is kept. The keys stay: they open both. */
export function takeSalvaged(file: string): string {
  const savedAs = keepUnopened(file)
  // SQLite would apply the damaged library's journal to the salvaged file.
  removeJournals(file)
  moveInto(salvagedFileOf(file), file)
  return savedAs
}

/**
 * A library that opens does not need what was salvaged for it. If the disk takes nothing now, the file stays
 * until it does.
 */
export function forgetSalvaged(file: string): void {
  try {
    removeDatabase(salvagedFileOf(file))
  } catch {
    // Read-only, for now.
  }
}

/** Makes room for a new library; the file that does not open is kept. */
export function setAside(file: string): string {
  const savedAs = keepUnopened(file)
  removeDatabase(file)
  removeDatabase(salvagedFileOf(file))
  removeKeyFile(file)
  return savedAs
}
