import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { keyFileOf, removeKeyFile } from '../../security/keys/key-file.ts'
import { moveInto, syncFile } from '../atomic-write.ts'
import { removeDatabase } from '../database.ts'
import { backupFolderOf } from './backup.ts'

/** Copies a library that does not open to the backups as it is, with its journal and its keys. Its name there. */
export function keepUnopened(file: string): string {
  const folder = backupFolderOf(file)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const stem = basename(file, extname(file))
  const taken = readdirSync(folder)
  let number = 1
  while (taken.includes(`${stem} not opened ${number}.waymark`)) number += 1
  const name = `${stem} not opened ${number}.waymark`
  for (const [from, to] of [
    [file, ''],
    [`${file}-wal`, '-wal'],
    [keyFileOf(file), '.keys'],
  ] as const) {
    if (!existsSync(from)) continue
    copyFileSync(from, join(folder, name + to))
    syncFile(join(folder, name + to))
  }
  return name
}

/** Where a rescue puts what it saved, until a person says that it shall be the library. */
export const rescuedFileOf = (file: string): string => `${file}.rescued`

/** What was rescued takes the place of the library; the damaged file is kept. The keys stay: they open both. */
export function takeRescued(file: string): string {
  const keptAs = keepUnopened(file)
  // The damaged library's journal would be played into the rescued one.
  for (const end of ['-wal', '-shm']) rmSync(file + end, { force: true })
  moveInto(rescuedFileOf(file), file)
  return keptAs
}

/** A library that opens needs nothing that was rescued for it. A disk that takes nothing now keeps it until it does. */
export function forgetRescued(file: string): void {
  try {
    removeDatabase(rescuedFileOf(file))
  } catch {
    // Read-only, for now.
  }
}

/** Makes room for a new library; the file that does not open is kept. */
export function setAside(file: string): string {
  const keptAs = keepUnopened(file)
  removeDatabase(file)
  removeDatabase(rescuedFileOf(file))
  removeKeyFile(file)
  return keptAs
}
