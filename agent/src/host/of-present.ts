import type { Fact } from '@calico-readiness/requirements';
import { unavailable } from '@calico-readiness/requirements';
import { RemotePathError } from './remote-path';
import { resolvePath } from './resolve-path';
import type { Place, RootedFileSystem } from './rooted-file-system';
import { saysNotThere, seenAndNotFound, unavailableBecauseOf } from './system-error';

/** What `look` says of a path that is there; a system call that fails in it makes the fact unavailable, and never `not-found` but for a process that ended (ESRCH). */
export function ofPresent<T>(
  rooted: RootedFileSystem,
  path: string,
  followLast: boolean,
  look: (place: Place) => Fact<T>,
): Fact<T> {
  const resolved = resolvePath(rooted, path, followLast);
  if (resolved.outcome === 'unavailable') return resolved.fact;
  if (resolved.outcome === 'absent') return unavailable('not-found', path);
  return lookedAt(path, () => look(resolved.place));
}

/** What `look` says of a path that was found to be there. */
export function lookedAt<T>(path: string, look: () => Fact<T>): Fact<T> {
  try {
    return look();
  } catch (error) {
    if (error instanceof RemotePathError) throw error;
    return saysNotThere(error) ? seenAndNotFound(path) : unavailableBecauseOf(error, path);
  }
}
