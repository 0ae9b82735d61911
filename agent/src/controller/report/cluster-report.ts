import type {
  ClusterCondition,
  ClusterProfile,
  ClusterReportStatus,
  NodeVerdict,
  OpenShiftVersion,
  ReportedFlows,
  ReportedWaiver,
  WaiverUse,
} from '@calico-readiness/requirements';
import { catalogueVersion, declareProfile, evaluateCluster, inEnglish } from '@calico-readiness/requirements';
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
  /** Left out until agents have tested some. */
  readonly flows?: ReportedFlows | undefined;
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
  const { fleet, profile, openshift, flows, previous, now } = input;
  const said = ready(fleet.nodes);
  const before = previous?.conditions.find(({ type }) => type === 'Ready');
  const lastTransitionTime = before?.status === said.status ? before.lastTransitionTime : now;
  const { nodes, connectivity, requirements, causes, causesTotal, waivers } = fleet;
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
    ...(waivers.length > 0 && { waivers: waivers.map(reportedWaiver) }),
    ...(flows && { flows }),
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

function reportedWaiver({ requirement, state, nodes, problem, duplicateOf }: WaiverUse): ReportedWaiver {
  const message =
    problem === undefined ? (duplicateOf === undefined ? undefined : repeats(duplicateOf)) : inEnglish(problem);
  return { ...(requirement !== '' && { requirement }), state, nodes, ...(message && { message }) };
}

const repeats = (place: number): string =>
  `spec.waivers[${String(place)}] is for the same requirement and the same nodes`;

const verdicts: Readonly<Record<Said['status'], NodeVerdict>> = {
  True: 'Ready',
  False: 'NotReady',
  Unknown: 'Unknown',
};
const verdictOf = ({ status }: Said): NodeVerdict => verdicts[status];

function ready({
  nodes,
  ready: met,
  waived = 0,
  notReady,
  unknown,
  stale,
  noReport,
}: ClusterReportStatus['nodes']): Said {
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
  if (met + waived === 0) return { status: 'Unknown', reason: 'NoNodes', message: 'There is no node to evaluate.' };
  if (waived > 0)
    return {
      status: 'True',
      reason: 'ReadyWithWaivers',
      message: `${of(waived)} are ready only because what they do not meet is waived.`,
    };
  return { status: 'True', reason: 'AllNodesReady', message: `${of(met)} meet every required requirement.` };
}
