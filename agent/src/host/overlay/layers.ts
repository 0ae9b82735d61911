import { checkedRoot } from '../host-root';
import type { MountTable } from '../mount-table';
import { resolvePath } from '../resolve-path';
import type { RootedFileSystem } from '../rooted-file-system';
import { join, SeenPaths } from '../seen-paths';
import type { OverlayEntry, OverlayFileSystem } from './overlay-file-system';

/** A host that a change is being laid over: every step sees what those before it did. */
export interface Layers {
  /** The host as it is now, looked at anew. */
  readonly host: () => RootedFileSystem;
  /** Undefined when it is done, else why it cannot be. */
  readonly put: (path: string, entry: OverlayEntry) => string | undefined;
}

/** Over the host at `root`. Throws HostRootError. */
export function layersOver(root: string, fileSystem: OverlayFileSystem, mounts: MountTable): Layers {
  const realRoot = checkedRoot(root);
  const host = (): RootedFileSystem => ({
    root: realRoot,
    mount: mounts.of(realRoot),
    seen: new SeenPaths(fileSystem, mounts),
    directories: new Map(),
  });
  return { host, put: (path, entry) => put(fileSystem, host(), path, entry) };
}

function put(
  fileSystem: OverlayFileSystem,
  host: RootedFileSystem,
  path: string,
  entry: OverlayEntry,
): string | undefined {
  const names = path.split('/').filter((name) => name !== '' && name !== '.');
  const name = names.pop();
  if (name === undefined || names.includes('..') || name === '..') return 'is no path below the root';
  const itself = resolvePath(host, path, false);
  if (itself.outcome === 'unavailable') return `cannot be looked at: ${itself.fact.reason}`;
  if (itself.outcome === 'present' && itself.place.type === 'directory' && entry.type !== 'gone')
    return 'is a directory on the host';
  if (itself.outcome === 'absent' && entry.type === 'gone') return undefined;
  const missing: string[] = [];
  for (;;) {
    const parent = resolvePath(host, names.join('/'));
    if (parent.outcome === 'unavailable') return `cannot be looked at: ${parent.fact.reason}`;
    if (parent.outcome === 'present') {
      if (parent.place.type !== 'directory') return 'has something on its way that is no directory';
      return putBelow(fileSystem, parent.place.realPath, missing, name, entry);
    }
    const link = resolvePath(host, names.join('/'), false);
    if (link.outcome === 'present') return 'has a link to nothing on its way';
    missing.unshift(names.pop() ?? '');
  }
}

function putBelow(
  fileSystem: OverlayFileSystem,
  directory: string,
  missing: readonly string[],
  name: string,
  entry: OverlayEntry,
): undefined {
  let place = directory;
  for (const step of missing) {
    fileSystem.put(place, step, { type: 'directory' });
    place = join(place, step);
  }
  fileSystem.put(place, name, entry);
}
