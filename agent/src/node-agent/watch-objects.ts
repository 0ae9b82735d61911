import type { NodeReport, ReadinessPolicy } from '@calico-readiness/requirements';
import { readinessPolicyName } from '@calico-readiness/requirements';
import type { ReportApi } from '../publish/report-api';
import type { Watched } from '../publish/keep-watching';
import { keepWatching } from '../publish/keep-watching';

/** What following the two objects takes. */
export interface WatchedObjects extends Pick<Watched, 'log' | 'random' | 'signal'> {
  readonly api: ReportApi;
  readonly nodeName: string;
  /** Gets the node's report whenever it was read or changed; undefined when there is none. */
  readonly seeReport: (report: NodeReport | undefined) => void;
  /** Gets the policy whenever it was read or changed; undefined when there is none. */
  readonly seePolicy: (policy: ReadinessPolicy | undefined) => void;
}

/** Follows the node's own NodeReport and the ReadinessPolicy until the signal aborts. Never rejects. */
export async function watchObjects({ nodeName, seeReport, seePolicy, ...shared }: WatchedObjects): Promise<void> {
  const { api } = shared;
  // Each watch is asked for one object by name; that it is of that kind is the API's promise.
  const report = keepWatching({
    ...shared,
    kind: 'NodeReport',
    name: nodeName,
    read: () => api.readReport(nodeName),
    changed: (object) => {
      seeReport(object as NodeReport | undefined);
    },
  });
  const policy = keepWatching({
    ...shared,
    kind: 'ReadinessPolicy',
    name: readinessPolicyName,
    read: () => api.readPolicy(),
    changed: (object) => {
      seePolicy(object as ReadinessPolicy | undefined);
    },
  });
  await Promise.all([report, policy]);
}
