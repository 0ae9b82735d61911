import type { UnavailableFact, UnavailableReason } from '@calico-readiness/requirements';
import { unavailable } from '@calico-readiness/requirements';

const reasonByCode: Readonly<Record<string, UnavailableReason>> = {
  ENOENT: 'not-found',
  ENOTDIR: 'not-found',
  // A process that ended while its directory below /proc was read.
  ESRCH: 'not-found',
  EACCES: 'denied',
  EPERM: 'denied',
};

/** The errno name of a failed system call (errno(3)), or undefined for any other error. */
function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** Whether a system call says that there is no such path. */
export const saysNotThere = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '');

/** A path that was seen, in a directory's list or by an earlier call, and is then said not to be there: whatever it is, it is not absent. */
export const seenAndNotFound = (source: string): UnavailableFact =>
  unavailable('failed', source, 'is there and cannot be found');

/** Turns a failed system call into the reason why the path could not be observed. `source` is the host path. */
export function unavailableBecauseOf(error: unknown, source: string): UnavailableFact {
  const code = errorCode(error);
  const reason = (code !== undefined && reasonByCode[code]) || 'failed';
  if (reason !== 'failed') return unavailable(reason, source);
  const message = error instanceof Error ? error.message : String(error);
  return unavailable('failed', source, code ?? message.slice(0, 200));
}
