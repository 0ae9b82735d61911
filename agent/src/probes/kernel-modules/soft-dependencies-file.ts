import type { HostFiles } from '../../host/host-files';
import { moduleDirectories } from '../kernel-release';

/**
 * depmod(8) writes the soft dependencies that modules declare in modprobe.d's format, and kmod reads it as one of those
 * files. It is there also when no module declares any, so that a tree without it does not show them.
 */
export const softDependencies = 'modules.softdep';

/** In the directory of modules that the host has. */
export async function pathOfSoftDependencies(files: HostFiles, release: string): Promise<string> {
  const paths = moduleDirectories.map((directory) => `${directory}/${release}/${softDependencies}`);
  for (const path of paths) {
    const kind = await files.kind(path);
    if (kind.status === 'unavailable' || kind.value !== 'absent') return path;
  }
  return paths[0] ?? softDependencies;
}
