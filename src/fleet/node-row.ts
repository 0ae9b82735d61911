import type { Connectivity, NodeVerdictWithWaivers } from '@calico-readiness/requirements';
import type { ReadReport } from '../k8s/read-node-report';
import type { NodeSystem } from './operating-system';
import type { Pool } from './pool';
import type { ReportAge } from './report-age';
import type { RowWaivers } from './waivers/row-waivers';

/** What a node counts as, worst first: its verdict, or why there is no verdict that can be relied on. */
export const rowVerdicts = [
  'NotReady',
  'Unknown',
  'Stale',
  'NoReport',
  'ReadyWithWaivers',
  'Ready',
] as const satisfies readonly (NodeVerdictWithWaivers | 'Stale' | 'NoReport')[];
export type RowVerdict = (typeof rowVerdicts)[number];

/** One node of the Node list with its report, if it has one that is about this very node. */
export interface NodeRow {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly pool: Pool | null;
  readonly system: NodeSystem;
  readonly verdict: RowVerdict;
  /** `NotVerified` as well when the report is stale or there is none. */
  readonly connectivity: Connectivity;
  readonly report?: ReadReport;
  readonly age?: ReportAge;
  /** A report of this name exists, but of an earlier node. */
  readonly reportOfEarlierNode: boolean;
  /** What is waived of the report; left out where nothing is. */
  readonly waived?: RowWaivers | undefined;
  /** Only in a what-if that touches this node: the row as it is currently. */
  readonly present?: NodeRow;
}

/** A node that has a report of its own, stale or not. */
export type ReportedRow = NodeRow & { readonly report: ReadReport };

/** Whether the findings of a row may be counted. */
export const isCurrent = (row: NodeRow): row is ReportedRow => row.report !== undefined && row.verdict !== 'Stale';
