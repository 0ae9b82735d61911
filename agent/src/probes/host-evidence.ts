import type { HostFiles } from '../host/host-files';

/** What only the root of an installed system has: who it is, or what it starts. */
const marks = ['etc/os-release', 'usr/lib/os-release', 'usr/lib/systemd/system', 'lib/systemd/system'] as const;

/**
 * Whether the root is evidently that of an installed system, so that what is not in it is not installed. Below
 * an empty directory, or one that holds only what someone copied out of /etc, absence proves nothing.
 */
export async function isHostRoot(files: HostFiles): Promise<boolean> {
  const programs = await Promise.all(['usr/sbin', 'usr/bin'].map((path) => files.list(path)));
  if (!programs.some((names) => names.status === 'observed' && names.value.length > 0)) return false;
  const kinds = await Promise.all(marks.map((path) => files.kind(path)));
  return kinds.some((kind) => kind.status === 'observed' && (kind.value === 'file' || kind.value === 'directory'));
}
