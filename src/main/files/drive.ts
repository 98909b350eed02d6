import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * `shared`: another computer may have the files too (a network drive, or a folder that a virtual machine shares with its
 * host), where SQLite's log in shared memory cannot hold; see docs/adr/0010. `local` also where the system does not tell.
 */
export type Drive = 'local' | 'shared'

/** `statfs` of Linux (linux/magic.h, and the headers of the file systems that are not in it). */
const sharedTypes = new Map([
  [0x6969, 'nfs'],
  [0x517b, 'smb'],
  [0xff534d42, 'cifs'],
  [0xfe534d42, 'smb2'],
  [0x564c, 'ncp'],
  [0x5346414f, 'afs'],
  [0x6b414653, 'kafs'],
  [0x73757245, 'coda'],
  [0x00c36400, 'ceph'],
  [0x0bd00bd0, 'lustre'],
  [0x47504653, 'gpfs'],
  [0x01161970, 'gfs2'],
  [0x7461636f, 'ocfs2'],
  [0x01021997, '9p'],
  [0x786f4256, 'vboxsf'],
  [0xbacbacbc, 'vmhgfs'],
  [0x7c7c6673, 'prl_fs'],
])
const fuse = 0x65735546

/** By the number that `statfs` gives. What runs through FUSE has one number for all, and a name among the mounts. */
export function driveFromType(type: number, nameOfFuse: () => string | undefined): Drive {
  // Some kernels give the number with a sign.
  const unsigned = type >>> 0
  if (sharedTypes.has(unsigned)) return 'shared'
  return unsigned === fuse ? driveFromName(nameOfFuse()) : 'local'
}

/**
 * Names of file systems, on Linux with `fuse.` before those that run there, and on macOS. A disk whose file system runs
 * through FUSE (`fuseblk`: NTFS) and a folder that is only encrypted are local.
 */
const sharedNames =
  /^(nfs\d?|cifs|smb\d?|smbfs|afpfs|afs|webdav|ftp|ceph|9p|virtiofs|vboxsf|(fuse\.)?(sshfs|rclone|s3fs|gvfsd-fuse|davfs2?|curlftpfs|smbnetfs|glusterfs|ceph-fuse|google-drive-ocamlfuse|onedriver|vmhgfs-fuse|prl_fs|grpcfuse))$/

export const driveFromName = (name: string | undefined): Drive =>
  name !== undefined && sharedNames.test(name) ? 'shared' : 'local'

/** The file system at a path by `/proc/self/mountinfo`: that of the innermost mount; of two there, the later. */
export function nameInMountinfo(mountinfo: string, path: string): string | undefined {
  const mounts = mountinfo.split('\n').flatMap((line) => {
    const [before = '', after] = line.split(' - ')
    const point = before
      .split(' ')[4]
      ?.replace(/\\(\d{3})/g, (_all, code) => String.fromCharCode(parseInt(code, 8)))
    return point && after ? [{ point, name: after.split(' ')[0] ?? '' }] : []
  })
  return innermost(mounts, path)
}

/** The file system at a path by what `mount` prints on macOS: `//ana@nas/home on /Volumes/home (smbfs, nodev)`. */
export function nameInMacMounts(printed: string, path: string): string | undefined {
  const mounts = [...printed.matchAll(/^.* on (\/.*) \(([^,)]+).*\)$/gm)].map(
    ([, point = '', name = '']) => ({
      point,
      name,
    }),
  )
  return innermost(mounts, path)
}

function innermost(mounts: { point: string; name: string }[], path: string): string | undefined {
  const around = mounts.filter(({ point }) => point === '/' || `${path}/`.startsWith(`${point}/`))
  return around.reduce<(typeof mounts)[number] | undefined>(
    (best, each) => (best && best.point.length > each.point.length ? best : each),
    undefined,
  )?.name
}

/** `path` as Windows resolves it: a drive letter that stands for a share becomes the share, `\\nas\home`. */
export const driveFromWindowsPath = (path: string): Drive =>
  /^\\\\(?![?.]\\)/.test(path) || /^\\\\\?\\UNC\\/i.test(path) ? 'shared' : 'local'

/** Where a file is or would be. Never throws: a system that does not tell keeps nobody from their letters. */
export function driveOf(file: string): Drive {
  try {
    const folder = realpathSync.native(nearestFolder(file))
    switch (process.platform) {
      case 'win32':
        return driveFromWindowsPath(folder)
      case 'darwin':
        return driveFromName(nameInMacMounts(macMounts(), folder))
      case 'linux':
        return driveFromType(statfsSync(folder).type, () =>
          nameInMountinfo(readFileSync('/proc/self/mountinfo', 'utf8'), folder),
        )
      default:
        return 'local'
    }
  } catch {
    return 'local'
  }
}

const macMounts = (): string => execFileSync('/sbin/mount', { encoding: 'utf8', timeout: 2000 })

function nearestFolder(file: string): string {
  let folder = dirname(file)
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}
