import { execFileSync, spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../support.ts'

/** A disk of its own in a file: what was written and removed again can still be found in its blocks. */
export type Disk = {
  /** Where it is mounted. */
  folder: string
  mount(): void
  /** Writes everything to the image and takes the disk out; throws if something still has a file open on it. */
  unmount(): void
  /** Takes it out as a hand pulls a drive: what is open on it stays open. Does nothing if it is out already. */
  pull(): void
  /** The names of the markers whose bytes are anywhere on it, removed files included. Only after `unmount`. */
  search(markers: Record<string, Buffer[]>): string[]
}

/** Whether this machine lets us mount one: Linux, root, and a kernel that has loop devices. */
export function canMountDisks(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  try {
    makeDisk(16).unmount()
    return true
  } catch {
    return false
  }
}

/** `base`: the folder in which the image lies. */
export function makeDisk(megabytes: number, base = temporaryFolder()): Disk {
  const [image, folder] = [join(base, 'disk.img'), join(base, 'disk')]
  mkdirSync(folder)
  execFileSync('truncate', ['-s', `${megabytes}M`, image])
  // With smaller blocks SQLite's index of the log, which is in memory, can have holes that a full disk cannot fill.
  execFileSync('mkfs.ext4', ['-q', '-m', '0', '-b', '4096', image])
  const mount = () => void execFileSync('mount', ['-o', 'loop', image, folder])
  mount()
  return {
    folder,
    mount,
    unmount: () => unmount(folder),
    pull: () => void spawnSync('umount', ['-l', folder]),
    search: (markers) => searchFile(image, markers),
  }
}

/** A process that ends may hold a file for a moment longer. */
function unmount(folder: string): void {
  for (let tries = 0; tries < 50; tries += 1) {
    if (spawnSync('umount', [folder]).status === 0) return
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
  }
  execFileSync('umount', ['-l', folder])
  throw new Error('something still had a file open on the disk')
}

function searchFile(file: string, markers: Record<string, Buffer[]>): string[] {
  const size = 2 ** 20
  const overlap = Math.max(
    ...Object.values(markers)
      .flat()
      .map(({ length }) => length),
  )
  const bytes = Buffer.alloc(size + overlap)
  const nothing = Buffer.alloc(bytes.length)
  const found = new Set<string>()
  const descriptor = openSync(file, 'r')
  for (let at = 0, read = 1; read > 0; at += size) {
    read = readSync(descriptor, bytes, 0, bytes.length, at)
    const piece = bytes.subarray(0, read)
    if (piece.equals(nothing.subarray(0, read))) continue
    for (const [name, forms] of Object.entries(markers))
      if (!found.has(name) && forms.some((form) => piece.includes(form))) found.add(name)
  }
  closeSync(descriptor)
  return Object.keys(markers).filter((name) => found.has(name))
}
