import type { UnavailableFact } from '@calico-readiness/requirements';
import { unavailable } from '@calico-readiness/requirements';
import { RemotePathError } from './remote-path';
import type { Place, RootedFileSystem } from './rooted-file-system';
import { join } from './seen-paths';
import { saysNotThere, seenAndNotFound, unavailableBecauseOf } from './system-error';

/** The kernel's own limit (path_resolution(7)); more means a loop. */
const mostLinks = 40;

/** The detail of a fact about a path whose links lead in a circle. */
export const linkLoop = 'too many levels of symbolic links';

/** Where a host path leads to. */
export type Resolved =
  | { readonly outcome: 'present'; readonly place: Place }
  | { readonly outcome: 'absent'; readonly throughLink: boolean }
  | { readonly outcome: 'unavailable'; readonly fact: UnavailableFact };

class LinkLoopError extends Error {}

/**
 * Follows a host path from the root, as path_resolution(7) describes it for a process that is chrooted there:
 * an absolute link starts again at the root, and `..` of the root is the root. The host's own resolution is
 * never used, because it would leave the root. With `followLast` false the last component is not followed.
 * Throws RemotePathError where it leads to what must not be looked at here.
 */
export function resolvePath(rooted: RootedFileSystem, path: string, followLast = true): Resolved {
  try {
    const end = path.lastIndexOf('/');
    const parent = directoryAt(rooted, end === -1 ? '' : path.slice(0, end));
    return parent.outcome === 'present'
      ? walk(rooted, parent.place, components(end === -1 ? path : path.slice(end + 1)), followLast)
      : parent;
  } catch (error) {
    if (error instanceof RemotePathError) throw error;
    return { outcome: 'unavailable', fact: factOf(error, path) };
  }
}

function factOf(error: unknown, path: string): UnavailableFact {
  if (error instanceof LinkLoopError) return unavailable('failed', path, linkLoop);
  return saysNotThere(error) ? seenAndNotFound(path) : unavailableBecauseOf(error, path);
}

/** Most paths are asked for beside many others of the same directory. */
function directoryAt(rooted: RootedFileSystem, path: string): Resolved {
  const known = rooted.directories.get(path);
  if (known !== undefined) return { outcome: 'present', place: known };
  const resolved = walk(rooted, rootOf(rooted), components(path), true);
  if (resolved.outcome === 'present') rooted.directories.set(path, resolved.place);
  return resolved;
}

/** Goes on from a directory, name by name. */
function walk(rooted: RootedFileSystem, from: Place, names: readonly string[], followLast: boolean): Resolved {
  const { seen } = rooted;
  const pending = names.length > 1 ? [...names].reverse() : [...names];
  let place = from;
  let { links } = from;
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (place.type !== 'directory') return { outcome: 'absent', throughLink: links > 0 };
    if (name === '..') {
      place = place.parent ?? place;
      continue;
    }
    const realPath = join(place.realPath, name);
    const mounted = seen.mountAt(realPath);
    const mount = mounted ?? place.mount;
    // By where the mount begins, which for one that is not entered is the root or here: it is given up as a whole.
    if (mount === 'remote') throw new RemotePathError(mounted === undefined ? place.realPath : realPath);
    const type = seen.typeOf(place.realPath, name, realPath);
    if (type === undefined) return { outcome: 'absent', throughLink: links > 0 };
    if (type === 'symbolic-link' && (followLast || pending.length > 0)) {
      links += 1;
      if (links > mostLinks) throw new LinkLoopError();
      const target = seen.targetOf(realPath);
      if (target.startsWith('/')) place = rootOf(rooted);
      pending.push(...components(target).reverse());
    } else {
      place = { realPath, parent: place, name, type, mount, links };
    }
  }
  if (place.mount === 'remote') throw new RemotePathError(place.realPath);
  return { outcome: 'present', place: place.links === links ? place : { ...place, links } };
}

const rootOf = ({ root, mount }: RootedFileSystem): Place => ({
  realPath: root,
  parent: undefined,
  name: '',
  type: 'directory',
  mount,
  links: 0,
});

const components = (path: string): string[] =>
  path === '' || path === '.'
    ? []
    : path.includes('/')
      ? path.split('/').filter((name) => name !== '' && name !== '.')
      : [path];
