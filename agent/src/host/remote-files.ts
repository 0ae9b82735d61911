import type { Fact } from '@calico-readiness/requirements';
import { unavailable } from '@calico-readiness/requirements';
import type { HostQuestion } from './host-question';

/** Looks at files of file systems that may not answer. */
export interface RemoteFiles {
  /** `realPath` is where, on this machine, the question led out of what answers for sure. */
  ask<T>(realPath: string, question: HostQuestion): Promise<Fact<T>>;
}

export const createRemoteFiles = (_root: string): RemoteFiles => ({
  ask: (realPath, { path }) => Promise.resolve(unavailable('timed-out', path, realPath)),
});
