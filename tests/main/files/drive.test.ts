import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  driveFromName,
  driveFromType,
  driveFromWindowsPath,
  driveOf,
  nameInMacMounts,
  nameInMountinfo,
} from '../../../src/main/files/drive.ts'
import { temporaryFolder } from '../../support.ts'

const noFuse = () => {
  throw new Error('asked for the name of a FUSE mount')
}

test.each([
  ['NFS', 0x6969],
  ['SMB', 0x517b],
  ['CIFS', 0xff534d42],
  ['CIFS, with a sign', 0xff534d42 | 0],
  ['SMB 2 and 3', 0xfe534d42],
  ['AFS', 0x5346414f],
  ['Ceph', 0x00c36400],
  ['9p: WSL, a shared folder of QEMU', 0x01021997],
  ['VirtualBox', 0x786f4256],
])('%s is shared', (_name, type) => {
  expect(driveFromType(type, noFuse)).toBe('shared')
})

test.each([
  ['ext4', 0xef53],
  ['btrfs', 0x9123683e],
  ['xfs', 0x58465342],
  ['tmpfs', 0x01021994],
  ['overlay of a container', 0x794c7630],
  ['zfs', 0x2fc12fc1],
  ['vfat of a USB stick', 0x4d44],
  ['exfat', 0x2011bab0],
  ['ntfs3', 0x7366746e],
  ['eCryptfs', 0xf15f],
])('%s is local', (_name, type) => {
  expect(driveFromType(type, noFuse)).toBe('local')
})

test.each([
  ['fuse.sshfs', 'shared'],
  ['fuse.rclone', 'shared'],
  ['fuse.gvfsd-fuse', 'shared'],
  ['virtiofs', 'shared'],
  ['fuse.vmhgfs-fuse', 'shared'],
  ['fuseblk', 'local'],
  ['fuse.gocryptfs', 'local'],
  [undefined, 'local'],
] as const)('through FUSE, the name decides: %s is %s', (name, drive) => {
  expect(driveFromType(0x65735546, () => name)).toBe(drive)
})

const mountinfo = String.raw`22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
35 22 0:40 / /home/ana/nas\040at\040work rw,nosuid - fuse.sshfs ana@nas:/ rw
36 22 0:41 / /home/ana/nas rw,nosuid shared:7 - cifs //nas/home rw
37 22 0:42 / /mnt rw - ext4 /dev/sdb1 rw
38 37 0:43 / /mnt rw - nfs4 nas:/x rw
`
test.each([
  ['/home/ana/Waymark', 'ext4'],
  ['/home/ana/nas at work/Waymark', 'fuse.sshfs'],
  ['/home/ana/nas', 'cifs'],
  ['/home/ana/nasal', 'ext4'],
  ['/mnt/x', 'nfs4'],
])('the mount around %s is %s', (path, name) => {
  expect(nameInMountinfo(mountinfo, path)).toBe(name)
})

const macMounts = `/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse, protect)
//ana@nas._smb._tcp.local/home on /Volumes/home (smbfs, nodev, nosuid, mounted by ana)
nas:/x (1) on /Volumes/x (1) (nfs, nodev)
/dev/disk5s1 on /Volumes/STICK (exfat, local, nodev)
`
test.each([
  ['/Users/ana/Library', 'apfs', 'local'],
  ['/Volumes/home/Waymark', 'smbfs', 'shared'],
  ['/Volumes/x (1)/Waymark', 'nfs', 'shared'],
  ['/Volumes/STICK', 'exfat', 'local'],
] as const)('on macOS, %s is %s, %s', (path, name, drive) => {
  expect(nameInMacMounts(macMounts, path)).toBe(name)
  expect(driveFromName(name)).toBe(drive)
})

test.each([
  [String.raw`C:\Users\ana\Waymark`, 'local'],
  [String.raw`\\?\C:\Users\ana`, 'local'],
  [String.raw`\\.\C:\Users\ana`, 'local'],
  [String.raw`\\nas\home\Waymark`, 'shared'],
  [String.raw`\\?\UNC\nas\home`, 'shared'],
  [String.raw`\\wsl.localhost\Ubuntu\home`, 'shared'],
] as const)('on Windows, %s is %s', (path, drive) => {
  expect(driveFromWindowsPath(path)).toBe(drive)
})

test('the folder of a library that is not there yet is asked of this system', () => {
  expect(driveOf(join(temporaryFolder(), 'a/b/library.waymark'))).toBe('local')
})
