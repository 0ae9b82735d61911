import type {
  ClusterCondition,
  ClusterProfile,
  ClusterReportStatus,
  NodeVerdict,
  OpenShiftVersion,
} from '@calico-readiness/requirements';
import { catalogueVersion, declareProfile, evaluateCluster } from '@calico-readiness/requirements';
import { agentVersion } from '../../foundation/agent-version';
import { oneLine } from '../../foundation/untrusted-text';
import { isSameJson } from '../same-json';
import type { FleetSummary } from './fleet';

/** What a ClusterReport is made of. */
export interface ClusterReportInput {
  readonly fleet: FleetSummary;
  /** Undefined until it is known. */
  readonly profile: ClusterProfile | undefined;
  readonly openshift: OpenShiftVersion;
  /** The status that the report has; undefined for a new one. */
  readonly previous: ClusterReportStatus | undefined;
  /** RFC 3339. */
  readonly now: string;
}

/** Seconds between two writings without news. */
export const clusterReportInterval = 900;

const longestObservation = 256;

type Said = Pick<ClusterCondition, 'status' | 'reason' | 'message'>;

/** The status of a ClusterReport. Pure. */
export function clusterReportStatus(input: ClusterReportInput): ClusterReportStatus {
  const { fleet, profile, openshift, previous, now } = input;
  const said = ready(fleet.nodes);
  const before = previous?.conditions.find(({ type }) => type === 'Ready');
  const lastTransitionTime = before?.status === said.status ? before.lastTransitionTime : now;
  const { nodes, connectivity, requirements, causes, causesTotal } = fleet;
  return {
    observedAt: now,
    reportIntervalSeconds: clusterReportInterval,
    controllerVersion: agentVersion,
    catalogueVersion,
    verdict: verdictOf(said),
    nodes,
    connectivity,
    ...(profile && { profile }),
    requirements,
    causes,
    causesTotal,
    findings: evaluateCluster(openshift, profile ?? declareProfile({}, '')).map(({ observed, ...finding }) => ({
      ...finding,
      ...(observed !== '' && { observed: oneLine(observed, longestObservation) }),
    })),
    conditions: [{ type: 'Ready', ...said, lastTransitionTime }],
  };
}

/** Whether both say the same, whenever they were written. */
export const sameClusterReport = (one: ClusterReportStatus, other: ClusterReportStatus): boolean =>
  isSameJson(one, other, ['observedAt', 'lastTransitionTime']);

const verdicts: Readonly<Record<Said['status'], NodeVerdict>> = {
  True: 'Ready',
  False: 'NotReady',
  Unknown: 'Unknown',
};
const verdictOf = ({ status }: Said): NodeVerdict => verdicts[status];

function ready({ nodes, ready: met, notReady, unknown, stale, noReport }: ClusterReportStatus['nodes']): Said {
  const of = (count: number): string => `${String(count)} of ${String(nodes)} nodes`;
  if (notReady > 0)
    return { status: 'False', reason: 'NodesNotReady', message: `${of(notReady)} do not meet a required requirement.` };
  if (stale + noReport > 0)
    return {
      status: 'Unknown',
      reason: 'NodesNotReporting',
      message: `${of(stale + noReport)} have no current report.`,
    };
  if (unknown > 0) return { status: 'Unknown', reason: 'NodesUndecided', message: `${of(unknown)} are Unknown.` };
  if (met === 0) return { status: 'Unknown', reason: 'NoNodes', message: 'There is no node to evaluate.' };
  return { status: 'True', reason: 'AllNodesReady', message: `${of(met)} meet every required requirement.` };
}
