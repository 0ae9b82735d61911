import { moduleNameOfPath } from '../../parsers/kernel-modules/module-name';
import type { RunningModules } from './loaded-modules';
import { isLoaded } from './loaded-modules';
import { lookUp } from './look-up';
import type { ModuleEvidence } from './module-evidence';
import type { ModuleSources } from './module-sources';
import type { ModuleTree } from './module-tree';

/** What the disk shows of a module. */
export interface FileEvidence {
  readonly state: ModuleEvidence['file'];
  /** Its own path and those of the modules that it needs and that are not loaded, as modules.dep has them. */
  readonly paths: readonly string[];
  /** Paths of the modules that it needs. */
  readonly dependencies: readonly string[];
}

/** Looks for the file of a module, and for those that it needs and that are not loaded yet (modules.dep, depmod(8)). */
export async function moduleFile(name: string, { files, tree, running }: ModuleSources): Promise<FileEvidence> {
  const without = (state: ModuleEvidence['file']): FileEvidence => ({ state, paths: [], dependencies: [] });
  if (tree === 'unseen' || tree === 'absent') return without(tree);
  // Modules are loaded and there is nowhere they came from: we look at a container's root, not at the host's.
  if (tree === 'no-directory') return without(couldHaveLoaded(running) ? 'unseen' : 'absent');
  const listed = lookUp(tree.dependencies, name);
  if (listed === undefined || listed === 'unseen') {
    if (tree.decidesAlone) return without(listed ?? 'absent');
    const onDisk = tree.onDisk.status === 'observed' ? tree.onDisk.value.has(name) : undefined;
    return without(onDisk === false ? 'absent' : 'unseen');
  }
  const needed = listed.dependencies.filter((path) => isLoaded(moduleNameOfPath(path) ?? '', running) !== 'yes');
  const paths = [listed.path, ...needed];
  const kinds = await Promise.all(paths.map((path) => files.kind(hostPath(tree, path))));
  if (kinds.some((kind) => kind.status === 'unavailable')) return { state: 'unseen', paths, dependencies: needed };
  const present = kinds.every((kind) => kind.status === 'observed' && kind.value === 'file');
  return { state: present ? 'present' : 'absent', paths, dependencies: needed };
}

const couldHaveLoaded = ({ running, listed }: RunningModules): boolean =>
  running !== false && (listed.status === 'unavailable' || listed.value.size > 0);

const hostPath = (tree: ModuleTree, path: string): string => (path.startsWith('/') ? path : `${tree.path}/${path}`);
