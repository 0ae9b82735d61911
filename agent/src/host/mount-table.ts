import { readFileSync } from 'node:fs';
import type { Mount } from '../parsers/proc/proc-mountinfo';
import { parseProcMountinfo } from '../parsers/proc/proc-mountinfo';
import { nameFromBytes } from './file-name';

/**
 * How a mounted file system is looked at:
 * - `stamped`: here, and its times and inodes tell whether a file is still the same
 * - `unstamped`: here, and they do not, as with what the kernel makes up when it is read
 * - `remote`: by another process, since a call to it may never come back (remote-files.ts)
 */
export type MountKind = 'stamped' | 'unstamped' | 'remote';

/** On a disk of this machine or in its memory (filesystems(5), and the kernel's fs/ by the names that they register). */
const stamped: readonly string[] = [
  ...['ext2', 'ext3', 'ext4', 'xfs', 'btrfs', 'bcachefs', 'f2fs', 'zfs', 'jfs', 'nilfs2', 'reiserfs'],
  ...['overlay', 'aufs', 'squashfs', 'erofs', 'iso9660', 'udf', 'tmpfs', 'devtmpfs', 'ramfs', 'rootfs'],
];

/** The kernel's own, and disks whose files have no time of their last change. */
const unstamped: readonly string[] = [
  ...['proc', 'sysfs', 'cgroup', 'cgroup2', 'securityfs', 'selinuxfs', 'smackfs', 'debugfs', 'tracefs', 'configfs'],
  ...['efivarfs', 'bpf', 'pstore', 'mqueue', 'devpts', 'binfmt_misc', 'hugetlbfs', 'nsfs', 'fusectl', 'rpc_pipefs'],
  ...['resctrl', 'vfat', 'msdos', 'exfat', 'ntfs3'],
];

/** What is mounted where on this machine, as far as looking at a host takes it. */
export class MountTable {
  private readonly kinds: ReadonlyMap<string, MountKind>;

  /** In mount order: a later mount on the same point hides an earlier one. */
  constructor(mounts: readonly Mount[]) {
    this.kinds = new Map(mounts.map(({ mountPoint, fileSystem }) => [mountPoint, kindOf(fileSystem)]));
  }

  /** Undefined where nothing is mounted on the path itself; it has no link in it. */
  at(path: string): MountKind | undefined {
    return this.kinds.get(path);
  }

  /** Of the mount that a path belongs to. Where nothing is known of mounts nothing tells that a file is the same. */
  of(path: string): MountKind {
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
      const kind = this.kinds.get(path.slice(0, end));
      if (kind !== undefined) return kind;
    }
    return this.kinds.get('/') ?? 'unstamped';
  }
}

const kindOf = (fileSystem: string): MountKind =>
  stamped.includes(fileSystem) ? 'stamped' : unstamped.includes(fileSystem) ? 'unstamped' : 'remote';

/** The mounts that this process sees (proc_pid_mountinfo(5)); the kernel tells them without asking any file system. */
export function readMountTable(): MountTable {
  try {
    const mounts = parseProcMountinfo(nameFromBytes(readFileSync('/proc/self/mountinfo')));
    return new MountTable(mounts.status === 'parsed' ? mounts.value : []);
  } catch {
    return new MountTable([]);
  }
}
