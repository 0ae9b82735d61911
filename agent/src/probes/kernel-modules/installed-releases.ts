import type { Fact } from '@calico-readiness/requirements';
import { observed } from '@calico-readiness/requirements';
import type { HostFiles } from '../../host/host-files';
import { moduleDirectories, parseRelease } from '../kernel-release';

/** What a kernel's package or depmod(8) puts into a module directory; what a removed kernel leaves behind has none of it. */
const signs = ['modules.dep.bin', 'modules.dep', 'modules.builtin', 'kernel'] as const;
/** Enough to name; a host with more has them all the same. */
const mostReleases = 64;

/** The kernel releases that have modules on the disk, sorted. Unavailable where a directory for them could not be listed. */
export async function installedReleases(files: HostFiles): Promise<Fact<readonly string[]>> {
  const found = new Set<string>();
  for (const directory of moduleDirectories) {
    const names = await files.list(directory);
    if (names.status === 'unavailable') {
      if (names.reason === 'not-found' || names.reason === 'malformed') continue;
      return names;
    }
    const releases = names.value.filter((name) => parseRelease(name).status === 'parsed').slice(0, mostReleases);
    for (const release of releases)
      if ((await hasModules(files, `${directory}/${release}`)) === true) found.add(release);
  }
  return observed([...found].sort(), moduleDirectories[0]);
}

/** Whether a module directory is that of an installed kernel; null when that could not be seen. */
export async function hasModules(files: HostFiles, directory: string): Promise<boolean | null> {
  const kinds = await Promise.all(signs.map((name) => files.kind(`${directory}/${name}`)));
  if (kinds.some((kind) => kind.status === 'observed' && (kind.value === 'file' || kind.value === 'directory')))
    return true;
  return kinds.some((kind) => kind.status === 'unavailable') ? null : false;
}
