import { closeSync, openSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { err, ok } from '../../shared/model/result.ts'
import { partsOf } from '../files/hash-of-file.ts'
import { makePrivateFolder, writeNewParts } from '../files/private-files.ts'
import { indexPath } from '../storage/export-format.ts'
import { type ExportFile, type Import, NotWhole } from './export-file.ts'

/**
 * Writes the files into `folder`, which must be new or empty; returns their number, or null if it is neither.
 */
export async function writeFolder(folder: string, files: AsyncIterable<ExportFile>): Promise<number | null> {
  makePrivateFolder(folder)
  if (readdirSync(folder).length > 0) return null
  let count = 0
  for await (const { path, content } of files) {
    const file = join(folder, ...path.split('/'))
    makePrivateFolder(dirname(file))
    writeNewParts(file, content.parts())
    count += 1
  }
  return count
}

/**
 * The real files in a folder by path; links are left out, so that nothing outside it can be named. A file may be larger
 * than the disk it lies on, if it is mostly nothing.
 */
export function openFolder(folder: string): Import {
  const files = new Map<string, string>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) {
      const file = join(entry.parentPath, entry.name)
      files.set(relative(folder, file).split(sep).join('/').normalize('NFC'), file)
    }
  if (!files.has(indexPath)) return () => ok(undefined)
  return (path, most) => {
    const file = files.get(path)
    const size = file === undefined ? undefined : statSync(file, { throwIfNoEntry: false })?.size
    if (file === undefined || size === undefined) return ok(undefined)
    return size > most ? err({ code: 'import.too-much' }) : ok({ size, parts: () => partsOfFile(file, size) })
  }
}

function* partsOfFile(file: string, size: number): Generator<Uint8Array> {
  const handle = openSync(file, 'r')
  try {
    let length = 0
    for (const part of partsOf(handle, 0, size)) {
      length += part.length
      yield part
    }
    // Somebody is changing the folder meanwhile.
    if (length !== size) throw new NotWhole('the file is shorter than it was')
  } finally {
    closeSync(handle)
  }
}
