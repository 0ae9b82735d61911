import type { ClusterReportStatus, ReportedFlows } from '@calico-readiness/requirements';
import type { AttemptParts } from '../attempts';
import type { ClusterReportApi } from './cluster-report-api';
import type { FleetSummary } from './fleet';
import type { FollowedObjects } from './follow-collection';
import type { KnownNode } from './known-node';
import type { ReportSummary } from './report-summary';

/** What keeping the ClusterReport takes. */
export interface ReportKeeperParts extends AttemptParts {
  readonly api: ClusterReportApi;
  readonly nodes: FollowedObjects<KnownNode>;
  readonly reports: FollowedObjects<ReportSummary>;
  /** Seconds between two readings of the version of OpenShift, ± 10 %. */
  readonly detectIntervalSeconds: number;
  /** What the flows between nodes come to; `now` is in milliseconds since 1970. Nothing is told of them without it. */
  readonly flows?: (now: number) => ReportedFlows | undefined;
  /** Gets what the nodes come to whenever they are summed up. */
  readonly summedUp: (fleet: FleetSummary, now: number) => void;
  /** Gets every report as it was written. */
  readonly written?: (report: { readonly uid: string; readonly status: ClusterReportStatus }) => void;
  /** Runs the work, and notices when it never comes back. */
  readonly during: <T>(what: string, work: () => Promise<T>) => Promise<T>;
}
