import { realpathSync, statSync } from 'node:fs';
import { unavailableBecauseOf } from './system-error';

/** The root that the user named can't be looked at: it does not exist or is no directory. A person reads the message. */
export class HostRootError extends Error {
  override readonly name = 'HostRootError';
}

/** The real path of a host's root directory. Throws HostRootError. */
export function checkedRoot(root: string): string {
  try {
    const realRoot = realpathSync(root);
    if (statSync(realRoot).isDirectory()) return realRoot;
  } catch (error) {
    const { reason } = unavailableBecauseOf(error, root);
    const what = reason === 'not-found' ? 'does not exist' : `cannot be opened: ${reason}`;
    throw new HostRootError(`The host root ${root} ${what}.`, { cause: error });
  }
  throw new HostRootError(`The host root ${root} is not a directory.`);
}
