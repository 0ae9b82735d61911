import type { UnavailableFact } from '@calico-readiness/requirements';
import { unavailable } from '@calico-readiness/requirements';
import type { FileSystem, PathStatus } from './file-system';
import { errorCode, unavailableBecauseOf } from './system-error';

/** The kernel's own limit (path_resolution(7)); more means a loop. */
const mostLinks = 40;

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
export async function resolvePath(
  fileSystem: FileSystem,
  root: string,
  path: string,
  followLast = true,
): Promise<Resolved> {
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
      const nextStatus = await fileSystem.lstat(below(root, next));
      if (nextStatus.type === 'symbolic-link' && (followLast || pending.length > 0)) {
        links += 1;
        if (links > mostLinks) {
          return { outcome: 'unavailable', fact: unavailable('failed', path, 'too many levels of symbolic links') };
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
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return { outcome: 'absent', throughLink: links > 0 };
    return { outcome: 'unavailable', fact: unavailableBecauseOf(error, path) };
  }
  return { outcome: 'present', realPath: below(root, walked), status };
}

const components = (path: string): string[] => path.split('/').filter((name) => name !== '' && name !== '.');

const below = (root: string, walked: readonly string[]): string =>
  walked.length === 0 ? root : `${root === '/' ? '' : root}/${walked.join('/')}`;
