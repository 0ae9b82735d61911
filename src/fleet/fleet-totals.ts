import type { Connectivity } from '@calico-readiness/requirements';
import type { ReadSummary } from '../k8s/read-cluster-report';
import type { Fleet } from './build-fleet';
import type { RowVerdict } from './node-row';

/** How many nodes count as what. The verdicts add up to the number of nodes, as the states of connectivity do. */
export interface FleetTotals {
  readonly nodes: number;
  /** Nodes that have a report of their own, stale or not. */
  readonly reports: number;
  readonly verdicts: Readonly<Record<RowVerdict, number>>;
  readonly connectivity: Readonly<Record<Connectivity, number>>;
}

/** Counted from the rows. */
export const totalsOfFleet = ({ rows, reports, verdicts, connectivity }: Fleet): FleetTotals => ({
  nodes: rows.length,
  reports,
  verdicts,
  connectivity,
});

/** Counted by the controller, in the words of the rows: of a node without a current report no flow is verified. */
export const totalsOfSummary = ({ nodes: counts, connectivity: { verified, broken } }: ReadSummary): FleetTotals => ({
  nodes: counts.nodes,
  reports: counts.nodes - counts.noReport,
  verdicts: {
    Ready: counts.ready,
    ReadyWithWaivers: counts.waived ?? 0,
    NotReady: counts.notReady,
    Unknown: counts.unknown,
    Stale: counts.stale,
    NoReport: counts.noReport,
  },
  connectivity: { Verified: verified, Broken: broken, NotVerified: counts.nodes - verified - broken },
});
