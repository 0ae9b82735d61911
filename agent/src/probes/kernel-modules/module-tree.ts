import type { Fact } from '@calico-readiness/requirements';
import { unavailable } from '@calico-readiness/requirements';
import type { Host } from '../../host/host';
import type { HostFiles } from '../../host/host-files';
import { parseModulesBuiltinAliasBin } from '../../parsers/kernel-modules/kmod-indexes';
import { moduleNameOfPath } from '../../parsers/kernel-modules/module-name';
import type { BuiltinModinfo } from '../../parsers/kernel-modules/modules-builtin-modinfo';
import { parseModulesBuiltinModinfo } from '../../parsers/kernel-modules/modules-builtin-modinfo';
import { isContainerRoot } from '../container-root';
import { moduleDirectories } from '../kernel-release';
import { parseFact, readParsed } from '../read-parsed';
import { hasModules, installedReleases } from './installed-releases';
import type { ModuleIndexes } from './module-indexes';
import { readModuleIndexes } from './module-indexes';

/** What the module directory of one kernel release holds. */
export interface ModuleTree extends ModuleIndexes {
  readonly path: string;
  readonly builtinModinfo: Fact<BuiltinModinfo>;
  /** Names of the modules whose files are on the disk, when every directory could be listed and the indexes do not decide alone. */
  readonly onDisk: Fact<ReadonlySet<string>>;
}

/**
 * - a tree: it is there
 * - `absent`: the host has module directories of other kernels, and none for this release
 * - `no-directory`: the host has no modules of any kernel; a container's root has none either, and may have an empty directory for them
 * - `unseen`: it could not be looked at, or the root is a container's
 */
export type ModuleTreeLookup = ModuleTree | 'absent' | 'no-directory' | 'unseen';

const longestIndex = 16 * 1024 * 1024;
const mostDirectories = 4000;
// `build` and `source` lead to the kernel's headers, which have thousands of directories and no modules.
const notSearched = new Set(['build', 'source', 'vdso']);

/** Finds and reads the module directory of a kernel release (modules.dep(5)). */
export async function readModuleTree(host: Host, release: string): Promise<ModuleTreeLookup> {
  const { files } = host;
  for (const parent of moduleDirectories) {
    const path = `${parent}/${release}`;
    const [parentKind, kind] = await Promise.all([files.kind(parent), files.kind(path)]);
    if (kind.status === 'unavailable' || parentKind.status === 'unavailable') return 'unseen';
    if (kind.value === 'directory' && (await hasModules(files, path)) !== false) return readTree(host, path);
  }
  if (await isContainerRoot(host)) return 'unseen';
  const others = await installedReleases(files);
  if (others.status === 'unavailable') return 'unseen';
  return others.value.length > 0 ? 'absent' : 'no-directory';
}

async function readTree(host: Host, path: string): Promise<ModuleTree> {
  const { files } = host;
  const indexes = await readModuleIndexes(host, path, longestIndex);
  const builtinModinfo = await readBuiltinModinfo(files, path);
  // A kernel has a thousand directories of modules.
  const onDisk = indexes.decidesAlone
    ? unavailable('unsupported', path, 'not looked for, since the index decides alone')
    : await modulesOnDisk(files, path);
  return { path, ...indexes, builtinModinfo, onDisk };
}

/** A kernel before 5.2 has neither file. */
async function readBuiltinModinfo(files: HostFiles, path: string): Promise<Fact<BuiltinModinfo>> {
  const modinfo = await readParsed(files, `${path}/modules.builtin.modinfo`, parseModulesBuiltinModinfo, longestIndex);
  if (modinfo.status === 'observed') return modinfo;
  const index = await files.readBytes(`${path}/modules.builtin.alias.bin`, longestIndex);
  const aliases = parseFact(index, parseModulesBuiltinAliasBin);
  return aliases.status === 'observed' ? aliases : modinfo;
}

/** An index can be cut off or older than the files, so absence is read from the disk itself. */
async function modulesOnDisk(files: HostFiles, top: string): Promise<Fact<ReadonlySet<string>>> {
  const found = new Set<string>();
  let pending = [top];
  let visited = 0;
  while (pending.length > 0) {
    visited += pending.length;
    if (visited > mostDirectories) return unavailable('too-large', top, 'has more directories than any kernel');
    const listings = await Promise.all(pending.map(async (path) => ({ path, names: await files.list(path) })));
    pending = [];
    for (const { path, names } of listings) {
      if (names.status === 'unavailable') {
        // `malformed`: a file in the place of a directory; it holds no modules.
        if (names.reason === 'malformed' || names.reason === 'not-found') continue;
        return names;
      }
      for (const name of names.value) {
        const module = moduleNameOfPath(name);
        if (module !== undefined) found.add(module);
        else if (!/^modules\.|^\./.test(name) && !notSearched.has(name)) pending.push(`${path}/${name}`);
      }
    }
  }
  return { status: 'observed', value: found, source: top };
}
