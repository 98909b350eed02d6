import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

/*
 * All files and folders that Waymark makes are made here: for their owner alone, and never by way of a link. A link at a
 * name that we are about to write would let somebody who may write into the same folder choose what is overwritten. A
 * test holds that nothing else in `src/main` makes a file.
 */

const { O_APPEND, O_CREAT, O_EXCL, O_RDWR, O_WRONLY } = constants
/** Windows has no such flag; there only an administrator can make links by default. */
const noFollow = constants.O_NOFOLLOW ?? 0

/** Makes a folder with those above it that are missing, for their owner alone. */
export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
}

/** Makes an empty file and opens it for writing. Throws EEXIST if anything has this name, even a link that leads nowhere. */
export const openNew = (file: string): number => openSync(file, O_WRONLY | O_CREAT | O_EXCL | noFollow, 0o600)

/** Opens a file of ours to change bytes in it; throws if a link has its name. */
export const openOwn = (file: string): number => openSync(file, O_RDWR | noFollow)

/** Writes a file whose name must be free. */
export const writeNew = (file: string, content: string | Uint8Array): void => writeNewParts(file, [content])

/** The same of one part after the other. */
export function writeNewParts(file: string, parts: Iterable<string | Uint8Array>): void {
  const handle = openNew(file)
  try {
    // A disk that is about to be full takes a part of what it is given; this one says so.
    for (const part of parts) writeFileSync(handle, part)
  } finally {
    closeSync(handle)
  }
}

/** Writes to what is no file: a pipe, or `/dev/stdout`. Nothing is made and nothing replaced. */
export function writeToDevice(device: string, content: string | Uint8Array): void {
  const handle = openSync(device, O_WRONLY)
  try {
    writeFileSync(handle, content)
  } finally {
    closeSync(handle)
  }
}

/** For a file that another program made, such as a browser; a disk that knows no such rights keeps it as it is. */
export function makeOwnersOnly(file: string): void {
  try {
    chmodSync(file, 0o600)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (!['ENOENT', 'EACCES', 'EPERM', 'ENOTSUP', 'ENOSYS', 'EROFS'].includes(String(code))) throw error
  }
}

/** Adds to the end of a file, which may be new. Throws where its name leads to a file that has another name as well. */
export function appendPrivately(file: string, content: string | Uint8Array): void {
  const handle = openSync(file, O_WRONLY | O_CREAT | O_APPEND | noFollow, 0o600)
  try {
    const found = fstatSync(handle)
    if (!found.isFile() || found.nlink > 1) throw new Error('this is a link to another file')
    writeFileSync(handle, content)
  } finally {
    closeSync(handle)
  }
}

/**
 * Writes a file so that a crash at any moment leaves either the old content or the new one, whole. What had the name is
 * replaced and not written to: a link goes, and the file that it led to stays as it is.
 */
export function writeAtomically(file: string, content: string | Uint8Array): void {
  sweepNew(dirname(file))
  const fresh = join(dirname(file), `.waymark-${process.pid}-${randomBytes(8).toString('hex')}.new`)
  try {
    writeNew(fresh, content)
    syncFile(fresh)
    moveInto(fresh, file)
  } catch (error) {
    rmSync(fresh, { force: true })
    throw error
  }
}

/** Milliseconds. Writing one takes a moment, so that whoever made an older one was killed. */
const longestWriting = 10_000

/** What a crash left in a folder before a file had its name, and nobody is writing any more. */
export const leftNewIn = (folder: string): string[] =>
  namesIn(folder).flatMap((name) => {
    const [, writer] = /^\.waymark-(\d+)-[0-9a-f]{16}\.new$/.exec(name) ?? []
    if (writer === undefined) return []
    const path = join(folder, name)
    return !isRunning(Number(writer)) || ageOf(path) > longestWriting ? [path] : []
  })

const ageOf = (path: string): number =>
  Date.now() - (lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Removes them. A folder that may be written to but not listed keeps them. */
export function sweepNew(folder: string): void {
  for (const path of leftNewIn(folder)) rmSync(path, { force: true })
}

/** The names in a folder; none where it cannot be listed. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Renames `from` to `to`, replacing what is there, and waits until the new name is on the disk. */
export function moveInto(from: string, to: string): void {
  renameSync(from, to)
  syncFolder(dirname(to))
}

/** Waits until the content of a file is on the disk. */
export function syncFile(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Windows and some file systems have no way to sync a folder; Windows does not need one for a rename. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && isUnsupported(error.code))) throw error
  } finally {
    closeSync(handle)
  }
}

const isUnsupported = (code: unknown): boolean => code === 'EINVAL' || code === 'ENOTSUP'
