import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import { makeOwnersOnly, namesIn } from './private-files.ts'
import { backupFolderOf, keyFileOf } from './temporary-files.ts'

/**
 * Takes the rights of everybody else from a library, its key file, its journal and its backups: they may have been copied here,
 * or unpacked, with rights for all. What the system does not permit stays as it is. Only for a file that is known to be
 * a library.
 */
export function closeToOthers(file: string): void {
  // There the rights are those of the folder.
  if (process.platform === 'win32') return
  const folder = backupFolderOf(file)
  const backups = namesIn(folder).filter((name) => /\.waymark(\.keys|-wal|-shm)?$/.test(name))
  for (const each of [
    ...[file, keyFileOf(file), `${file}-wal`, `${file}-shm`],
    ...backups.map((name) => join(folder, name)),
  ])
    if (isOpenToOthers(each)) makeOwnersOnly(each)
}

/** A link is left alone: it leads to what may be no file of ours. */
function isOpenToOthers(file: string): boolean {
  try {
    const found = lstatSync(file)
    return found.isFile() && (found.mode & 0o077) !== 0
  } catch {
    return false
  }
}
