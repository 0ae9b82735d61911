import type { UnavailableFact } from '@calico-readiness/requirements';
import { unavailable } from '@calico-readiness/requirements';
import type { PathStatus } from './file-system';
import type { RootedFileSystem } from './rooted-file-system';
import { saysNotThere, seenAndNotFound, unavailableBecauseOf } from './system-error';

/** The kernel's own limit (path_resolution(7)); more means a loop. */
const mostLinks = 40;

/** The detail of a fact about a path whose links lead in a circle. */
export const linkLoop = 'too many levels of symbolic links';

/** Where a host path leads to. `realPath` has no symbolic link in it below the root. */
export type Resolved =
  | { readonly outcome: 'present'; readonly realPath: string; readonly status: PathStatus }
  | { readonly outcome: 'absent'; readonly throughLink: boolean }
  | { readonly outcome: 'unavailable'; readonly fact: UnavailableFact };

/**
 * Follows a host path from the root, as path_resolution(7) describes it for a process that is chrooted there:
 * an absolute link starts again at the root, and `..` of the root is the root. The host's own resolution is
 * never used, because it would leave the root. With `followLast` false the last component is not followed.
 */
export async function resolvePath(rooted: RootedFileSystem, path: string, followLast = true): Promise<Resolved> {
  const { fileSystem, root } = rooted;
  const pending = components(path).reverse();
  let walked: string[] = [];
  let status: PathStatus = { type: 'directory', size: 0 };
  let links = 0;
  try {
    for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
      if (status.type !== 'directory') return { outcome: 'absent', throughLink: links > 0 };
      if (name === '..') {
        walked = walked.slice(0, -1);
        continue;
      }
      const next = [...walked, name];
      const nextStatus = await statusIfThere(rooted, walked, name);
      if (nextStatus === undefined) return { outcome: 'absent', throughLink: links > 0 };
      if (nextStatus.type === 'symbolic-link' && (followLast || pending.length > 0)) {
        links += 1;
        if (links > mostLinks) {
          return { outcome: 'unavailable', fact: unavailable('failed', path, linkLoop) };
        }
        const target = await fileSystem.readlink(below(root, next));
        if (target.startsWith('/')) walked = [];
        pending.push(...components(target).reverse());
        continue;
      }
      walked = next;
      status = nextStatus;
    }
  } catch (error) {
    return {
      outcome: 'unavailable',
      fact: saysNotThere(error) ? seenAndNotFound(path) : unavailableBecauseOf(error, path),
    };
  }
  return { outcome: 'present', realPath: below(root, walked), status };
}

/** Undefined where there is no such name; throws the error also where the directory was seen to list it. */
async function statusIfThere(
  { fileSystem, root, listed }: RootedFileSystem,
  walked: readonly string[],
  name: string,
): Promise<PathStatus | undefined> {
  try {
    return await fileSystem.lstat(below(root, [...walked, name]));
  } catch (error) {
    if (saysNotThere(error) && !listed.has(below(root, walked), name)) return undefined;
    throw error;
  }
}

const components = (path: string): string[] => path.split('/').filter((name) => name !== '' && name !== '.');

const below = (root: string, walked: readonly string[]): string =>
  walked.length === 0 ? root : `${root === '/' ? '' : root}/${walked.join('/')}`;
