import type { Connectivity } from '@calico-readiness/requirements';
import type { MachineConfigPoolObject, NodeObject } from '../k8s/models';
import { readNodeReport } from '../k8s/read-node-report';
import type { ReadReport } from '../k8s/read-node-report';
import { rowVerdicts } from './node-row';
import type { NodeRow, RowVerdict } from './node-row';
import { nodeSystem } from './operating-system';
import { poolOf } from './pool';
import { reportAge } from './report-age';
import { verdictOfReport } from './report-verdict';
import { saysTheSame } from './same-row';
import { noWaivers } from './waivers/fleet-waivers';
import type { FleetWaivers } from './waivers/fleet-waivers';
import { rowWaivers } from './waivers/row-waivers';

/** Every node of the Node list with its report. The verdict counts add up to the number of rows. */
export interface Fleet {
  readonly rows: readonly NodeRow[];
  readonly verdicts: Readonly<Record<RowVerdict, number>>;
  readonly connectivity: Readonly<Record<Connectivity, number>>;
  /** Rows that have a report of their own, stale or not. */
  readonly reports: number;
  /** The MachineConfigPools as the API gives them; empty where there are none. */
  readonly machineConfigPools: readonly MachineConfigPoolObject[];
  /** What the policy waives; rows say what that comes to on each node. */
  readonly waivers: FleetWaivers;
  /** Only in a what-if: the fleet as it is currently. */
  readonly present?: Fleet;
}

/** The same from reports as the API gives them; what is none, or was never filled, is left out. */
export const buildFleet = (
  nodes: readonly NodeObject[],
  reports: readonly unknown[],
  machineConfigPools: readonly MachineConfigPoolObject[],
  now: number,
  previous?: Fleet,
  waivers = noWaivers,
): Fleet =>
  fleetOfReports(
    nodes,
    reports.map(readNodeReport).filter((report) => report !== null),
    machineConfigPools,
    now,
    previous,
    waivers,
  );

/** Windows nodes have no agent and other requirements; the controller does not count them either. */
const isLinux = ({ metadata }: NodeObject): boolean => metadata?.labels?.['kubernetes.io/os'] !== 'windows';

/**
 * Joins the Node list with the reports. `now` is in milliseconds since 1970. Rows that say the same as in
 * `previous` are taken over, so that what is drawn from them need not be drawn again.
 */
export function fleetOfReports(
  nodes: readonly NodeObject[],
  reports: readonly ReadReport[],
  machineConfigPools: readonly MachineConfigPoolObject[],
  now: number,
  previous?: Fleet,
  waivers = noWaivers,
): Fleet {
  const reportByName = new Map(reports.map((report) => [report.name, report]));
  const earlierRows = new Map(previous?.rows.map((row) => [row.name, row]));
  const rows = nodes.filter(isLinux).map((node) => {
    const row = buildRow(node, reportByName.get(node.metadata?.name ?? ''), machineConfigPools, now, waivers);
    const earlier = earlierRows.get(row.name);
    return earlier !== undefined && saysTheSame(earlier, row) ? earlier : row;
  });
  return fleetOfRows(rows, machineConfigPools, waivers);
}

/** Counts rows. */
export function fleetOfRows(
  rows: readonly NodeRow[],
  machineConfigPools: readonly MachineConfigPoolObject[],
  waivers = noWaivers,
): Fleet {
  const verdicts = Object.fromEntries(rowVerdicts.map((verdict) => [verdict, 0])) as Record<RowVerdict, number>;
  const connectivity: Record<Connectivity, number> = { Verified: 0, NotVerified: 0, Broken: 0 };
  for (const row of rows) {
    verdicts[row.verdict] += 1;
    connectivity[row.connectivity] += 1;
  }
  return { rows, verdicts, connectivity, reports: rows.length - verdicts.NoReport, machineConfigPools, waivers };
}

const noLabels: Readonly<Record<string, string>> = {};

function buildRow(
  node: NodeObject,
  namesake: ReadReport | undefined,
  pools: readonly MachineConfigPoolObject[],
  now: number,
  waivers: FleetWaivers,
): NodeRow {
  const nodeUid = node.metadata?.uid;
  const ofEarlierNode = namesake?.nodeUid !== undefined && nodeUid !== undefined && namesake.nodeUid !== nodeUid;
  const report = ofEarlierNode ? undefined : namesake;
  const age = report && reportAge(report, now);
  const labels = node.metadata?.labels ?? noLabels;
  const current = age?.freshness === 'current';
  const waived = report && rowWaivers(waivers.active, report, labels);
  return {
    name: node.metadata?.name ?? '',
    labels,
    pool: poolOf(labels, pools),
    system: nodeSystem(report?.facts.operatingSystem, node.status?.nodeInfo?.osImage),
    verdict: report === undefined ? 'NoReport' : current ? verdictOfReport(report, waived) : 'Stale',
    connectivity: report !== undefined && current ? report.connectivity : 'NotVerified',
    reportOfEarlierNode: ofEarlierNode,
    ...(report && { report }),
    ...(age && { age }),
    ...(waived && { waived }),
  };
}
