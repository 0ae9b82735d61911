import type { Connectivity } from '@calico-readiness/requirements';
import type { MachineConfigPoolObject, NodeObject } from '../k8s/models';
import { readNodeReport } from '../k8s/read-node-report';
import type { ReadReport } from '../k8s/read-node-report';
import type { NodeRow, RowVerdict } from './node-row';
import { nodeSystem } from './operating-system';
import { poolOf } from './pool';
import { reportAge } from './report-age';
import type { ReportAge } from './report-age';

/** Every node of the Node list with its report. The verdict counts add up to the number of rows. */
export interface Fleet {
  readonly rows: readonly NodeRow[];
  readonly verdicts: Readonly<Record<RowVerdict, number>>;
  readonly connectivity: Readonly<Record<Connectivity, number>>;
  /** Rows that have a report of their own, stale or not. */
  readonly reports: number;
  /** The MachineConfigPools as the API gives them; empty where there are none. */
  readonly machineConfigPools: readonly MachineConfigPoolObject[];
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
): Fleet =>
  fleetOfReports(
    nodes,
    reports.map(readNodeReport).filter((report) => report !== null),
    machineConfigPools,
    now,
    previous,
  );

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
): Fleet {
  const reportByName = new Map(reports.map((report) => [report.name, report]));
  const earlierRows = new Map(previous?.rows.map((row) => [row.name, row]));
  const rows = nodes.map((node) => {
    const row = buildRow(node, reportByName.get(node.metadata?.name ?? ''), machineConfigPools, now);
    const earlier = earlierRows.get(row.name);
    return earlier !== undefined && saysTheSame(earlier, row) ? earlier : row;
  });
  return fleetOfRows(rows, machineConfigPools);
}

/** Counts rows. */
export function fleetOfRows(rows: readonly NodeRow[], machineConfigPools: readonly MachineConfigPoolObject[]): Fleet {
  const verdicts: Record<RowVerdict, number> = { NotReady: 0, Unknown: 0, Stale: 0, NoReport: 0, Ready: 0 };
  const connectivity: Record<Connectivity, number> = { Verified: 0, NotVerified: 0, Broken: 0 };
  for (const row of rows) {
    verdicts[row.verdict] += 1;
    connectivity[row.connectivity] += 1;
  }
  return { rows, verdicts, connectivity, reports: rows.length - verdicts.NoReport, machineConfigPools };
}

const noLabels: Readonly<Record<string, string>> = {};

function buildRow(
  node: NodeObject,
  namesake: ReadReport | undefined,
  pools: readonly MachineConfigPoolObject[],
  now: number,
): NodeRow {
  const nodeUid = node.metadata?.uid;
  const ofEarlierNode = namesake?.nodeUid !== undefined && nodeUid !== undefined && namesake.nodeUid !== nodeUid;
  const report = ofEarlierNode ? undefined : namesake;
  const age = report && reportAge(report, now);
  const labels = node.metadata?.labels ?? noLabels;
  const current = age?.freshness === 'current';
  return {
    name: node.metadata?.name ?? '',
    labels,
    pool: poolOf(labels, pools),
    system: nodeSystem(report?.facts.operatingSystem, node.status?.nodeInfo?.osImage),
    verdict: report === undefined ? 'NoReport' : current ? report.verdict : 'Stale',
    connectivity: report !== undefined && current ? report.connectivity : 'NotVerified',
    reportOfEarlierNode: ofEarlierNode,
    ...(report && { report }),
    ...(age && { age }),
  };
}

/** Labels and reports keep their identity while they do not change; the age matters by the minute, and only once stale. */
const saysTheSame = (one: NodeRow, other: NodeRow): boolean =>
  one.report === other.report &&
  one.labels === other.labels &&
  one.verdict === other.verdict &&
  one.connectivity === other.connectivity &&
  one.reportOfEarlierNode === other.reportOfEarlierNode &&
  one.pool?.name === other.pool?.name &&
  one.pool?.managed === other.pool?.managed &&
  one.system.name === other.system.name &&
  (one.verdict !== 'Stale' || minutes(one.age) === minutes(other.age));

const minutes = (age: ReportAge | undefined): number | undefined =>
  age === undefined || age.freshness === 'unknown' ? undefined : Math.floor(age.seconds / 60);
