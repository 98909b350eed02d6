/*
 * What a disk may hold after a power cut, from the system calls that a program made (`strace -xx`): what was written before
 * the last sync of a file is there; of what came after, each sector may be there or not. Names in a folder change in order,
 * and are sure once the folder was synced.
 */

type Write = { at: number; bytes: Buffer } | { length: number }
type Inode = { synced: Buffer; pending: Write[] }
type Names = Map<string, Inode>
type Change = (names: Names) => void

/** What happened on the disk, or what the program said on standard output. */
export type Event = { kind: 'sync' } | { kind: 'said'; line: string }
/** `none`: nothing that was not synced; `all`: as after a kill; `some`: by sector, at random. */
export type Survives = 'none' | 'all' | 'some'

const sector = 512

export function createDiskModel(folder: string, options: { ignoresSyncs: boolean }) {
  const names: Names = new Map()
  const syncedNames: Names = new Map()
  let pendingNames: Change[] = []
  const open = new Map<number, { path: string; inode: Inode | null; at: number }>()

  function change(work: Change): void {
    work(names)
    pendingNames.push(work)
  }
  function openFile(path: string, flags: string, fd: number): void {
    let inode = names.get(path) ?? null
    if (!inode && flags.includes('O_CREAT')) {
      const made: Inode = { synced: Buffer.alloc(0), pending: [] }
      inode = made
      change((all) => all.set(path, made))
    }
    if (inode && flags.includes('O_TRUNC')) inode.pending.push({ length: 0 })
    const at = inode && flags.includes('O_APPEND') ? contentOf(inode, () => true).length : 0
    open.set(fd, { path, inode, at })
  }
  function write(fd: number, bytes: Buffer, at: number | null): void {
    const file = open.get(fd)
    if (!file?.inode) return
    file.inode.pending.push({ at: at ?? file.at, bytes })
    if (at === null) file.at += bytes.length
  }
  function sync(fd: number): void {
    const file = open.get(fd)
    if (!file || options.ignoresSyncs) return
    if (file.inode) {
      file.inode.synced = contentOf(file.inode, () => true)
      file.inode.pending = []
    } else if (file.path === folder || file.path.startsWith(`${folder}/`)) {
      for (const work of pendingNames) work(syncedNames)
      pendingNames = []
    }
  }

  return {
    /** One line of the log. */
    take(line: string): Event | null {
      const call = parsed(line)
      if (!call) return null
      const [first = '', second = '', third = ''] = call.args
      const fd = Number(first)
      switch (call.name) {
        case 'openat':
          if (call.result >= 0 && text(second).startsWith(folder)) openFile(text(second), third, call.result)
          return null
        case 'close':
          open.delete(fd)
          return null
        case 'write':
          if (fd === 1) return { kind: 'said', line: text(second) }
          write(fd, bytesOf(second), null)
          return null
        case 'pwrite64':
          write(fd, bytesOf(second), Number(call.args[3]))
          return null
        case 'ftruncate':
          open.get(fd)?.inode?.pending.push({ length: Number(second) })
          return null
        case 'rename': {
          const [from, to] = [text(first), text(second)]
          change((all) => {
            const inode = all.get(from)
            if (inode) all.set(to, inode)
            all.delete(from)
          })
          return null
        }
        case 'unlink':
          change((all) => all.delete(text(first)))
          return null
        case 'fsync':
        case 'fdatasync':
          sync(fd)
          return { kind: 'sync' }
        default:
          return null
      }
    },
    /** The files by path, as a power cut at this moment may leave them. */
    image(survives: Survives, random: () => number): Map<string, Buffer> {
      const left: Names = new Map(syncedNames)
      const changes =
        survives === 'none'
          ? 0
          : survives === 'all'
            ? pendingNames.length
            : random() * (pendingNames.length + 1)
      for (const work of pendingNames.slice(0, changes)) work(left)
      const keeps = { none: () => false, all: () => true, some: () => random() < 0.5 }[survives]
      return new Map([...left].map(([path, inode]) => [path, contentOf(inode, keeps)]))
    },
  }
}

function contentOf({ synced, pending }: Inode, keeps: () => boolean): Buffer {
  const size = pending.reduce(
    (most, each) => Math.max(most, 'length' in each ? each.length : each.at + each.bytes.length),
    synced.length,
  )
  const content = Buffer.alloc(size)
  synced.copy(content)
  let length = synced.length
  for (const each of pending) {
    if ('length' in each) {
      if (!keeps()) continue
      if (each.length < length) content.fill(0, each.length, length)
      length = each.length
    } else
      for (let done = 0; done < each.bytes.length; ) {
        // To the end of this sector.
        const part = Math.min(sector - ((each.at + done) % sector), each.bytes.length - done)
        if (keeps()) {
          each.bytes.copy(content, each.at + done, done, done + part)
          length = Math.max(length, each.at + done + part)
        }
        done += part
      }
  }
  return content.subarray(0, length)
}

function parsed(line: string): { name: string; args: string[]; result: number } | null {
  const found = /^(\w+)\((.*)\)\s+= (-?\d+)/s.exec(line)
  if (!found) return null
  const [, name = '', args = '', result = ''] = found
  // All text is in hexadecimal: no comma and no quote stands in it.
  return { name, args: args.split(', '), result: Number(result) }
}

const bytesOf = (quoted: string): Buffer => Buffer.from(quoted.replace(/[^0-9a-f]/g, ''), 'hex')
const text = (quoted: string): string => bytesOf(quoted.replaceAll('x', '')).toString()
