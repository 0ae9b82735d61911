import type { Fact } from '@calico-readiness/requirements';
import { unavailable } from '@calico-readiness/requirements';
import type { PathStatus } from './file-system';
import { resolvePath } from './resolve-path';
import type { RootedFileSystem } from './rooted-file-system';
import { saysNotThere, seenAndNotFound, unavailableBecauseOf } from './system-error';

/** A path that is there, on this machine. */
export interface Present {
  readonly realPath: string;
  readonly status: PathStatus;
}

/** What `look` says of a path that is there; a system call that fails in it makes the fact unavailable, and never `not-found` but for a process that ended (ESRCH). */
export async function ofPresent<T>(
  rooted: RootedFileSystem,
  path: string,
  followLast: boolean,
  look: (present: Present) => Fact<T> | Promise<Fact<T>>,
): Promise<Fact<T>> {
  const resolved = await resolvePath(rooted, path, followLast);
  if (resolved.outcome === 'unavailable') return resolved.fact;
  if (resolved.outcome === 'absent') return unavailable('not-found', path);
  try {
    return await look(resolved);
  } catch (error) {
    return saysNotThere(error) ? seenAndNotFound(path) : unavailableBecauseOf(error, path);
  }
}
