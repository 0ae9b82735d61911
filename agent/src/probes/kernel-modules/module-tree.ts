import type { Fact } from '@calico-readiness/requirements';
import { unavailable } from '@calico-readiness/requirements';
import type { HostFiles } from '../../host/host-files';
import { moduleNameOfPath } from '../../parsers/kernel-modules/module-name';
import { parseModulesAlias } from '../../parsers/kernel-modules/modules-alias';
import { parseModulesBuiltin } from '../../parsers/kernel-modules/modules-builtin';
import type { BuiltinModinfo } from '../../parsers/kernel-modules/modules-builtin-modinfo';
import { parseModulesBuiltinModinfo } from '../../parsers/kernel-modules/modules-builtin-modinfo';
import type { ModuleFile } from '../../parsers/kernel-modules/modules-dep';
import { parseModulesDep } from '../../parsers/kernel-modules/modules-dep';
import { moduleDirectories } from '../kernel-release';
import { readParsed } from '../read-parsed';

/** What the module directory of one kernel release holds. */
export interface ModuleTree {
  readonly path: string;
  readonly dependencies: Fact<ReadonlyMap<string, ModuleFile>>;
  readonly builtin: Fact<ReadonlySet<string>>;
  readonly builtinModinfo: Fact<BuiltinModinfo>;
  readonly aliases: Fact<ReadonlyMap<string, readonly string[]>>;
  /** Names of the modules whose files are on the disk, when every directory could be listed. */
  readonly onDisk: Fact<ReadonlySet<string>>;
}

/**
 * - a tree: it is there
 * - `absent`: the host has module directories, and none for this release
 * - `no-directory`: the host has no directory for modules at all; a container's root has none either
 * - `unseen`: it could not be looked at
 */
export type ModuleTreeLookup = ModuleTree | 'absent' | 'no-directory' | 'unseen';

const longestIndex = 16 * 1024 * 1024;
const mostDirectories = 4000;
// `build` and `source` lead to the kernel's headers, which have thousands of directories and no modules.
const notSearched = new Set(['build', 'source', 'vdso']);

/** Finds and reads the module directory of a kernel release (modules.dep(5)). */
export async function readModuleTree(files: HostFiles, release: string): Promise<ModuleTreeLookup> {
  let parents = 0;
  for (const parent of moduleDirectories) {
    const path = `${parent}/${release}`;
    const [parentKind, kind] = await Promise.all([files.kind(parent), files.kind(path)]);
    if (kind.status === 'unavailable' || parentKind.status === 'unavailable') return 'unseen';
    if (kind.value === 'directory') return readTree(files, path);
    if (parentKind.value === 'directory') parents += 1;
  }
  return parents > 0 ? 'absent' : 'no-directory';
}

async function readTree(files: HostFiles, path: string): Promise<ModuleTree> {
  const [dependencies, builtin, builtinModinfo, aliases, onDisk] = await Promise.all([
    readParsed(files, `${path}/modules.dep`, parseModulesDep, longestIndex),
    readParsed(files, `${path}/modules.builtin`, parseModulesBuiltin, longestIndex),
    readParsed(files, `${path}/modules.builtin.modinfo`, parseModulesBuiltinModinfo, longestIndex),
    readParsed(files, `${path}/modules.alias`, parseModulesAlias, longestIndex),
    modulesOnDisk(files, path),
  ]);
  return { path, dependencies, builtin, builtinModinfo, aliases, onDisk };
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
