import type { Host } from '../host/host';
import type { FileKind, HostFiles } from '../host/host-files';
import { remember } from '../host/memory/remember';

/** Where programs are and where the units of installed packages are; with a merged /usr some of these are links. */
const programDirectories = ['usr/sbin', 'usr/bin'] as const;
const unitDirectories = ['usr/lib/systemd/system', 'lib/systemd/system'] as const;
const systemNames = ['etc/os-release', 'usr/lib/os-release'] as const;

/**
 * Whether the root is evidently that of an installed system, so that what is not in it is not installed. Below
 * an empty directory, or one that holds only what someone copied out of a host, absence proves nothing: a tree has to
 * have programs and the directory of its packages' units. The running system is whole, with systemd or without.
 */
export const isHostRoot = (host: Host): Promise<boolean> => remember(host, 'whether the root is a host', looksLikeHost);

async function looksLikeHost({ files, live }: Host): Promise<boolean> {
  const programs = await Promise.all(programDirectories.map((path) => files.list(path)));
  if (!programs.some((names) => names.status === 'observed' && names.value.length > 0)) return false;
  if (await someIs(files, 'directory', unitDirectories)) return true;
  return live && (await someIs(files, 'file', systemNames));
}

async function someIs(files: HostFiles, wanted: FileKind, paths: readonly string[]): Promise<boolean> {
  const kinds = await Promise.all(paths.map((path) => files.kind(path)));
  return kinds.some((kind) => kind.status === 'observed' && kind.value === wanted);
}
